import { type Diagnostic, diagnostic, type RecordNode, type RecordType } from '@qingdan/core';
import { FaultLog } from '../faults/fault-log.js';
import { readJsonLine } from '../json/read-json.js';
import { ENDLESS, type Line, LINE_LIMIT, LineSplitter } from '../text/line-splitter.js';
import { spanOfLine, type TextPlace } from '../text/place.js';
import { unreadLine } from '../text/unread-line.js';
import type { ReadOptions, ReadRecords } from './read-raw-records.js';
import { SeenRecords } from './seen-records.js';

/**
 * Reads JSONL as it arrives and answers for each piece, holding no more than one line. A line that can't be read is
 * reported, and the rest goes on; what is no text of lines, or hardly has records, is left where that shows.
 *
 * @example
 * for await (const { records, diagnostics } of readRecordLines(createReadStream(file), file, kinds)) …
 */
export async function* readRecordLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions = {},
): AsyncGenerator<ReadRecords> {
  const splitter = new LineSplitter(LINE_LIMIT, ENDLESS);
  const shared = { seen: new SeenRecords(), ...options };
  const log = new FaultLog(file);
  for await (const chunk of chunks) {
    yield readLines(splitter.push(chunk), kinds, shared, log);
    if (splitter.hasEnded || log.isInVain) break;
  }
  const last = readLines(splitter.end(), kinds, shared, log);
  yield { ...last, diagnostics: [...last.diagnostics, ...log.rest()] };
}

/**
 * The same line by line: what each line that isn't blank came to, before the next is looked at.
 */
export async function* readEachLine(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions = {},
): AsyncGenerator<{ readonly line: number; readonly read: ReadRecords }> {
  const splitter = new LineSplitter();
  const shared = { seen: new SeenRecords(), ...options };
  const readOne = (line: Line): ReadRecords => {
    const log = new FaultLog(file);
    const read = readLines([line], kinds, shared, log);
    return { ...read, diagnostics: [...read.diagnostics, ...log.rest()] };
  };
  for await (const chunk of chunks) {
    for (const line of splitter.push(chunk))
      if (line.text?.trim() !== '') yield { line: line.line, read: readOne(line) };
  }
  for (const line of splitter.end())
    if (line.text?.trim() !== '') yield { line: line.line, read: readOne(line) };
}

/** The same, for a file that is in memory. */
export function readJsonLines(
  bytes: Uint8Array,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
): ReadRecords {
  const splitter = new LineSplitter();
  const shared = { seen: new SeenRecords(), ...options };
  const log = new FaultLog(file);
  const parts = [splitter.push(bytes), splitter.end()].map((lines) =>
    readLines(lines, kinds, shared, log),
  );
  return {
    records: parts.flatMap(({ records }) => records),
    diagnostics: [...parts.flatMap(({ diagnostics }) => diagnostics), ...log.rest()],
    lost: new Set(parts.flatMap(({ lost }) => [...lost])),
  };
}

function readLines(
  lines: Iterable<Line>,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  log: FaultLog,
): ReadRecords {
  const records: RecordNode[] = [];
  const diagnostics: Diagnostic[] = [];
  const lost = new Set<string | undefined>();
  for (const { text, fault, line, offset } of lines) {
    if (log.isInVain) break;
    const place: TextPlace = { file: log.file, line, offset };
    if (text === undefined) {
      lost.add(options.kind);
      log.count(false);
      const unread = unreadLine(fault, place);
      if (log.admits(unread)) diagnostics.push(unread);
    } else {
      const read = readJsonLine(text, place, kinds, options, log);
      for (const record of read.records) records.push(record);
      for (const item of read.diagnostics) diagnostics.push(item);
      for (const kind of read.lost) lost.add(kind);
    }
    const rest = log.leave();
    if (rest === undefined) continue;
    lost.add(options.kind);
    diagnostics.push(diagnostic(rest.name, rest.params, spanOfLine(place)));
  }
  return { records, diagnostics, lost };
}
