import {
  type Basis,
  type Interval,
  intersect,
  isForSubject,
  type ItemBase,
  type Nature,
  type Prohibition,
  type Span,
  type Subject,
  SUBJECTS,
} from '@qingdan/core';
import type { Library } from '../library.js';
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
  const subjects = item.subjects ?? subjectsOf(library, pack);
  return { id, pack, nature, basis, interval, subjects, span };
}

/** The subjects that an item or a pack without subjects speaks of. */
function subjectsOf(library: Library, pack: string): readonly Subject[] {
  const subjects = library.packs.get(pack)?.manifest.subjects ?? [];
  return subjects.length === 0 ? SUBJECTS : subjects;
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
    const rest = { ...claim, pack, nature, basis, span, subjects: subjectsOf(library, pack) };
    if (basis.length === 0) return [rest];
    return basis.flatMap((citation) => {
      const interval = intersect(daysOfBasis(library, citation) ?? EMPTY, claim.interval);
      return interval === undefined ? [] : [{ ...rest, interval }];
    });
  });
}

const EMPTY: Interval = { from: 0, until: 0 };

/** The days on which a citation holds: its own, while its instrument is in force. */
export function daysOfBasis(
  library: Library,
  { instrument, interval }: Basis,
): Interval | undefined {
  const law = library.instruments.get(instrument);
  return law === undefined ? interval : intersect(interval, law.effective);
}

/** The days on which the basis, or the part of it that passes a test, holds for a subject. */
export function supportedDays(
  library: Library,
  basis: readonly Basis[],
  subject: Subject,
  passes: (basis: Basis) => boolean = () => true,
): Interval[] {
  return basis
    .filter((citation) =>
      isForSubject(citation, library.instruments.get(citation.instrument), subject),
    )
    .filter(passes)
    .flatMap((citation) => daysOfBasis(library, citation) ?? []);
}
