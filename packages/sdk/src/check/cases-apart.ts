import type { Library } from '@qingdan/language';
import { restsOn } from '@qingdan/report';

/**
 * The procedures whose cases have nothing to do with other cases, whatever packs an organisation lives by: no step of them is
 * done by another case, they look through no cases, and nothing looks through theirs.
 */
export function casesApart(library: Library): ReadonlySet<string> {
  const procedures = [...library.procedures.values()].flat();
  const ofCases = new Set(procedures.flatMap(({ id, record }) => [id, record]));
  const asked = new Set<string>();
  const resting = new Set<string>();
  const rules = [
    ...library.items.flat(),
    ...library.overlays.flatMap(({ alsoViolatedWhen }) => alsoViolatedWhen ?? []),
  ];
  for (const rule of rules) for (const kind of restsOn(rule, library)) asked.add(kind);
  for (const procedure of procedures) {
    const kinds = [...restsOn(procedure, library)];
    for (const kind of kinds) asked.add(kind);
    if (kinds.some((kind) => ofCases.has(kind))) resting.add(procedure.id);
  }
  return new Set(
    procedures.flatMap(({ id, record }) =>
      asked.has(id) || asked.has(record) || resting.has(id) ? [] : [id],
    ),
  );
}
