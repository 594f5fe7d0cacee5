import { type Diagnostic, diagnostic, type RecordType } from '@qingdan/core';
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
  let next = 0;
  const raws = values.map((value, index) => ({
    value,
    path: pathOf(index),
    line: (isObject(value) ? lines[next++] : undefined) ?? 1,
  }));
  const read = readRawRecords(
    { file, raws, locate: (wanted) => placesOfValues(text, place, wanted) },
    kinds,
    options,
  );
  const strange = placesOfValues(
    text,
    place,
    unknown.map(({ key }) => ({ path: [key], key: true })),
  ).map((span, index) => {
    const { name, params } = (unknown[index] as (typeof unknown)[number]).fault;
    return diagnostic(name, params, span);
  });
  return {
    records: read.records,
    diagnostics: [...parsed.diagnostics, ...strange, ...read.diagnostics],
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
): ReadRecords {
  if (text.trim() === '') return { records: [], diagnostics: [], lost: NOTHING_LOST };
  const parsed = parseJson(text, place);
  if (!('value' in parsed)) return unread(parsed.diagnostics, options);
  const raws = [{ value: parsed.value, path: [], line: place.line }];
  const read = readRawRecords(
    { file: place.file, raws, locate: (wanted) => placesOfValues(text, place, wanted) },
    kinds,
    options,
  );
  return parsed.diagnostics.length === 0
    ? read
    : { ...read, diagnostics: [...parsed.diagnostics, ...read.diagnostics] };
}

function unread(diagnostics: readonly Diagnostic[], { kind }: ReadOptions): ReadRecords {
  return { records: [], diagnostics, lost: new Set([kind]) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
