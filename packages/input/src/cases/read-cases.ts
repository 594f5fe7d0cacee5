import { diagnostic } from '@qingdan/core';
import { decodeUtf8 } from '../text/decode.js';
import { caseFormatOf, HEAD_BYTES, isGzip } from './case-format.js';
import type { CaseFormat, CaseOptions, CaseSource, OnCase, ReadCases } from './case-options.js';
import { CaseReading } from './case-reading.js';
import { gunzip, GzipError } from './gunzip.js';
import { readCaseLines } from './jsonl/read-case-lines.js';
import { deliverOcel } from './ocel/cases-of-ocel.js';
import { readOcelJson } from './ocel/read-ocel-json.js';
import { readOcelXml } from './ocel/read-ocel-xml.js';
import { readEventTable } from './table/read-event-table.js';
import { readXes } from './xes/read-xes.js';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Reads a log of events (JSONL, CSV, XLSX, XES, OCEL 2.0 as JSON or XML; packed by gzip or not) and hands on each of its
 * cases. What is wrong is reported with its line; an event that can't be read is counted in its case, and the rest
 * stands. Of XES one trace is held at a time; of the others the whole log, since a case may go on at their end.
 *
 * @example
 * const { diagnostics, counts } = await readCases({ file: 'log.xes', chunks }, { steps: procedure.steps }, check);
 */
export async function readCases(
  { file, chunks }: CaseSource,
  options: CaseOptions,
  onCase: OnCase,
): Promise<ReadCases> {
  const reading = new CaseReading(file, options, onCase);
  try {
    const { head, whole } = await peek(chunks);
    const unpacked = isGzip(head) ? await peek(gunzip(whole)) : { head, whole };
    const format = options.format ?? caseFormatOf(file, unpacked.head);
    if (format === undefined) {
      reading.fail(diagnostic('unknown-log-format', { file }, undefined, reading.whole));
    } else await readAs(format, unpacked.whole, reading);
  } catch (error) {
    if (!(error instanceof GzipError)) throw error;
    reading.fail(diagnostic('gzip-damaged', {}, undefined, reading.whole));
  }
  return reading.end();
}

async function readAs(format: CaseFormat, chunks: Chunks, reading: CaseReading): Promise<void> {
  switch (format) {
    case 'xes':
      await readXes(chunks, reading);
      return;
    case 'jsonl':
      await readCaseLines(chunks, reading);
      return;
    case 'table':
      await readEventTable(chunks, reading);
      return;
    case 'ocel-json':
    case 'ocel-xml':
      await readOcel(format, chunks, reading);
      return;
  }
}

/** An object-centric log is read as a whole: an event may come before or after what it is about. */
const OCEL_LIMIT = 256 * 1024 * 1024;

async function readOcel(
  format: 'ocel-json' | 'ocel-xml',
  chunks: Chunks,
  reading: CaseReading,
): Promise<void> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > OCEL_LIMIT) {
      const params = { what: reading.file, limit: '256 MiB' };
      reading.fail(diagnostic('too-large', params, undefined, reading.whole));
      return;
    }
  }
  const bytes = joined(pieces, length);
  if (format === 'ocel-xml') {
    const log = readOcelXml(bytes, reading);
    if (log !== undefined) deliverOcel(log, reading);
    return;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    reading.fail(diagnostic('not-utf8', {}, undefined, reading.whole));
    return;
  }
  const log = readOcelJson(text, reading);
  if (log !== undefined) deliverOcel(log, reading);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The first bytes of a file, and all of it again. */
async function peek(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly whole: Chunks }> {
  const source = iteratorOf(chunks);
  const first: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  while (length < HEAD_BYTES) {
    const next = await source.next();
    if (next.done === true) {
      isOver = true;
      break;
    }
    first.push(next.value);
    length += next.value.length;
  }
  const head = joined(first, length);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    if (!isOver) yield* { [Symbol.asyncIterator]: () => source };
  };
  return { head: head.subarray(0, HEAD_BYTES), whole: whole() };
}

async function* iteratorOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
