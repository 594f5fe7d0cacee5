import type { Span } from '@qingdan/core';
import type { PlaceOfData } from './case-data.js';
import type { CaseReading } from './case-reading.js';
import type { CaseSink } from './case-sink.js';
import { OpenCase } from './open-case.js';
import type { ReadEvent } from './read-event.js';

/** The cases of a log whose events come in any order: all are held until its end, and handed on as they began. */
export class GatheredCases implements CaseSink {
  readonly #reading: CaseReading;
  readonly #cases = new Map<string, OpenCase>();
  #lost = 0;

  constructor(reading: CaseReading) {
    this.#reading = reading;
  }

  lose(): void {
    this.#lost += 1;
  }

  add(read: ReadEvent, spanOf: () => Span, placeOf?: PlaceOfData): void {
    if (read.case === undefined) {
      this.lose();
      return;
    }
    let known = this.#cases.get(read.case);
    if (known === undefined) {
      known = new OpenCase(read.case, this.#reading, spanOf());
      this.#cases.set(read.case, known);
    }
    known.add(read, spanOf, placeOf);
  }

  end(): void {
    this.#reading.lostEvents += this.#lost;
    for (const each of this.#cases.values()) each.close(this.#lost);
    this.#cases.clear();
  }
}
