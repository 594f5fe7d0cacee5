import type { Diagnostic, RecordNode } from '@qingdan/core';
import { FaultLog } from '../../faults/fault-log.js';
import { belongsField } from '../mapping/refers-to.js';
import type { PendingName } from '../read-table.js';
import { completeParty } from './complete-party.js';
import { lookUpName, type Resolved } from './look-up-name.js';
import { RegisterIndex } from './register-index.js';
import { replaceValue, valueAt } from './replace-value.js';

export interface ResolvedNames {
  /** All records, in their order. */
  readonly records: readonly RecordNode[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks up the names that tables have in place of ids, once all files of a run are read. A unique name gives the id, and
 * its field is marked as found by name; one that nobody or several have is reported and reads as unknown.
 *
 * @param records those of all files, registers and all.
 */
export function resolveNames(
  records: readonly RecordNode[],
  names: readonly PendingName[],
): ResolvedNames {
  if (names.length === 0) return { records, diagnostics: [] };
  const latest = new Map<RecordNode, RecordNode>();
  const logs = new Map<string, FaultLog>();
  const without = new Set<string>();
  const resolveAll = (some: readonly PendingName[], index: RegisterIndex): void => {
    for (const cell of byCell(some)) {
      const faults: Diagnostic[] = [];
      let found: PendingName | undefined;
      for (const pending of cell) {
        const record = latest.get(pending.record) ?? pending.record;
        const { id, isId, fault } = resolve(pending, record, index);
        if (id !== undefined) found = pending;
        if (fault !== undefined) faults.push(fault);
        latest.set(pending.record, replaceValue(record, pending.path, id, isId !== true));
      }
      if (found !== undefined && isOneName(cell)) {
        const others = cell.filter((name) => name !== found).map(({ path }) => path);
        const record = latest.get(found.record) ?? found.record;
        latest.set(found.record, completeParty(record, found.path, others));
      }
      const [first] = cell;
      if (first === undefined) continue;
      const told = isOneName(cell) ? ofOneName(faults, found !== undefined) : faults;
      for (const fault of told) {
        const { name, params } = fault;
        if (name === 'no-register') {
          // Of all the names in a column, nothing more can be said.
          const key = JSON.stringify([first.span.source.file, first.column, params.kind]);
          if (without.has(key)) continue;
          without.add(key);
        }
        const once = name === 'name-without-organisation' ? '' : undefined;
        logOf(logs, first).add(fault, first.column, once);
      }
    }
  };
  const current = (): readonly RecordNode[] =>
    latest.size === 0 ? records : records.map((record) => latest.get(record) ?? record);
  // Of which organisation a record is decides within which its other names are looked up; and whom the registers of an
  // organisation list, by names themselves, decides who is of it.
  const passes: Record<Pass, PendingName[]> = { organisation: [], register: [], rest: [] };
  for (const name of names) passes[passOf(name)].push(name);
  for (const pass of PASSES) {
    if (passes[pass].length > 0) resolveAll(passes[pass], new RegisterIndex(current()));
  }
  const diagnostics = [...logs.values()].flatMap((log) => [...log.take(), ...log.rest()]);
  return { records: current(), diagnostics };
}

const PASSES = ['organisation', 'register', 'rest'] as const;
type Pass = (typeof PASSES)[number];

function passOf({ path: [field], record, resolver }: PendingName): Pass {
  if (field === 'organisation') return 'organisation';
  return belongsField(record.record, resolver.kind) === field ? 'register' : 'rest';
}

/** Names from one cell, which stand beside each other. */
function* byCell(names: readonly PendingName[]): Generator<readonly PendingName[]> {
  let cell: PendingName[] = [];
  for (const name of names) {
    const [first] = cell;
    if (
      first !== undefined &&
      (first.record !== name.record || first.span.start !== name.span.start)
    ) {
      yield cell;
      cell = [];
    }
    cell.push(name);
  }
  if (cell.length > 0) yield cell;
}

/** Whether names of one cell are one name, looked up in several registers, and not a list of names. */
function isOneName(cell: readonly PendingName[]): boolean {
  return new Set(cell.map(({ resolver }) => resolver.kind)).size === cell.length;
}

/** Who is a firm is no person, and need not be among them; who is neither is told once. */
function ofOneName(faults: readonly Diagnostic[], isFound: boolean): readonly Diagnostic[] {
  const told: Diagnostic[] = [];
  for (const fault of faults) {
    const isMissing = fault.name === 'name-unknown' || fault.name === 'no-register';
    if (isMissing && isFound) continue;
    const at = isMissing ? told.findIndex(({ name }) => name === fault.name) : -1;
    const before = told[at];
    if (before === undefined) told.push(fault);
    else told[at] = { ...before, params: joined(before.params, fault.params) };
  }
  return told;
}

function joined(a: Diagnostic['params'], b: Diagnostic['params']): Record<string, string> {
  const kinds = (key: string, word: string) => `${a[key] ?? ''}${word}${b[key] ?? ''}`;
  return {
    ...a,
    kind: kinds('kind', ' or '),
    'kind.zh': kinds('kind.zh', '、'),
    ...(a.nearest === undefined ? {} : { nearest: kinds('nearest', '') }),
  };
}

function logOf(logs: Map<string, FaultLog>, { span }: PendingName): FaultLog {
  const { file } = span.source;
  const log = logs.get(file) ?? new FaultLog(file);
  logs.set(file, log);
  return log;
}

function resolve(pending: PendingName, record: RecordNode, index: RegisterIndex): Resolved {
  const { path } = pending;
  const isEnvelope = path.length === 1 && path[0] === 'organisation';
  const written = isEnvelope ? record.organisation : valueAt(record, path);
  if (typeof written !== 'string') return { id: undefined };
  return lookUpName(pending, written, record.organisation, index);
}
