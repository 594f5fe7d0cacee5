import {
  type Basis,
  type Constraint,
  type Interval,
  intersect,
  isForSubject,
  type ItemBase,
  matchesGlob,
  type Procedure,
  type Subject,
  SUBJECTS,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { supportedDays } from './days-of-basis.js';
import { piecesOf } from './parameters.js';

/** The subjects for which packs bring an item: those of its own pack, and of packs that take it over. */
export function subjectsWith(
  library: Library,
  { id, pack: home, subjects: named }: Pick<ItemBase, 'id' | 'pack' | 'subjects'>,
): readonly Subject[] {
  const held = new Set(ownSubjects(library, home));
  for (const { manifest } of library.packs.values()) {
    const takes = manifest.extends.some(
      ({ pack, use }) =>
        pack === home && (use === undefined || use.some((glob) => matchesGlob(glob, id))),
    );
    if (takes) for (const subject of manifest.subjects) held.add(subject);
  }
  return SUBJECTS.filter((subject) => held.has(subject) && (named?.includes(subject) ?? true));
}

/** The subjects that a pack is for: all, where it names none. */
export function ownSubjects(library: Library, pack: string): readonly Subject[] {
  const subjects = library.packs.get(pack)?.manifest.subjects ?? [];
  return subjects.length === 0 ? SUBJECTS : subjects;
}

/**
 * A procedure of another subject's pack on the days on which some of its basis speaks for this one: who takes it over
 * has no law to go by on the others, so that a case of these days is not judged.
 */
export function daysWithBasis(
  library: Library,
  procedure: Procedure,
  subject: Subject | undefined,
): Procedure[] {
  const { basis, effective } = procedure;
  const isTheirs = (citation: Basis): boolean =>
    isForSubject(citation, library.instruments.get(citation.instrument), subject);
  if (subject === undefined || basis.every(isTheirs)) return [procedure];
  const held = supportedDays(library, basis, subject);
  const pieces: Interval[] = [];
  for (const piece of piecesOf(held)) {
    const days = intersect(piece, effective);
    if (days === undefined || held.every((each) => intersect(each, days) === undefined)) continue;
    const last = pieces.at(-1);
    if (last !== undefined && last.until === days.from)
      pieces[pieces.length - 1] = { from: last.from, until: days.until };
    else pieces.push(days);
  }
  return pieces.map((days) => ({ ...procedure, effective: days }));
}

/**
 * A procedure with the posts that organisations of a subject have, so that one document may name those of several. A
 * step all of whose posts are of others keeps them: nobody there may do it, and `nobody-may` tells.
 */
export function postsOfSubject(
  library: Library,
  procedure: Procedure,
  subject: Subject | undefined,
): Procedure {
  if (subject === undefined) return procedure;
  const isTheirs = (role: string): boolean => isPostOf(library, role, subject);
  const theirs = (roles: readonly string[]): readonly string[] => {
    const held = roles.filter(isTheirs);
    return held.length === 0 ? roles : held;
  };
  const constraintFor = (constraint: Constraint): Constraint => {
    const { rule } = constraint;
    if (rule.kind !== 'role') return constraint;
    return { ...constraint, rule: { ...rule, roles: theirs(rule.roles) } };
  };
  const isSame = [
    ...procedure.steps.flatMap(({ roles }) => roles),
    ...procedure.constraints.flatMap(({ rule }) => (rule.kind === 'role' ? rule.roles : [])),
  ].every(isTheirs);
  if (isSame) return procedure;
  return {
    ...procedure,
    steps: procedure.steps.map((step) => ({ ...step, roles: theirs(step.roles) })),
    constraints: procedure.constraints.map(constraintFor),
  };
}

/** Whether organisations of a subject have the post: by its own `subjects`, or else by those of its body. */
export function isPostOf(library: Library, id: string, subject: Subject): boolean {
  const role = library.roles.get(id);
  const body = role?.body === undefined ? undefined : library.bodies.get(role.body);
  return (role?.subjects ?? body?.subjects)?.includes(subject) ?? true;
}
