import { diagnostic, type Span } from '@qingdan/core';
import { shorten } from '../text/shorten.js';
import type { PlaceOfData } from './case-data.js';
import { CaseDraft } from './case-draft.js';
import type { CaseReading } from './case-reading.js';
import type { ReadEvent } from './read-event.js';

/** A case to which more events may come. */
export class OpenCase {
  readonly id: string;
  readonly #draft: CaseDraft;
  readonly #reading: CaseReading;
  readonly #span: Span;
  /** How many of its events came before anything said of which procedure it is. */
  #unnamed = 0;

  /** `span` is where it begins. */
  constructor(id: string, reading: CaseReading, span: Span) {
    this.id = id;
    this.#draft = new CaseDraft(id);
    this.#reading = reading;
    this.#span = span;
  }

  add({ event, isLost, ...of }: ReadEvent, spanOf: () => Span, placeOf?: PlaceOfData): void {
    const draft = this.#draft;
    if (isLost) draft.lost += 1;
    draft.procedure = this.#once('procedure', of.procedure, spanOf);
    draft.organisation = this.#once('organisation', of.organisation, spanOf);
    if (of.closed === true) draft.isClosed = true;
    if (event === undefined) return;
    const steps = this.#reading.stepsOf(draft.procedure);
    const procedure = draft.procedure ?? this.#reading.options.procedure;
    if (procedure !== undefined) this.#reading.data.check(event.data, procedure, placeOf ?? spanOf);
    const step = event.step === '' ? '' : steps.resolve(event.step, spanOf);
    draft.add(step === event.step ? event : { ...event, step }, this.#reading, spanOf);
    if (procedure === undefined) this.#unnamed = draft.size;
  }

  /** Hands it on; so many lines were lost that may have been events of it. */
  close(lostElsewhere: number): void {
    this.#draft.checkData(this.#unnamed, this.#reading);
    this.#draft.lostElsewhere = lostElsewhere;
    this.#reading.deliver(this.#draft, () => this.#span);
  }

  #once(
    key: 'procedure' | 'organisation',
    value: string | undefined,
    spanOf: () => Span,
  ): string | undefined {
    const first = this.#draft[key];
    if (value === undefined || first === value) return first;
    if (first === undefined) return value;
    const params = { case: shorten(this.id), key, first: shorten(first), second: shorten(value) };
    this.#reading.log.add(diagnostic('case-differs', params, spanOf()));
    return first;
  }
}
