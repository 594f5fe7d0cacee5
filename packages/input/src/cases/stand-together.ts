import { apart } from '../text/apart.js';
import { FaultLog } from '../faults/fault-log.js';
import { ENDLESS, type Line, LINE_LIMIT, LineSplitter } from '../text/line-splitter.js';
import { tableFormatOf } from '../tables/sheet/table-format.js';
import type { CaseOptions, CaseSource } from './case-options.js';
import { CaseReading } from './case-reading.js';
import type { CaseSink } from './case-sink.js';
import { GzipError } from './gunzip.js';
import { openLog } from './open-log.js';
import type { ReadEvent } from './read-event.js';
import { readEventTable } from './table/read-event-table.js';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Whether the events of each case stand together in a log of lines or of comma-separated rows, so that it can be read
 * `together`. Holds the ids of its cases; stops at the first that goes on after another. False of what is written in any
 * other way.
 *
 * @throws Error where the chunks can't be read
 */
export async function standTogether(source: CaseSource, options: CaseOptions): Promise<boolean> {
  try {
    const { format, chunks } = await openLog(source, options);
    const cases = new Turns();
    if (format === 'jsonl') await lookThroughLines(chunks, cases);
    else if (format === 'table' && tableFormatOf(source.file.replace(/\.gz$/i, '')) === 'csv')
      await readEventTable(chunks, new CaseReading(source.file, options, () => undefined), cases);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof OutOfTurn || error instanceof GzipError) return false;
    throw error;
  }
}

/** A case goes on after another has begun. */
class OutOfTurn extends Error {}

/** Sees to it that cases come one after the other. */
class Turns implements CaseSink {
  readonly #seen = new Set<string>();
  #last: string | undefined;

  lose(): void {
    // Of whichever case it was, the others still stand as they do.
  }

  add({ case: id }: Pick<ReadEvent, 'case'>): void {
    if (id === undefined || id === this.#last) return;
    if (this.#seen.has(id)) throw new OutOfTurn();
    this.#last = apart(id);
    this.#seen.add(this.#last);
  }

  end(): void {
    // Nothing was held.
  }
}

/** What isn't plainly an event of a case is left to the reading, which reports what it finds. */
async function lookThroughLines(chunks: Chunks, cases: Turns): Promise<void> {
  const splitter = new LineSplitter(LINE_LIMIT, ENDLESS);
  const log = new FaultLog('');
  const look = (lines: Iterable<Line>): void => {
    for (const { text } of lines) {
      const id = caseOf(text);
      log.count(id !== undefined);
      // The reading leaves it here at the latest.
      if (log.isInVain) return;
      cases.add({ case: id });
    }
  };
  for await (const chunk of chunks) {
    look(splitter.push(chunk));
    if (splitter.hasEnded || log.isInVain) return;
  }
  look(splitter.end());
}

function caseOf(line: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    const id = typeof value === 'object' && value !== null && 'case' in value ? value.case : '';
    return typeof id === 'string' && id.trim() !== '' ? id.normalize('NFC') : undefined;
  } catch {
    return undefined;
  }
}
