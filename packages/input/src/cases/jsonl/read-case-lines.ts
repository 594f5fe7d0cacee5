import { diagnostic, said, type Span } from '@qingdan/core';
import { parseJson } from '../../json/parse-json.js';
import { placesOfValues } from '../../json/place-of-values.js';
import { type Line, LINE_LIMIT, LineSplitter } from '../../text/line-splitter.js';
import { spanOfLine, type TextPlace } from '../../text/place.js';
import type { CaseReading } from '../case-reading.js';
import type { CaseSink } from '../case-sink.js';
import { type EventFault, readEvent } from '../read-event.js';

const LONG_LINE = {
  ...said('what', { zh: '该行', en: 'the line' }),
  limit: `${LINE_LIMIT / 1024 / 1024} MiB`,
};

/** Reads a log of one event a line. */
export async function readCaseLines(
  chunks: AsyncIterable<Uint8Array>,
  reading: CaseReading,
  cases: CaseSink,
): Promise<void> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) {
    for (const line of splitter.push(chunk)) readLine(line, cases, reading);
  }
  for (const line of splitter.end()) readLine(line, cases, reading);
  cases.end();
}

function readLine(
  { text, fault, line, offset }: Line,
  cases: CaseSink,
  reading: CaseReading,
): void {
  const { log, file } = reading;
  const place: TextPlace = { file, line, offset };
  if (text === undefined) {
    const span = spanOfLine(place);
    log.add(
      fault === 'too-large'
        ? diagnostic('too-large', LONG_LINE, span)
        : diagnostic('not-utf8', {}, span),
    );
    cases.lose();
    return;
  }
  if (text.trim() === '') return;
  const parsed = parseJson(text, place);
  for (const item of parsed.diagnostics) log.add(item);
  if (!('value' in parsed)) {
    cases.lose();
    return;
  }
  const read = readEvent(parsed.value, file, line);
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
