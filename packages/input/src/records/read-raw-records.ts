import {
  type Diagnostic,
  diagnostic,
  type Origin,
  readRecord,
  type RecordNode,
  type RecordType,
  type Span,
} from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import type { FaultLog } from '../faults/fault-log.js';
import { spanOfLine } from '../text/place.js';
import { type Seen, SeenRecords } from './seen-records.js';

export interface ReadOptions {
  /** The kind of records that don't say theirs. */
  readonly kind?: string;
  /** The organisation of records that don't say theirs, save of kinds that belong to none. */
  readonly organisation?: string;
  /** What was read before, so that repeated records are found over several files. */
  readonly seen?: Seen;
}

export interface ReadRecords {
  readonly records: readonly RecordNode[];
  readonly diagnostics: readonly Diagnostic[];
  /** The kinds of which a record was lost; undefined where there is no telling which. Their books are not complete. */
  readonly lost: LostKinds;
}

export type LostKinds = ReadonlySet<string | undefined>;

export const NOTHING_LOST: LostKinds = new Set();

/** A value that should be a record, and where it stands. */
interface RawRecord {
  readonly value: unknown;
  readonly path: ValuePath;
  readonly line: number;
}

/** The place of the value at a path, or of its key; of what holds it, where there is no such value. */
export interface WantedPlace {
  readonly path: ValuePath;
  readonly key: boolean;
}

export interface RawSource {
  readonly file: string;
  readonly raws: Iterable<RawRecord>;
  /** Counts what is wrong with the file, so that a flood of faults costs neither memory nor patience. */
  readonly log?: FaultLog;
  /** Called at most once, and only where something is wrong. */
  readonly locate: (wanted: readonly WantedPlace[]) => readonly (Span | undefined)[];
}

/** Reads the values of one text as records. What is wrong gets its place; a repeated record is reported and left out. */
export function readRawRecords(
  { file, raws, log, locate }: RawSource,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
): ReadRecords {
  const seen = options.seen ?? new SeenRecords();
  const records: RecordNode[] = [];
  const faults: { fault: Diagnostic; at: WantedPlace }[] = [];
  const admits = (fault: Diagnostic): boolean => log?.admits(fault, fieldOf(fault)) ?? true;
  const lost = new Set<string | undefined>();
  for (const { value, path, line } of raws) {
    const whole = withDefaults(value, kinds, options);
    const { record, diagnostics } = readRecord(whole, kinds, { file, line }, seen.texts);
    for (const fault of diagnostics) {
      if (admits(fault)) faults.push({ fault, at: placeOf(fault, path) });
    }
    const isNew = record !== undefined && seen.add(record);
    log?.count(isNew);
    if (isNew) {
      records.push(record);
      continue;
    }
    lost.add(record?.record.id ?? kindOf(value, kinds) ?? options.kind);
    if (record !== undefined) {
      const fault = repeated(record, seen.firstOf(record));
      if (admits(fault)) faults.push({ fault, at: { path: [...path, 'id'], key: false } });
    }
    const rest = log?.leave();
    if (rest === undefined) continue;
    lost.add(options.kind);
    faults.push({ fault: rest, at: { path, key: false } });
    break;
  }
  if (faults.length === 0) return { records, diagnostics: [], lost };
  const spans = locate(faults.map(({ at }) => at));
  const diagnostics = faults.map(({ fault: { name, params, path, related }, at }, index) => {
    const span = spans[index];
    const more = {
      ...(path === undefined ? {} : { path }),
      ...(related === undefined ? {} : { related }),
    };
    if (span !== undefined) return diagnostic(name, params, span, more);
    return diagnostic(name, params, undefined, { ...more, path: at.path, file });
  });
  return { records, diagnostics, lost };
}

function repeated({ record, id }: RecordNode, first: Origin | undefined): Diagnostic {
  const params = { kind: record.id, id };
  if (first?.line === undefined) return diagnostic('duplicate-record', params);
  const related = [spanOfLine({ file: first.file, line: first.line, offset: 0 })];
  return diagnostic('duplicate-record', params, undefined, { related });
}

function placeOf({ name, path = [] }: Diagnostic, prefix: ValuePath): WantedPlace {
  return { path: [...prefix, ...path], key: name === 'unknown-field' && path.at(-1) !== 'none' };
}

/** The field that a fault is in, whichever member of a list. What nobody knows has no name here: there is no end of it. */
function fieldOf({ name, path = [] }: Diagnostic): string {
  return (name === 'unknown-field' ? path.slice(0, -1) : path)
    .filter((part) => typeof part === 'string')
    .join('.');
}

function kindOf(value: unknown, kinds: ReadonlyMap<string, RecordType>): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'kind'))
    return undefined;
  const { kind } = value as { kind: unknown };
  return typeof kind === 'string' && kinds.has(kind) ? kind : undefined;
}

/** A record with what it leaves to its file. */
function withDefaults(
  value: unknown,
  kinds: ReadonlyMap<string, RecordType>,
  { kind, organisation }: ReadOptions,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const withKind: object =
    kind === undefined || Object.hasOwn(value, 'kind') ? value : { kind, ...value };
  if (organisation === undefined || Object.hasOwn(value, 'organisation')) return withKind;
  const type = kinds.get(kindOf(withKind, kinds) ?? '');
  return type === undefined || type.shared || type.id === ORGANISATION
    ? withKind
    : { ...withKind, organisation };
}

/** The kind of record that is an organisation itself. */
const ORGANISATION = 'organisation';
