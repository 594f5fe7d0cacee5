import { diagnostic, type Span } from '@qingdan/core';
import { shorten } from '../text/shorten.js';
import type { PlaceOfData } from './case-data.js';
import { CaseDraft } from './case-draft.js';
import type { CaseReading } from './case-reading.js';
import type { ReadEvent } from './read-event.js';

/** The cases of a log whose events come in any order. */
export class GatheredCases {
  readonly #reading: CaseReading;
  readonly #drafts = new Map<string, Gathered>();
  /** What may have been an event of any case. */
  #lost = 0;

  constructor(reading: CaseReading) {
    this.#reading = reading;
  }

  /** A line that nobody can read. */
  lose(): void {
    this.#lost += 1;
  }

  add({ event, isLost, ...of }: ReadEvent, spanOf: () => Span, placeOf?: PlaceOfData): void {
    if (of.case === undefined) {
      this.lose();
      return;
    }
    let known = this.#drafts.get(of.case);
    if (known === undefined) {
      known = { draft: new CaseDraft(of.case), span: spanOf(), unnamed: 0 };
      this.#drafts.set(of.case, known);
    }
    const { draft } = known;
    if (isLost) draft.lost += 1;
    draft.procedure = this.#once(draft, 'procedure', of.procedure, spanOf);
    draft.organisation = this.#once(draft, 'organisation', of.organisation, spanOf);
    if (of.closed === true) draft.isClosed = true;
    if (event === undefined) return;
    const steps = this.#reading.stepsOf(draft.procedure);
    const procedure = draft.procedure ?? this.#reading.options.procedure;
    if (procedure !== undefined) this.#reading.data.check(event.data, procedure, placeOf ?? spanOf);
    const step = event.step === '' ? '' : steps.resolve(event.step, spanOf);
    draft.add(step === event.step ? event : { ...event, step }, this.#reading, spanOf);
    if (procedure === undefined) known.unnamed = draft.size;
  }

  /** Hands on every case, in the order in which they begin. */
  deliver(): void {
    const unknown = this.#lost;
    this.#reading.lostEvents += unknown;
    for (const { draft, span, unnamed } of this.#drafts.values()) {
      draft.checkData(unnamed, this.#reading);
      draft.lostElsewhere = unknown;
      this.#reading.deliver(draft, () => span);
    }
    this.#drafts.clear();
  }

  #once(
    draft: CaseDraft,
    key: 'procedure' | 'organisation',
    value: string | undefined,
    spanOf: () => Span,
  ): string | undefined {
    const first = draft[key];
    if (value === undefined || first === value) return first;
    if (first === undefined) return value;
    const params = { case: shorten(draft.id), key, first: shorten(first), second: shorten(value) };
    this.#reading.log.add(diagnostic('case-differs', params, spanOf()));
    return first;
  }
}

interface Gathered {
  readonly draft: CaseDraft;
  readonly span: Span;
  /** How many of its events came before anything said of which procedure it is. */
  unnamed: number;
}
