import type { CaseEvent, CaseLog, Diagnostic, Participant, RecordNode } from '@qingdan/core';
import { FaultLog } from '../../faults/fault-log.js';
import type { Resolver } from '../../tables/mapping/mapping.js';
import { lookUpName } from '../../tables/resolve/look-up-name.js';
import { RegisterIndex } from '../../tables/resolve/register-index.js';
import { spanOfLine } from '../../text/place.js';
import { plainHeader } from '../../tables/cells/plain.js';
import type { CaseMapping } from '../case-options.js';

export interface ResolvedCases {
  /** In their order. */
  readonly logs: readonly CaseLog[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks up the names that a table of events has in place of ids of persons, once the registers are read. A unique name gives
 * the id, marked as found by name; one that nobody or several have is reported and reads as unknown.
 */
export function resolveCaseNames(
  logs: readonly CaseLog[],
  { columns = {}, resolve = new Map() }: CaseMapping,
  file: string,
  registers: readonly RecordNode[],
): ResolvedCases {
  const of = (...fields: readonly string[]): Column | undefined => {
    const column = Object.keys(columns).find((name) => fields.includes(columns[name] ?? ''));
    const resolver = column === undefined ? undefined : resolve.get(plainHeader(column));
    return column === undefined || resolver === undefined ? undefined : { column, resolver };
  };
  const by = of('by', 'by.id');
  const participants = of('participants');
  if (by === undefined && participants === undefined) return { logs, diagnostics: [] };
  const index = new RegisterIndex(registers);
  const faults = new FaultLog(file);
  /** Of all the names in a column, nothing more can be said. */
  const without = new Set<string>();
  const find = (
    { person, ...rest }: Participant,
    { column, resolver }: Column,
    event: CaseEvent,
    organisation: string | undefined,
  ): Participant => {
    if (person === undefined) return { person, ...rest };
    const line = event.place?.line ?? 1;
    const span = spanOfLine({ file: event.place?.file ?? file, line, offset: line });
    const asked = { resolver, column, span, place: `${column} ${String(line)}` };
    const { id, isId, fault } = lookUpName(asked, person, organisation, index);
    if (fault !== undefined && !(fault.name === 'no-register' && without.has(column))) {
      if (fault.name === 'no-register') without.add(column);
      faults.add(fault, column, fault.name === 'name-without-organisation' ? '' : undefined);
    }
    return { person: id, ...rest, ...(id === undefined || isId === true ? {} : { byName: true }) };
  };
  const resolved = logs.map((log): CaseLog => ({
    ...log,
    events: log.events.map((event) => ({
      ...event,
      by:
        by === undefined || event.by === undefined
          ? event.by
          : find(event.by, by, event, log.organisation),
      participants:
        participants === undefined
          ? event.participants
          : event.participants.map((each) => find(each, participants, event, log.organisation)),
    })),
  }));
  return { logs: resolved, diagnostics: [...faults.take(), ...faults.rest()] };
}

/** A column of persons. */
interface Column {
  readonly column: string;
  readonly resolver: Resolver;
}
