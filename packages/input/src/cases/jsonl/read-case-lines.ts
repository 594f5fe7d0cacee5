import { diagnostic, type Span } from '@qingdan/core';
import { parseJson } from '../../json/parse-json.js';
import { placesOfValues } from '../../json/place-of-values.js';
import { ENDLESS, type Line, LINE_LIMIT, LineSplitter } from '../../text/line-splitter.js';
import { spanOfLine, type TextPlace } from '../../text/place.js';
import { unreadLine } from '../../text/unread-line.js';
import type { CaseReading } from '../case-reading.js';
import type { CaseSink } from '../case-sink.js';
import { type EventFault, readEvent } from '../read-event.js';

/** Reads a log of one event a line. */
export async function readCaseLines(
  chunks: AsyncIterable<Uint8Array>,
  reading: CaseReading,
  cases: CaseSink,
): Promise<void> {
  const splitter = new LineSplitter(LINE_LIMIT, ENDLESS);
  for await (const chunk of chunks) {
    readLines(splitter.push(chunk), cases, reading);
    if (splitter.hasEnded || reading.log.isInVain) break;
  }
  readLines(splitter.end(), cases, reading);
  cases.end();
}

function readLines(lines: Iterable<Line>, cases: CaseSink, reading: CaseReading): void {
  const { log, file } = reading;
  for (const line of lines) {
    if (log.isInVain) return;
    readLine(line, cases, reading);
    const rest = log.leave();
    if (rest === undefined) continue;
    cases.lose();
    reading.fail(diagnostic(rest.name, rest.params, spanOfLine({ file, ...line })));
  }
}

function readLine(
  { text, fault, line, offset }: Line,
  cases: CaseSink,
  reading: CaseReading,
): void {
  const { log, file } = reading;
  const place: TextPlace = { file, line, offset };
  if (text === undefined) {
    log.count(false);
    if (fault === 'endless') reading.fail(unreadLine(fault, place));
    else log.add(unreadLine(fault, place));
    cases.lose();
    return;
  }
  if (text.trim() === '') {
    log.count(false);
    return;
  }
  const parsed = parseJson(text, place);
  for (const item of parsed.diagnostics) log.add(item);
  if (!('value' in parsed)) {
    log.count(false);
    cases.lose();
    return;
  }
  const read = readEvent(parsed.value, file, line);
  log.count(!read.isLost && read.case !== undefined);
  if (read.faults.length > 0) tell(read.faults, text, place, reading);
  cases.add(
    read,
    (): Span => spanOfLine(place),
    (path) => {
      const [span] = placesOfValues(text, place, [{ path: ['data', ...path], key: false }]);
      return span ?? spanOfLine(place);
    },
  );
}

function tell(
  faults: readonly EventFault[],
  text: string,
  place: TextPlace,
  { log }: CaseReading,
): void {
  const told = faults.filter(({ fault, at }) => log.admits(fault, fieldOf(at.path, at.key)));
  const spans = placesOfValues(
    text,
    place,
    told.map(({ at }) => at),
  );
  for (const [index, { fault }] of told.entries()) {
    log.keep(diagnostic(fault.name, fault.params, spans[index]));
  }
}

/** The field that a fault is in. What nobody knows has no name here: there is no end of it. */
function fieldOf(path: readonly (string | number)[], isKey: boolean): string {
  return (isKey ? path.slice(0, -1) : path).filter((part) => typeof part === 'string').join('.');
}
