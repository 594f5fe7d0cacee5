import { type Diagnostic, diagnostic, type Procedure, said } from '@qingdan/core';
import type { Library } from '../../library.js';
import { isPostOf, subjectsWith } from '../../resolve/taken-over.js';
import { rolesThatFill } from './roles-that-fill.js';
import { rulesOf } from './rules.js';

/** Somebody may do each step: who is asked for isn't turned away, and who must be one person isn't kept apart. */
export function checkNobodyMay(library: Library): Diagnostic[] {
  return [...library.procedures.values()]
    .flat()
    .flatMap((procedure) => [
      ...turnedAway(library, procedure),
      ...postsOfOthers(library, procedure),
      ...keptApart(procedure),
    ]);
}

function turnedAway(library: Library, procedure: Procedure): Diagnostic[] {
  return rulesOf(procedure, 'role').flatMap(({ rule: { step, roles, not }, span }) => {
    const isTurnedAway = (role: string): boolean =>
      not.includes(role) && !hasStandIn(library, role);
    if (roles.length === 0 || !roles.every(isTurnedAway)) return [];
    const reason = {
      zh: '`by` 的岗位都在 `notRole` 中',
      en: '`notRole` has every role of `by`',
    };
    return [diagnostic('nobody-may', { step, ...said('reason', reason) }, span)];
  });
}

/** Where organisations of a subject have none of the posts. */
function postsOfOthers(library: Library, procedure: Procedure): Diagnostic[] {
  return rulesOf(procedure, 'role').flatMap(({ rule: { step, roles }, span }) => {
    if (roles.length === 0) return [];
    const lacking = subjectsWith(library, procedure).filter(
      (subject) => !roles.some((role) => isPostOf(library, role, subject)),
    );
    return lacking.map((subject) => {
      const reason = {
        zh: `\`${subject}\` 没有 \`by\` 中的岗位`,
        en: `a \`${subject}\` has none of the posts of \`by\``,
      };
      return diagnostic('nobody-may', { step, ...said('reason', reason) }, span);
    });
  });
}

/** Whether one of a higher rank in the same body may stand in. */
function hasStandIn(library: Library, role: string): boolean {
  return rolesThatFill(library, role).length > 1;
}

function keptApart(procedure: Procedure): Diagnostic[] {
  const apart = rulesOf(procedure, 'apart');
  const groups = new Map(procedure.steps.map(({ id }) => [id, new Set([id])]));
  for (const { rule } of apart) {
    // Of several steps it may be that one is enough.
    const [other] = rule.relation === 'same' && rule.steps.length === 1 ? rule.steps : [];
    if (other === undefined) continue;
    const joined = new Set([...(groups.get(rule.step) ?? []), ...(groups.get(other) ?? [])]);
    for (const step of joined) groups.set(step, joined);
  }
  return apart.flatMap(({ rule: { step, relation, steps }, span }) => {
    if (relation === 'same') return [];
    return steps
      .filter((other) => groups.get(step)?.has(other) === true)
      .map((other) => {
        const reason = {
          zh: `既须与 \`${other}\` 由同一人办理，又须由不同的人办理`,
          en: `it has to be who did \`${other}\`, and must not be`,
        };
        return diagnostic('nobody-may', { step, ...said('reason', reason) }, span);
      });
  });
}
