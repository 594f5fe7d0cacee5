import {
  contains,
  type Day,
  type Diagnostic,
  diagnostic,
  Duration,
  type Expression,
  type Policy,
  printDuration,
  type Procedure,
  sortDiagnostics,
  valueInForce,
} from '@qingdan/core';
import type { Library } from '../../library.js';
import { resolvePolicy } from '../../resolve/resolve-policy.js';
import { placesOf } from '../places.js';
import { leastTime } from './least-time.js';
import { rulesOf } from './rules.js';

/**
 * The gaps and publicity that must lie between two steps fit into a deadline over them. Lengths are those in force on
 * each day, for each sort of organisation; only those of the deadline's own unit are added up.
 */
export function checkDeadlines(library: Library): Diagnostic[] {
  if (library.procedures.size === 0) return [];
  const found = placesOf(library).flatMap((place) => {
    const { value: policy } = resolvePolicy(library, place);
    return [...policy.procedures.values()]
      .flat()
      .flatMap((procedure) => tooShort(policy, procedure));
  });
  // Organisations of several kinds and places have the same procedures.
  return sortDiagnostics(found);
}

function tooShort(policy: Policy, procedure: Procedure): Diagnostic[] {
  const days = daysOf(policy, procedure);
  return rulesOf(procedure, 'deadline').flatMap(({ id, rule, span }) => {
    const { from, to, within, pausedBy } = rule;
    // No time runs in a pause, and the end of a month may be near or far.
    if (within.kind === 'end' || pausedBy !== undefined) return [];
    for (const day of days) {
      const deadline = lengthOn(policy, within.length, day);
      if (deadline === undefined) continue;
      const { count, unit } = deadline;
      const countOf = (length: Expression): number => {
        const duration = lengthOn(policy, length, day);
        return duration?.unit === unit ? duration.count : 0;
      };
      const least = leastTime(procedure, from, to, countOf);
      if (least === undefined || least.count <= count) continue;
      const print = (number: number): string => printDuration(new Duration(number, unit));
      const chain = least.chain.map(({ step, more }) =>
        more === 0 ? step : `${step} (${print(more)})`,
      );
      const params = {
        id: `${procedure.id}: ${id}`,
        deadline: print(count),
        least: print(least.count),
        chain: chain.join(' → '),
      };
      return [diagnostic('deadline-too-short', params, span)];
    }
    return [];
  });
}

/** The first day of the procedure, and each on which a parameter that it uses changes. */
function daysOf(policy: Policy, procedure: Procedure): Day[] {
  const days = new Set<Day>([procedure.effective.from ?? -Infinity]);
  for (const { rule } of procedure.constraints) {
    const lengths =
      rule.kind === 'deadline' && rule.within.kind === 'length'
        ? [rule.within.length]
        : rule.kind === 'gap' || rule.kind === 'publicity'
          ? [rule.least]
          : [];
    for (const length of lengths)
      if (length.kind === 'parameter')
        for (const { interval } of policy.parameters.get(length.id)?.values ?? [])
          if (interval.from !== undefined && contains(procedure.effective, interval.from))
            days.add(interval.from);
  }
  return [...days].sort((a, b) => a - b);
}

/** A length that is known without a case: a literal, or a parameter by its value on a day. */
function lengthOn(policy: Policy, length: Expression, day: Day): Duration | undefined {
  const value =
    length.kind === 'literal'
      ? length.value
      : length.kind === 'parameter'
        ? valueInForce(policy.parameters.get(length.id), day)?.value
        : undefined;
  return value instanceof Duration ? value : undefined;
}
