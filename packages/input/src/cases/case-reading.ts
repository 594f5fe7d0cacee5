import { type Diagnostic, diagnostic, type Span } from '@qingdan/core';
import { FaultLog } from '../faults/fault-log.js';
import { shorten } from '../text/shorten.js';
import { spanOfLine } from '../text/place.js';
import { CaseData } from './case-data.js';
import type { CaseDraft } from './case-draft.js';
import type { CaseOptions, OnCase, ReadCases } from './case-options.js';
import { StepNames } from './step-names.js';

/** One reading of a log: what goes wrong in it, and what came out so far. */
export class CaseReading {
  readonly file: string;
  readonly options: CaseOptions;
  readonly log: FaultLog;
  readonly data: CaseData;
  /** By procedure, where the steps depend on it. */
  readonly #steps = new Map<string | undefined, StepNames>();
  /** What should have been an event and was lost, nobody knows of which case. */
  lostEvents = 0;
  lostCases = 0;
  isWhole = true;
  readonly #onCase: OnCase;
  readonly #diagnostics: Diagnostic[] = [];
  #cases = 0;
  #events = 0;

  constructor(file: string, options: CaseOptions, onCase: OnCase) {
    this.file = file;
    this.options = options;
    this.log = new FaultLog(file);
    this.data = new CaseData(options.fields, this.log);
    this.#onCase = onCase;
  }

  /** The steps of a procedure: that of the log, where the case names none. */
  stepsOf(procedure = this.options.procedure): StepNames {
    const { steps, mapping } = this.options;
    const own = steps !== undefined && 'get' in steps ? steps.get(procedure ?? '') : steps;
    // Those of which no steps are known share one: a file may name any number of procedures.
    const key = own === undefined || own === steps ? undefined : procedure;
    let names = this.#steps.get(key);
    if (names === undefined) {
      names = new StepNames(own, mapping?.steps);
      this.#steps.set(key, names);
    }
    return names;
  }

  /** Hands a case on, if anything happened in it. */
  deliver(draft: CaseDraft, spanOf: () => Span | undefined): void {
    this.lostEvents += draft.lost;
    if (draft.size === 0) {
      this.lostCases += 1;
      const params = { case: shorten(draft.id) };
      const span = spanOf();
      this.log.add(diagnostic('case-without-events', params, span, span ? {} : this.whole));
      return;
    }
    this.#cases += 1;
    this.#events += draft.size;
    this.#onCase(draft.finish(this));
    for (const item of this.log.take()) this.#diagnostics.push(item);
  }

  /** Where there is no more than a file. */
  get whole(): { file: string } {
    return { file: this.file };
  }

  spanOfLine(line: number, offset: number): Span {
    return spanOfLine({ file: this.file, line, offset });
  }

  /** The file can't be read, or not to its end. */
  fail(item: Diagnostic): void {
    this.isWhole = false;
    this.log.add(item);
  }

  end(): ReadCases {
    let unmatched = 0;
    for (const names of this.#steps.values()) {
      for (const item of names.diagnostics(this.file)) this.log.add(item);
      unmatched += names.unmatched;
    }
    return {
      diagnostics: [...this.#diagnostics, ...this.log.take(), ...this.log.rest()],
      counts: {
        cases: this.#cases,
        events: this.#events,
        lostEvents: this.lostEvents,
        lostCases: this.lostCases,
        unmatched,
      },
      isWhole: this.isWhole,
    };
  }
}
