import { diagnostic, type Span } from '@qingdan/core';
import { apart } from '../text/apart.js';
import { shorten } from '../text/shorten.js';
import type { PlaceOfData } from './case-data.js';
import type { CaseReading } from './case-reading.js';
import type { CaseSink } from './case-sink.js';
import { OpenCase } from './open-case.js';
import type { ReadEvent } from './read-event.js';

/**
 * The cases of a log in which the events of each stand together: each is handed on when the next begins. One that goes on
 * later was handed on without those events, which is reported.
 */
export class CasesInTurn implements CaseSink {
  readonly #reading: CaseReading;
  readonly #over = new Set<string>();
  #open: OpenCase | undefined;
  /** Since the case before the open one ended. */
  #lost = 0;
  /** Since the last event: what may have been of the open case as well as of the next. */
  #lostLast = 0;

  constructor(reading: CaseReading) {
    this.#reading = reading;
  }

  lose(): void {
    this.#reading.lostEvents += 1;
    this.#lost += 1;
    this.#lostLast += 1;
  }

  add(read: ReadEvent, spanOf: () => Span, placeOf?: PlaceOfData): void {
    if (read.case === undefined) {
      this.lose();
      return;
    }
    if (this.#open?.id !== read.case) {
      this.end();
      this.#lost = this.#lostLast;
      if (this.#over.has(read.case)) {
        const params = { case: shorten(read.case) };
        this.#reading.log.add(diagnostic('case-goes-on', params, spanOf()));
      }
      this.#open = new OpenCase(read.case, this.#reading, spanOf());
    }
    this.#lostLast = 0;
    this.#open.add(read, spanOf, placeOf);
  }

  end(): void {
    if (this.#open === undefined) return;
    this.#over.add(apart(this.#open.id));
    this.#open.close(this.#lost);
    this.#open = undefined;
  }
}
