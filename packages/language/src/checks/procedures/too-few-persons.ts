import { type Diagnostic, diagnostic, type Procedure, said, type Step } from '@qingdan/core';
import type { Library } from '../../library.js';
import { postsOfSubject, subjectsWith } from '../../resolve/taken-over.js';
import { canBeManned, type Task } from './man-tasks.js';
import { owedTogether } from './owed-together.js';
import { rolesThatFill } from './roles-that-fill.js';
import { rulesOf } from './rules.js';

/** The persons that there can be in each role are enough for the steps that one case owes, and for each step by itself. */
export function checkTooFewPersons(library: Library): Diagnostic[] {
  const seatsOf = (role: string): number | undefined => library.roles.get(role)?.seats;
  const told = new Set<string>();
  return (
    [...library.procedures.values()]
      .flat()
      // Of several subjects each has its own posts, and one may have fewer persons than all of them together.
      .flatMap((procedure) => [
        ...new Set(
          subjectsWith(library, procedure).map((subject) =>
            postsOfSubject(library, procedure, subject),
          ),
        ),
      ])
      .flatMap(lackingIn)
      .filter((each) => !told.has(JSON.stringify(each)) && told.add(JSON.stringify(each)))
  );

  function lackingIn(procedure: Procedure): Diagnostic[] {
    const { steps, span } = procedure;
    if (!rulesOf(procedure, 'role').some(({ rule }) => rule.roles.some(isScarce))) return [];
    const suffice = (some: readonly Step[]): boolean =>
      canBeManned(tasksOf(some, procedure, library), seatsOf);
    const told = new Map<string, readonly Step[]>();
    for (const owed of [...steps.map((step) => [step]), ...owedTogether(procedure)]) {
      if (suffice(owed)) continue;
      const least = leastOf(owed, suffice);
      told.set(JSON.stringify(least.map(({ id }) => id)), least);
    }
    return [...told.values()].map((those) =>
      diagnostic(
        'too-few-persons',
        {
          id: procedure.id,
          ...said('steps', { zh: quoted(those, '、'), en: quoted(those, ', ') }),
          ...said('seats', scarceOf(those, procedure, library)),
        },
        those.at(-1)?.span ?? span,
      ),
    );
  }

  function isScarce(role: string): boolean {
    return rolesThatFill(library, role).every((id) => library.roles.get(id)?.seats !== undefined);
  }
}

/** Of steps for which there are too few, those without any of which there would be enough. */
function leastOf(
  steps: readonly Step[],
  suffice: (steps: readonly Step[]) => boolean,
): readonly Step[] {
  let left = steps;
  for (const step of steps) {
    const others = left.filter((other) => other !== step);
    if (!suffice(others)) left = others;
  }
  return left;
}

/** What persons are wanted for: steps that one person must do are one task. Those that seats don't matter to are left out. */
function tasksOf(steps: readonly Step[], procedure: Procedure, library: Library): readonly Task[] {
  const ids = new Set(steps.map(({ id }) => id));
  const group = groupsOf(ids, procedure);
  const wanted = rulesOf(procedure, 'role').filter(({ rule }) => ids.has(rule.step));
  const groups = [...new Set(group.values())];
  const apart = rulesOf(procedure, 'apart').flatMap(
    ({ rule: { step, relation, steps: others } }) =>
      relation === 'same' || !ids.has(step)
        ? []
        : others
            .filter((other) => ids.has(other))
            .map((other) => [group.get(step), group.get(other)]),
  );
  const numbered = groups.flatMap((own) => {
    const rules = wanted.flatMap(({ rule }) => (group.get(rule.step) === own ? [rule] : []));
    const barred = new Set(rules.flatMap(({ not }) => not));
    const wants = rules
      .filter(({ roles }) => roles.length > 0)
      .map(({ roles }) => [
        ...new Set(roles.flatMap((role) => rolesThatFill(library, role)).filter(mayHave)),
      ]);
    // A figure that depends on the day is one at least.
    const count = Math.max(
      1,
      ...rules.map((rule) => (typeof rule.count === 'number' ? rule.count : 1)),
    );
    const isFree = wants.every((roles) => roles.some((role) => seatsIn(role) === undefined));
    // What nobody may do whatever the seats is for another check to tell.
    const isVain =
      wants.some((roles) => roles.length === 0) ||
      (count > 1 && own.size > 1) ||
      apart.some(([one, other]) => one === own && other === own);
    return isFree || isVain ? [] : [{ own, count, wants, barred }];

    function mayHave(role: string): boolean {
      return !barred.has(role);
    }
  });
  return numbered.map(({ own, ...task }) => ({
    ...task,
    apart: new Set(
      apart.flatMap(([one, other]) => {
        const at = numbered.findIndex((each) => each.own === other);
        return one === own && at >= 0 ? [at] : [];
      }),
    ),
  }));

  function seatsIn(role: string): number | undefined {
    return library.roles.get(role)?.seats;
  }
}

/** For each step, those that the same person does. */
function groupsOf(
  ids: ReadonlySet<string>,
  procedure: Procedure,
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map([...ids].map((id) => [id, new Set([id])]));
  for (const { rule } of rulesOf(procedure, 'apart')) {
    // Of several steps it may be that one is enough.
    const [other] = rule.relation === 'same' && rule.steps.length === 1 ? rule.steps : [];
    const [mine, theirs] = [groups.get(rule.step), groups.get(other ?? '')];
    if (mine === undefined || theirs === undefined) continue;
    const joined = new Set([...mine, ...theirs]);
    for (const step of joined) groups.set(step, joined);
  }
  return groups;
}

function scarceOf(
  steps: readonly Step[],
  procedure: Procedure,
  library: Library,
): { readonly zh: string; readonly en: string } {
  const ids = new Set(steps.map(({ id }) => id));
  const rules = rulesOf(procedure, 'role').filter(({ rule }) => ids.has(rule.step));
  const roles = new Set(
    rules.flatMap(({ rule }) => rule.roles.flatMap((role) => rolesThatFill(library, role))),
  );
  const seats = [...roles].flatMap((role) => {
    const count = library.roles.get(role)?.seats;
    return count === undefined ? [] : [{ role, count }];
  });
  return {
    zh: seats.map(({ role, count }) => `\`${role}\` 同时最多 ${count} 人`).join('，'),
    en: seats.map(({ role, count }) => `\`${role}\` is held by ${count} at most`).join(', '),
  };
}

function quoted(steps: readonly Step[], between: string): string {
  return steps.map(({ id }) => `\`${id}\``).join(between);
}
