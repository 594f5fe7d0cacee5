import { leadsTo, type Procedure, type Step } from '@qingdan/core';

/**
 * Sets of steps that one case owes: all that must be done, or what leads to one way in which it ends; with those, the steps
 * that are owed under one and the same condition. Of different conditions it isn't known whether they hold together.
 */
export function owedTogether(procedure: Procedure): readonly (readonly Step[])[] {
  const leads = leadsTo(procedure);
  const required = procedure.steps.filter(({ optional }) => !optional);
  const endings = procedure.steps.filter(({ ends }) => ends !== undefined);
  const courses = endings.map((ending) => [
    ...required.filter(({ id }) => id !== ending.id && leads(id, ending.id)),
    ending,
  ]);
  // Where it needs no step to end, it may end with all of them done.
  if (endings.every(({ optional }) => optional))
    courses.push(required.filter(({ ends }) => ends === undefined));
  return courses.flatMap((course) => {
    const conditions = new Set(course.map(conditionOf));
    return [...conditions].map((condition) =>
      course.filter((step) => [undefined, condition].includes(conditionOf(step))),
    );
  });
}

/** The condition under which a step is owed, whatever its place; undefined: always. */
function conditionOf({ when, decidedBy }: Step): string | undefined {
  return when === undefined ? undefined : JSON.stringify([decidedBy, when], plain);
}

function plain(key: string, value: unknown): unknown {
  if (key === 'span') return undefined;
  if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
  // JSON has none of these, or makes the same of all of them.
  const isBare = ['bigint', 'symbol', 'undefined'].includes(typeof value);
  return isBare || value instanceof RegExp ? `${typeof value} ${String(value)}` : value;
}
