import {
  type Basis,
  type Confidence,
  CONFIDENCES,
  type Diagnostic,
  diagnostic,
  type Interval,
  intersect,
  printEnd,
  uncovered,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { NATION, standsAtOrAbove } from '../resolve/jurisdiction.js';
import { gapsBySubject } from './basis-coverage.js';
import { type Claim, claimsOf, daysOfBasis, supportedDays } from './claims.js';

/**
 * A claim of violation rests, on every day and for each subject, on words that were read; or on a local instrument, in
 * a pack of its own locality. Days without any basis are left to `checkBasisCoverage`.
 */
export function checkWeakBasis(library: Library): Diagnostic[] {
  return claimsOf(library)
    .filter(({ nature }) => nature === 'violation')
    .flatMap((claim) =>
      gapsBySubject(claim.subjects, (subject) => {
        const strong = supportedDays(library, claim.basis, subject, (citation) =>
          carriesViolation(library, claim.pack, citation),
        );
        return supportedDays(library, claim.basis, subject)
          .flatMap((days) => intersect(days, claim.interval) ?? [])
          .flatMap((days) => uncovered(days, strong));
      }).map(({ gap, subject }) =>
        diagnostic(
          'weak-basis',
          {
            id: claim.id,
            from: printEnd(gap.from),
            until: printEnd(gap.until),
            confidence: strongestOn(library, claim, gap) + subject,
          },
          claim.span,
        ),
      ),
    );
}

function carriesViolation(library: Library, pack: string, citation: Basis): boolean {
  if (citation.confidence !== 'local')
    return citation.confidence === 'verified' || citation.confidence === 'restated';
  const maker = library.instruments.get(citation.instrument)?.level;
  const home = library.packs.get(pack)?.manifest.jurisdiction;
  return (
    maker !== undefined && home !== undefined && maker !== NATION && standsAtOrAbove(maker, home)
  );
}

function strongestOn(library: Library, claim: Claim, gap: Interval): Confidence {
  const seen = claim.basis
    .filter((citation) => {
      const days = daysOfBasis(library, citation);
      return days !== undefined && intersect(days, gap) !== undefined;
    })
    .map(({ confidence }) => CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[Math.min(...seen)] ?? 'recalled';
}
