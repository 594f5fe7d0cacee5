import { type Subject, SUBJECTS } from '@qingdan/core';
import { extendedBy, type Library } from '@qingdan/language';

/**
 * Whose rules are meant where nothing says it: of the subjects that packs are for, the one on whose packs the others build,
 * as a community's takes procedures over from the village's. Undefined where there are several such, or none.
 */
export function usualSubject(library: Library): Subject | undefined {
  const isForSome = (name: string): boolean =>
    (library.packs.get(name)?.manifest.subjects.length ?? 0) > 0;
  const [first, second] = new Set(
    [...library.packs].flatMap(([name, { manifest }]) =>
      [...extendedBy(library, name)].some(isForSome) ? [] : manifest.subjects,
    ),
  );
  return second === undefined ? first : undefined;
}

/** Whose procedure it is; of several subjects the usual one, or else that named first. */
export function subjectOfProcedure(
  { packs, procedures }: Library,
  id: string,
  usual: Subject | undefined,
): Subject | undefined {
  const [first] = procedures.get(id) ?? [];
  const subjects = first?.subjects ?? packs.get(first?.pack ?? '')?.manifest.subjects ?? [];
  return usual !== undefined && subjects.includes(usual) ? usual : (subjects[0] ?? usual);
}

/** Whether the packs are for more than one subject, so that one that isn't stated is assumed. */
export function areForSeveral({ packs }: Library): boolean {
  return new Set([...packs.values()].flatMap(({ manifest }) => manifest.subjects)).size > 1;
}

/** The subjects for which packs have lists; empty where each list is for all. */
export function subjectsWithLists({ packs, items }: Library): readonly Subject[] {
  const named = items.flatMap(
    ([first]) => first?.subjects ?? packs.get(first?.pack ?? '')?.manifest.subjects ?? [],
  );
  return SUBJECTS.filter((subject) => named.includes(subject));
}
