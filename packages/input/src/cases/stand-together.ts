import { apart } from '../text/apart.js';
import { FaultLog } from '../faults/fault-log.js';
import { parseJson } from '../json/parse-json.js';
import { ENDLESS, type Line, LINE_LIMIT, LineSplitter } from '../text/line-splitter.js';
import { tableFormatOf } from '../tables/sheet/table-format.js';
import type { CaseOptions, CaseSource } from './case-options.js';
import { CaseReading } from './case-reading.js';
import type { CaseSink } from './case-sink.js';
import { GzipError } from './gunzip.js';
import { openLog } from './open-log.js';
import { caseIn, isPlainEvent, type ReadEvent } from './read-event.js';
import { readEventTable } from './table/read-event-table.js';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Whether the events of each case stand together in a log of lines or of comma-separated rows, so that it can be read
 * `together`. Holds the ids of its cases; stops at the first that goes on after another. False where a line can't be read,
 * which may be of any case, and of what is written in any other way.
 *
 * @throws Error where the chunks can't be read
 */
export async function standTogether(source: CaseSource, options: CaseOptions): Promise<boolean> {
  try {
    const { format, chunks } = await openLog(source, options);
    const cases = new Turns();
    if (format === 'jsonl') await lookThroughLines(chunks, source.file, cases);
    else if (format === 'table' && tableFormatOf(source.file.replace(/\.gz$/i, '')) === 'csv')
      await readEventTable(chunks, new CaseReading(source.file, options, () => undefined), cases);
    else return false;
    return true;
  } catch (error) {
    if (error instanceof NotTogether || error instanceof GzipError) return false;
    throw error;
  }
}

/** A case goes on after another has begun, or may. */
class NotTogether extends Error {}

/** Sees to it that cases come one after the other. */
class Turns implements CaseSink {
  readonly #seen = new Set<string>();
  #last: string | undefined;

  lose(): never {
    // It may have been of any case, of one that was over too.
    throw new NotTogether();
  }

  add({ case: id }: Pick<ReadEvent, 'case'>): void {
    if (id === undefined) this.lose();
    if (id === this.#last) return;
    if (this.#seen.has(id)) throw new NotTogether();
    this.#last = apart(id);
    this.#seen.add(this.#last);
  }

  end(): void {
    // Nothing was held.
  }
}

/** What is wrong with them is left for the reading to tell. */
async function lookThroughLines(chunks: Chunks, file: string, cases: Turns): Promise<void> {
  const splitter = new LineSplitter(LINE_LIMIT, ENDLESS);
  const log = new FaultLog(file);
  const look = ({ text, line, offset }: Line): void => {
    const isBlank = text?.trim() === '';
    const parsed = text === undefined || isBlank ? {} : parseJson(text, { file, line, offset });
    const value = 'value' in parsed ? parsed.value : undefined;
    log.count(isPlainEvent(value));
    // Then the reading may leave the rest, of whichever cases that is.
    if (log.isInVain) cases.lose();
    if (!isBlank) cases.add({ case: caseIn(value) });
  };
  for await (const chunk of chunks) for (const line of splitter.push(chunk)) look(line);
  for (const line of splitter.end()) look(line);
}
