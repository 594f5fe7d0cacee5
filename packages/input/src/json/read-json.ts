import { type Diagnostic, diagnostic, type RecordType } from '@qingdan/core';
import { FaultLog } from '../faults/fault-log.js';
import { collectRaws } from '../records/collect-raws.js';
import {
  NOTHING_LOST,
  readRawRecords,
  type ReadOptions,
  type ReadRecords,
} from '../records/read-raw-records.js';
import type { TextPlace } from '../text/place.js';
import { parseJson } from './parse-json.js';
import { placesOfValues } from './place-of-values.js';
import { objectLines } from './scan-json.js';

/** The records of a JSON file. */
export function readJson(
  text: string,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
): ReadRecords {
  const place: TextPlace = { file, line: 1, offset: 0 };
  const parsed = parseJson(text, place);
  if (!('value' in parsed)) return unread(parsed.diagnostics, options);
  const { values, pathOf, depth, unknown } = collectRaws(parsed.value);
  const lines = objectLines(text, depth);
  const log = new FaultLog(file);
  // One by one: a file may hold millions.
  const raws = function* () {
    let next = 0;
    for (const [index, value] of values.entries()) {
      const line = (isObject(value) ? lines[next++] : undefined) ?? 1;
      yield { value, path: pathOf(index), line };
    }
  };
  const noted = parsed.diagnostics.filter((item) => log.admits(item));
  const told = unknown.filter(({ fault }) => log.admits(fault));
  const read = readRawRecords(
    { file, raws: raws(), log, locate: (wanted) => placesOfValues(text, place, wanted) },
    kinds,
    options,
  );
  const strange = placesOfValues(
    text,
    place,
    told.map(({ key }) => ({ path: [key], key: true })),
  ).map((span, index) => {
    const { name, params } = (told[index] as (typeof told)[number]).fault;
    return diagnostic(name, params, span);
  });
  return {
    records: read.records,
    diagnostics: [...noted, ...strange, ...read.diagnostics, ...log.rest()],
    // A key beside `records` may have held some.
    lost: strange.length === 0 ? read.lost : new Set([...read.lost, options.kind]),
  };
}

/** The record on one line of a JSONL file. */
export function readJsonLine(
  text: string,
  place: TextPlace,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  log: FaultLog,
): ReadRecords {
  if (text.trim() === '') {
    log.count(false);
    return { records: [], diagnostics: [], lost: NOTHING_LOST };
  }
  const parsed = parseJson(text, place);
  const noted =
    parsed.diagnostics.length === 0
      ? parsed.diagnostics
      : parsed.diagnostics.filter((item) => log.admits(item));
  if (!('value' in parsed)) {
    log.count(false);
    return unread(noted, options);
  }
  const raws = [{ value: parsed.value, path: [], line: place.line }];
  const read = readRawRecords(
    { file: place.file, raws, log, locate: (wanted) => placesOfValues(text, place, wanted) },
    kinds,
    options,
  );
  return noted.length === 0 ? read : { ...read, diagnostics: [...noted, ...read.diagnostics] };
}

function unread(diagnostics: readonly Diagnostic[], { kind }: ReadOptions): ReadRecords {
  return { records: [], diagnostics, lost: new Set([kind]) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
