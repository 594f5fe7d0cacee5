import { type CaseEvent, type CaseLog, diagnostic, type Span } from '@qingdan/core';
import { spanOfLine } from '../text/place.js';
import { shorten } from '../text/shorten.js';
import type { CaseReading } from './case-reading.js';

/** An event whose id may be wanting. */
export interface DraftEvent extends Omit<CaseEvent, 'id'> {
  readonly id: string | undefined;
}

/** A case while its events come in. */
export class CaseDraft {
  /** Made up until the log says it. */
  id: string;
  procedure: string | undefined;
  organisation: string | undefined;
  isClosed = false;
  data: Record<string, unknown> | undefined;
  /** What should have been an event of it and could not be read. */
  lost = 0;
  /** What should have been an event and may have been one of it. */
  lostElsewhere = 0;
  readonly #events: CaseEvent[] = [];
  readonly #given = new Set<string>();
  readonly #voids: { readonly id: string; readonly span: Span }[] = [];
  #count = 0;

  constructor(id: string) {
    this.id = id;
  }

  get size(): number {
    return this.#events.length;
  }

  /** Adds an event, unless one of its id is there. */
  add(event: DraftEvent, reading: CaseReading, spanOf: () => Span): void {
    this.#count += 1;
    const { id, voids } = event;
    if (id !== undefined) {
      if (this.#given.has(id)) {
        const params = { case: shorten(this.id), id: shorten(id) };
        reading.log.add(diagnostic('duplicate-event', params, spanOf()));
        this.lost += 1;
        return;
      }
      this.#given.add(id);
    }
    if (voids !== undefined) this.#voids.push({ id: voids, span: spanOf() });
    // Written out: there may be millions, and those made by spreading are slow to read.
    this.#events.push({
      id: id ?? `#${String(this.#count)}`,
      step: event.step,
      iteration: event.iteration,
      kind: event.kind,
      day: event.day,
      instant: event.instant,
      seq: event.seq,
      recordedAt: event.recordedAt,
      by: event.by,
      participants: event.participants,
      evidence: event.evidence,
      tallies: event.tallies,
      voids,
      via: event.via,
      data: event.data,
      place: event.place,
    });
  }

  /** Tells what the first of its events say that can't be read, now that its procedure is known. */
  checkData(count: number, { data, file, options }: CaseReading): void {
    const procedure = this.procedure ?? options.procedure;
    for (const { data: said, place } of count === 0 ? [] : this.#events.slice(0, count)) {
      const line = place?.line ?? 1;
      data.check(said, procedure, () => spanOfLine({ file, line, offset: line }));
    }
  }

  finish(reading: CaseReading): CaseLog {
    if (this.#voids.length > 0) this.#checkVoids(reading);
    return {
      id: this.id,
      procedure: this.procedure ?? reading.options.procedure,
      organisation: this.organisation ?? reading.options.organisation,
      events: this.#events,
      closed: this.isClosed,
      record: undefined,
      data: this.data,
      lost: this.lost + this.lostElsewhere,
    };
  }

  /** What takes an event back is about the step of that event, whether it says so or not. */
  #checkVoids(reading: CaseReading): void {
    const stepOf = new Map(this.#events.map(({ id, step }) => [id, step]));
    for (const { id, span } of this.#voids) {
      if (stepOf.has(id)) continue;
      const params = { case: shorten(this.id), id: shorten(id) };
      reading.log.add(diagnostic('unknown-voided', params, span));
    }
    for (const [index, event] of this.#events.entries()) {
      const { step, voids } = event;
      if (step !== '' || voids === undefined) continue;
      this.#events[index] = { ...event, step: stepOf.get(voids) ?? '' };
    }
  }
}
