import { type Basis, type Interval, intersect, isForSubject, type Subject } from '@qingdan/core';
import type { Library } from '../library.js';

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
