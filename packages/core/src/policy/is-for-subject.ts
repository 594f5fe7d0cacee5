import type { Basis, Subject } from './basis.js';
import type { Instrument } from './law.js';

/** Whether a citation speaks to organisations of a subject: by what it says itself, else by whose law its instrument is. */
export function isForSubject(
  { subjects }: Basis,
  instrument: Instrument | undefined,
  subject: Subject | undefined,
): boolean {
  const named = subjects ?? instrument?.subjects;
  return named === undefined || subject === undefined || named.includes(subject);
}
