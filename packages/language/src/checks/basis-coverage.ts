import {
  type Basis,
  type Diagnostic,
  diagnostic,
  type Interval,
  printEnd,
  said,
  type Subject,
  SUBJECTS,
  type Text,
  uncovered,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { supportedDays } from '../resolve/days-of-basis.js';
import { type Claim, claimsOf } from './claims.js';

/**
 * The basis of each item, definition, table and value covers its interval; that of an item for each subject. A definition
 * or a table without any citation is a matter of words and not of law, and isn't asked for one.
 */
export function checkBasisCoverage(library: Library): Diagnostic[] {
  const claims: Omit<Claim, 'nature' | 'pack' | 'takenOver'>[] = [...claimsOf(library)];
  const cited = [...library.definitions.values(), ...library.tables.values()].flat();
  for (const { id, basis, effective: interval, span } of cited) {
    if (basis.length > 0) claims.push(forAll({ id, basis, interval, span }));
  }
  for (const { id, values } of [...library.parameters.values()].flat()) {
    for (const { unset, basis, interval, span } of values) {
      if (!unset) claims.push(forAll({ id, basis, interval, span }));
    }
  }
  return claims.flatMap((claim) =>
    gapsBySubject(claim.subjects, (subject) =>
      uncovered(claim.interval, supportedDays(library, claim.basis, subject)),
    ).map(({ gap, subject }) =>
      diagnostic(
        'no-basis',
        {
          id: claim.id,
          from: printEnd(gap.from),
          until: printEnd(gap.until),
          ...said('subject', subject),
        },
        claim.span,
      ),
    ),
  );
}

/** What belongs to no subject is used by items of any: it is enough that it holds for some. */
function forAll<T extends { readonly basis: readonly Basis[] }>(
  what: T,
): T & { readonly subjects: readonly Subject[] } {
  const basis = what.basis.map((citation) => ({ ...citation, subjects: SUBJECTS }));
  return { ...what, basis, subjects: SUBJECTS };
}

const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  village: '行政村',
  community: '社区',
  cooperative: '股份经济合作社',
  station: '基层站所',
};

/** Gaps that all subjects share are said once, without a subject. */
export function gapsBySubject(
  subjects: readonly Subject[],
  gapsFor: (subject: Subject) => readonly Interval[],
): { gap: Interval; subject: Text; lacking: readonly Subject[] }[] {
  const found = new Map<string, { gap: Interval; subjects: Subject[] }>();
  for (const subject of subjects) {
    for (const gap of gapsFor(subject)) {
      const key = `${gap.from} ${gap.until}`;
      const entry = found.get(key) ?? { gap, subjects: [] };
      entry.subjects.push(subject);
      found.set(key, entry);
    }
  }
  return [...found.values()].map(({ gap, subjects: lacking }) => ({
    gap,
    lacking,
    subject:
      lacking.length === subjects.length || lacking.length === SUBJECTS.length
        ? { zh: '', en: '' }
        : {
            zh: `（${lacking.map((each) => SUBJECT_WORDS[each]).join('、')}）`,
            en: ` (${lacking.join(', ')})`,
          },
  }));
}
