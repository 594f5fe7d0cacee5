import { type RecordNode, type Subject, SUBJECTS } from '@qingdan/core';
import type { Place } from '@qingdan/language';

/**
 * Whose rules an organisation lives by, from its own record. Where nothing says its subject, it is the one that the
 * packs in use are for, if they are for one only; where nothing says its jurisdiction, only national rules are sure.
 */
export function placeOfOrganisation(
  organisation: RecordNode | undefined,
  onlySubject: Subject | undefined,
): Place {
  const text = (name: string): string | undefined => {
    const slot = organisation?.record.fields.slotOf(name);
    const value = slot === undefined ? undefined : organisation?.fields.values[slot];
    return typeof value === 'string' ? value : undefined;
  };
  const named = text('subject');
  const subject = SUBJECTS.find((each): each is Subject => each === named);
  return { subject: subject ?? onlySubject, jurisdiction: text('jurisdiction') ?? 'CN' };
}
