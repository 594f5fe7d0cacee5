import {
  type Calendar,
  type Constraint,
  type Day,
  type Diagnostic,
  diagnostic,
  Duration,
  type Expression,
  printDate,
  type Procedure,
} from '@qingdan/core';
import type { Library } from '../../library.js';

/**
 * The calendar knows the first days on which a procedure counts working days, or moves a last day that is one of rest. A
 * procedure that names no first day of its own or of its pack is taken to begin with the calendar.
 */
export function checkCalendarShort(library: Library, calendar: Calendar): Diagnostic[] {
  return [...library.procedures.values()].flat().flatMap((procedure) => {
    const from = firstDayOf(procedure, library);
    if (from === undefined || (from >= calendar.first && from <= calendar.last)) return [];
    const constraint = procedure.constraints.find((each) => needsCalendar(each, library));
    if (constraint === undefined) return [];
    const params = {
      id: procedure.id,
      constraint: constraint.id,
      from: printDate(from),
      first: printDate(calendar.first),
      last: printDate(calendar.last),
    };
    return [diagnostic('calendar-short', params, constraint.span)];
  });
}

/** From when a procedure is in force and cases are judged at all. */
function firstDayOf({ effective, pack }: Procedure, { packs }: Library): Day | undefined {
  const days = [effective.from, packs.get(pack)?.manifest.coversFrom].filter(
    (day) => day !== undefined,
  );
  return days.length === 0 ? undefined : Math.max(...days);
}

function needsCalendar({ rule }: Constraint, library: Library): boolean {
  switch (rule.kind) {
    case 'deadline':
      return (
        rule.counting.rolls ||
        (rule.within.kind === 'length' && isInWorkdays(rule.within.length, library))
      );
    case 'gap':
    case 'publicity':
      return isInWorkdays(rule.least, library);
    case 'recurrence':
      return isInWorkdays(rule.every, library);
    case 'backfill':
      return isInWorkdays(rule.within, library);
    case 'evidence':
      return rule.dueWithin !== undefined && isInWorkdays(rule.dueWithin, library);
    case 'existence':
    case 'guard':
    case 'precedence':
    case 'role':
    case 'apart':
    case 'quorum':
    case 'via':
    case 'limit':
    case 'template':
      return false;
  }
}

function isInWorkdays(length: Expression, { parameters }: Library): boolean {
  const values =
    length.kind === 'literal'
      ? [length.value]
      : length.kind === 'parameter'
        ? (parameters.get(length.id) ?? []).flatMap((each) => each.values.map(({ value }) => value))
        : [];
  return values.some((value) => value instanceof Duration && value.unit === 'workdays');
}
