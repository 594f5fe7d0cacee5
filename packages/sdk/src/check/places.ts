import { type RecordNode, type Subject, SUBJECTS } from '@qingdan/core';
import type { Place } from '@qingdan/language';

/** Of organisations that no register describes. */
const NATIONAL: Place = { subject: undefined, jurisdiction: 'CN' };

/** The subject and jurisdiction that an organisation's own record gives. */
export function placeOf(organisation: RecordNode | undefined): Place {
  if (organisation === undefined) return NATIONAL;
  const text = (name: string): string | undefined => {
    const slot = organisation.record.fields.slotOf(name);
    const value = slot === undefined ? undefined : organisation.fields.values[slot];
    return typeof value === 'string' ? value : undefined;
  };
  const subject = SUBJECTS.find((each): each is Subject => each === text('subject'));
  return { subject, jurisdiction: text('jurisdiction') ?? 'CN' };
}
