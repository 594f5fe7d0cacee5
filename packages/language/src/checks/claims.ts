import {
  type Basis,
  type Interval,
  intersect,
  type ItemBase,
  type Nature,
  type Prohibition,
  type Span,
  type Subject,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { daysOfBasis } from '../resolve/days-of-basis.js';
import { ownSubjects, subjectsWith } from '../resolve/taken-over.js';
import { ownWeights, rootBranches } from './citations.js';

/** Something that the lists claim, and what it rests on. */
export interface Claim {
  readonly id: string;
  /** The pack whose claim it is. */
  readonly pack: string;
  readonly nature: Nature;
  readonly basis: readonly Basis[];
  readonly interval: Interval;
  readonly subjects: readonly Subject[];
  /** Those for which other packs take it over: there it holds on the days of its basis, and needs none on others. */
  readonly takenOver: readonly Subject[];
  readonly span: Span;
}

/**
 * What each item claims, and each branch that has a nature or a basis of its own, and each branch that an overlay adds.
 * An item all of whose branches speak for themselves claims nothing more.
 */
export function claimsOf(library: Library): Claim[] {
  const ofItems = library.items.flat().flatMap((item): Claim[] => {
    const claim = claimOf(library, item);
    return item.kind === 'Prohibition'
      ? [...claimsOfBranches(item, claim), ...claimsOfOverlays(library, item, claim)]
      : [claim];
  });
  const ofProcedures = [...library.procedures.values()].flat().flatMap((procedure): Claim[] => {
    const claim = claimOf(library, procedure);
    // The basis of a step stands in for the procedure's while it holds.
    const own = ownWeights(procedure).flatMap(({ basis, nature, span }) =>
      basis.flatMap((citation) => {
        const interval = intersect(daysOfBasis(library, citation) ?? EMPTY, claim.interval);
        return interval === undefined ? [] : [{ ...claim, basis, nature, span, interval }];
      }),
    );
    return [claim, ...own];
  });
  return [...ofItems, ...ofProcedures];
}

function claimOf(library: Library, item: ItemBase): Claim {
  const { id, pack, nature, basis, effective: interval, span } = item;
  const subjects = item.subjects ?? ownSubjects(library, pack);
  const takenOver = subjectsWith(library, item).filter((subject) => !subjects.includes(subject));
  return { id, pack, nature, basis, interval, subjects, takenOver, span };
}

function claimsOfBranches(item: Prohibition, claim: Claim): Claim[] {
  const branches = rootBranches(item.violatedWhen);
  const own = branches.flatMap(({ branch, span }) =>
    branch?.nature === undefined && branch?.basis === undefined
      ? []
      : [
          {
            ...claim,
            nature: branch.nature ?? claim.nature,
            basis: branch.basis ?? claim.basis,
            span,
          },
        ],
  );
  return own.length === branches.length ? own : [claim, ...own];
}

/** An overlay's branch holds while its basis does, so its basis covers it by construction if there is one. */
function claimsOfOverlays(library: Library, item: Prohibition, claim: Claim): Claim[] {
  return library.overlays.flatMap((overlay) => {
    const condition = overlay.alsoViolatedWhen;
    if (overlay.kind !== item.kind || overlay.id !== item.id || condition === undefined) return [];
    const { pack, basis, span } = overlay;
    const nature = condition.branch?.nature ?? claim.nature;
    const rest = { ...claim, pack, nature, basis, span, subjects: ownSubjects(library, pack) };
    if (basis.length === 0) return [rest];
    return basis.flatMap((citation) => {
      const interval = intersect(daysOfBasis(library, citation) ?? EMPTY, claim.interval);
      return interval === undefined ? [] : [{ ...rest, interval }];
    });
  });
}

const EMPTY: Interval = { from: 0, until: 0 };
