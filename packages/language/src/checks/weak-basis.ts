import {
  type Basis,
  type Confidence,
  CONFIDENCES,
  type Diagnostic,
  diagnostic,
  type Interval,
  intersect,
  printEnd,
  said,
  type Subject,
  type Text,
  uncovered,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { NATION, standsAtOrAbove } from '../resolve/jurisdiction.js';
import { gapsBySubject } from './basis-coverage.js';
import { daysOfBasis, supportedDays } from '../resolve/days-of-basis.js';
import { type Claim, claimsOf } from './claims.js';

/**
 * A claim of violation rests, on every day and for each subject, on words that were read; or on a local instrument, in
 * a pack of its own locality. Days without any basis are left to `checkBasisCoverage`.
 */
export function checkWeakBasis(library: Library): Diagnostic[] {
  return claimsOf(library)
    .filter(({ nature }) => nature === 'violation')
    .flatMap((claim) =>
      gapsBySubject([...claim.subjects, ...claim.takenOver], (subject) => {
        const strong = supportedDays(library, claim.basis, subject, (citation) =>
          carriesViolation(library, claim.pack, citation),
        );
        const none = uncovered(claim.interval, supportedDays(library, claim.basis, subject));
        return uncovered(claim.interval, [...strong, ...none]);
      }).map(({ gap, subject, lacking }) =>
        diagnostic(
          'weak-basis',
          {
            id: claim.id,
            from: printEnd(gap.from),
            until: printEnd(gap.until),
            ...confidenceParams(strongestOn(library, claim, gap, lacking), subject),
          },
          claim.span,
        ),
      ),
    );
}

const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  verified: '已核原文',
  restated: '据其他文件转述',
  cited: '仅见引用',
  recalled: '凭记忆，未核',
  local: '本地规定',
};

function confidenceParams(confidence: Confidence, subject: Text): Readonly<Record<string, string>> {
  return said('confidence', {
    zh: `${CONFIDENCE_WORDS[confidence]}（${confidence}）${subject.zh}`,
    en: confidence + subject.en,
  });
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

function strongestOn(
  library: Library,
  claim: Claim,
  gap: Interval,
  lacking: readonly Subject[],
): Confidence {
  const seen = claim.basis
    .filter((citation) => {
      const days = daysOfBasis(library, citation);
      const speaks =
        citation.subjects === undefined ||
        lacking.some((subject) => citation.subjects?.includes(subject));
      return speaks && days !== undefined && intersect(days, gap) !== undefined;
    })
    .map(({ confidence }) => CONFIDENCES.indexOf(confidence));
  return CONFIDENCES[Math.min(...seen)] ?? 'recalled';
}
