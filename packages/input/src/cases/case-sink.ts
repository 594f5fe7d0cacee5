import type { Span } from '@qingdan/core';
import type { PlaceOfData } from './case-data.js';
import type { ReadEvent } from './read-event.js';

/** What makes cases of the events of a log as they are read. */
export interface CaseSink {
  /** What may have been an event of any case. */
  lose(): void;
  add(read: ReadEvent, spanOf: () => Span, placeOf?: PlaceOfData): void;
  /** The log is at its end. */
  end(): void;
}
