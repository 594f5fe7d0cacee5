import { diagnostic } from '@qingdan/core';
import { decodeUtf8 } from '../text/decode.js';
import { joined } from '../text/joined.js';
import type { CaseFormat, CaseOptions, CaseSource, OnCase, ReadCases } from './case-options.js';
import { CaseReading } from './case-reading.js';
import type { CaseSink } from './case-sink.js';
import { CasesInTurn } from './cases-in-turn.js';
import { GatheredCases } from './gathered-cases.js';
import { GzipError } from './gunzip.js';
import { readCaseLines } from './jsonl/read-case-lines.js';
import { deliverOcel } from './ocel/cases-of-ocel.js';
import { readOcelJson } from './ocel/read-ocel-json.js';
import { readOcelXml } from './ocel/read-ocel-xml.js';
import { openLog } from './open-log.js';
import { readEventTable } from './table/read-event-table.js';
import { readXes } from './xes/read-xes.js';

type Chunks = AsyncIterable<Uint8Array>;

/**
 * Reads a log of events (JSONL, CSV, XLSX, XES, OCEL 2.0 as JSON or XML; packed by gzip or not) and hands on each of its
 * cases. What is wrong is reported with its line; an event that can't be read is counted in its case, and the rest
 * stands. Of XES one trace is held at a time, and of lines and tables one case where `together` says that this will do; of
 * others the whole log, since a case may go on at its end.
 *
 * @example
 * const { diagnostics, counts } = await readCases({ file: 'log.xes', chunks }, { steps: procedure.steps }, check);
 */
export async function readCases(
  source: CaseSource,
  options: CaseOptions,
  onCase: OnCase,
): Promise<ReadCases> {
  const { file } = source;
  const reading = new CaseReading(file, options, onCase);
  try {
    const { format, chunks } = await openLog(source, options);
    if (format === undefined) {
      reading.fail(diagnostic('unknown-log-format', { file }, undefined, reading.whole));
    } else await readAs(format, chunks, reading);
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
      await readCaseLines(chunks, reading, sinkOf(reading));
      return;
    case 'table':
      await readEventTable(chunks, reading, sinkOf(reading));
      return;
    case 'ocel-json':
    case 'ocel-xml':
      await readOcel(format, chunks, reading);
      return;
  }
}

/** Where the events of each case stand together, one case is held at a time. */
function sinkOf(reading: CaseReading): CaseSink {
  return reading.options.together === true ? new CasesInTurn(reading) : new GatheredCases(reading);
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
