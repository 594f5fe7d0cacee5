import {
  type Basis,
  type Diagnostic,
  diagnostic,
  intersect,
  type Procedure,
  said,
} from '@qingdan/core';
import type { Library, ManifestWaiver } from '../library.js';
import { standsAtOrAbove } from '../resolve/jurisdiction.js';
import { isAbove, makersOf } from './rank.js';

/** A waiver is given by the level whose instrument made the rule, or by a level above it. */
export function checkWaiverRank(library: Library): Diagnostic[] {
  return [...library.packs].flatMap(([pack, { manifest }]) =>
    manifest.waivers.flatMap((waiver) => {
      const { approver } = waiver;
      const makers = ruleOf(library, pack, waiver)
        .flatMap((rule) => makersOf(library, rule.basis, rule.pack))
        .filter((maker) => !standsAtOrAbove(approver.jurisdiction, maker));
      const [maker] = makers;
      if (maker === undefined) return [];
      const id = waiver.item ?? waiver.parameter ?? '';
      const { name, jurisdiction } = approver;
      const by = said('approver', {
        zh: `${name}（${jurisdiction}）`,
        en: `${name} (${jurisdiction})`,
      });
      const params = { id, ...by, maker };
      return [diagnostic('waiver-rank', params, waiver.span)];
    }),
  );
}

/** What a waiver lifts: the revisions of an item, or the values that packs above give a parameter, on its days. */
function ruleOf(
  library: Library,
  pack: string,
  waiver: ManifestWaiver,
): { readonly basis: readonly Basis[]; readonly pack: string }[] {
  const { item, parameter, interval } = waiver;
  if (item !== undefined) {
    const [named = '', requirement] = item.split('#');
    const rules: readonly Revised[] =
      requirement === undefined
        ? [...library.items.flat(), ...(library.procedures.get(named) ?? [])]
        : (library.procedures.get(named) ?? []);
    return rules
      .filter(({ id, effective }) => id === named && intersect(effective, interval) !== undefined)
      .map((rule) => ({ pack: rule.pack, basis: basisOf(rule, requirement) }));
  }
  return (library.parameters.get(parameter ?? '') ?? [])
    .filter((document) => isAbove(library, document.pack, pack))
    .flatMap(({ values }) => values)
    .filter((value) => !value.unset && intersect(value.interval, interval) !== undefined);
}

type Revised = Library['items'][number][number] | Procedure;

/** The basis of a rule, or of what it requires. */
function basisOf(rule: Revised, requirement: string | undefined): readonly Basis[] {
  if (requirement === undefined || rule.kind !== 'Procedure') return rule.basis;
  return rule.constraints.find(({ id }) => id === requirement)?.basis ?? [];
}
