import { type Diagnostic, diagnostic, said, type Span } from '@qingdan/core';
import { apart } from '../../text/apart.js';
import { spanOfCell } from '../../text/place.js';
import { shorten } from '../../text/shorten.js';
import { CaseDraft } from '../case-draft.js';
import type { CaseReading } from '../case-reading.js';
import { setOwn, StandardEvent } from '../standard-event.js';
import type { StepNames } from '../step-names.js';
import { type LogVisitor, XmlStream } from '../xml-stream.js';
import { XesAttributes } from './xes-attributes.js';

/** So many characters of one trace are kept; a longer one is none that anybody can judge. */
const TRACE_LIMIT = 256 * 1024 * 1024;

/**
 * Reads a log in XES (IEEE 1849), a trace at a time: `concept:name` of a trace is the case, of an event the step. Of a
 * log that breaks off, the traces before that stand, and the one that is open is left out.
 */
export async function readXes(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reading: CaseReading,
): Promise<void> {
  const reader = new XesReader(reading);
  const stream = new XmlStream(reading.file, reader);
  reader.stream = stream;
  for await (const chunk of chunks) {
    stream.push(chunk);
    if (stream.fault !== undefined) break;
  }
  stream.end();
  reader.end();
}

class XesReader implements LogVisitor {
  stream!: XmlStream;
  readonly #reading: CaseReading;
  readonly #steps: StepNames;
  readonly #event = new StandardEvent();
  readonly #traceAttributes: XesAttributes;
  readonly #eventAttributes: XesAttributes;
  readonly #seen = new Set<string>();
  /** The depth of what is open and isn't read. */
  #skipped = 0;
  #traces = 0;
  #trace: OpenTrace | undefined;
  #isInEvent = false;
  #line = 1;
  #column = 1;

  constructor(reading: CaseReading) {
    this.#reading = reading;
    this.#steps = reading.stepsOf();
    this.#traceAttributes = new XesAttributes(3, (key, value) => {
      this.#ofTrace(key, value);
    });
    this.#eventAttributes = new XesAttributes(4, (key, value) => {
      this.#event.take(key, value);
    });
  }

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (this.#skipped > 0) return;
    if (this.#isInEvent) this.#eventAttributes.open(name, attributes, depth);
    else if (depth > 3) this.#traceAttributes.open(name, attributes, depth);
    else if (depth === 3) {
      if (name === 'event') this.#beginEvent();
      else this.#traceAttributes.open(name, attributes, depth);
    } else if (depth === 2) this.#openInLog(name);
    else if (name !== 'log') {
      const what = said('what', { zh: 'XES 日志', en: 'log in XES' });
      this.stream.stop(diagnostic('no-event-log', what, this.stream.span()));
    }
  }

  close(_name: string, depth: number): void {
    if (this.#skipped > 0) {
      if (depth === this.#skipped) this.#skipped = 0;
      return;
    }
    if (depth === 3 && this.#isInEvent) this.#endEvent();
    else if (depth === 2) this.#endTrace();
  }

  /** What the file was short of. */
  end(): void {
    const { fault } = this.stream;
    if (fault === undefined) return;
    if (this.#trace !== undefined) this.#reading.lostCases += 1;
    this.#reading.fail(fault);
  }

  #openInLog(name: string): void {
    if (name === 'trace') {
      this.#traces += 1;
      this.#trace = {
        draft: new CaseDraft(`#${String(this.#traces)}`),
        span: this.stream.span(),
        from: this.stream.position,
        isNamed: false,
        isTooLong: false,
      };
      return;
    }
    if (name === 'event') {
      this.#reading.lostEvents += 1;
      this.#reading.log.add(diagnostic('event-without-case', {}, this.stream.span()));
    }
    // Extensions, globals, classifiers and what is said of the log as a whole.
    this.#skipped = 2;
  }

  #ofTrace(key: string, value: unknown): void {
    const trace = this.#trace;
    if (trace === undefined) return;
    if (key === 'concept:name' && typeof value === 'string' && value !== '') {
      trace.draft.id = value.normalize('NFC');
      trace.isNamed = true;
    } else setOwn((trace.draft.data ??= {}), key, value);
  }

  #beginEvent(): void {
    this.#isInEvent = true;
    this.#line = this.stream.line;
    this.#column = this.stream.column;
    this.#event.begin();
  }

  #endEvent(): void {
    this.#isInEvent = false;
    const trace = this.#trace;
    if (trace === undefined || trace.isTooLong) return;
    if (this.stream.position - trace.from > TRACE_LIMIT) {
      trace.isTooLong = true;
      trace.draft = new CaseDraft(trace.draft.id);
      return;
    }
    const { draft } = trace;
    const event = this.#event;
    const step = event.step;
    const when = event.when();
    if (step !== undefined && when !== undefined) {
      const id = this.#steps.resolve(step, this.#spanOfEvent);
      const { data, file, options } = this.#reading;
      data.check(event.data, options.procedure, this.#spanOfEvent);
      draft.add(event.finish(id, when, file, this.#line), this.#reading, this.#spanOfEvent);
      return;
    }
    draft.lost += 1;
    const { log } = this.#reading;
    if (step === undefined) {
      const params = { owner: 'event', key: 'concept:name' };
      log.add(diagnostic('missing-key', params, this.#spanOfEvent()));
    }
    if (when === undefined) {
      const params = { case: shorten(draft.id), value: shorten(event.at ?? '') };
      log.add(diagnostic('event-without-time', params, this.#spanOfEvent()));
    }
  }

  readonly #spanOfEvent = (): Span => spanOfCell(this.#reading.file, this.#line, this.#column);

  #endTrace(): void {
    const trace = this.#trace;
    this.#trace = undefined;
    if (trace === undefined) return;
    const { draft, span } = trace;
    const { log } = this.#reading;
    const lose = (fault: Diagnostic): void => {
      this.#reading.lostCases += 1;
      log.add(fault);
    };
    if (trace.isTooLong) {
      lose(diagnostic('too-large', { ...LONG_TRACE, limit: '256 MiB' }, span));
      return;
    }
    if (!trace.isNamed) {
      log.add(diagnostic('case-unnamed', { id: draft.id }, span));
    } else if (this.#seen.has(draft.id)) {
      lose(diagnostic('duplicate-case', { case: shorten(draft.id) }, span));
      return;
    } else this.#seen.add(apart(draft.id));
    const { data, options } = this.#reading;
    data.check(draft.data, options.procedure, () => span);
    this.#reading.deliver(draft, () => span);
  }
}

interface OpenTrace {
  draft: CaseDraft;
  readonly span: Span;
  /** How many characters stand before it. */
  readonly from: number;
  isNamed: boolean;
  isTooLong: boolean;
}

const LONG_TRACE = said('what', { zh: '一个案件', en: 'one case' });
