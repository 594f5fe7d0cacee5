import {
  type Diagnostic,
  diagnostic,
  type RecordNode,
  type Subject,
  SUBJECTS,
} from '@qingdan/core';
import { isJurisdiction, type Place } from '@qingdan/language';

/**
 * Whose rules an organisation lives by, from its own record. Where nothing says its subject, it is the one that the
 * packs in use are for, if they are for one only; where nothing says its jurisdiction, only national rules are sure.
 */
export function placeOfOrganisation(
  organisation: RecordNode | undefined,
  onlySubject: Subject | undefined,
): Place {
  const named = textOf(organisation, 'subject');
  const subject = SUBJECTS.find((each): each is Subject => each === named);
  const jurisdiction = textOf(organisation, 'jurisdiction');
  return {
    subject: subject ?? onlySubject,
    jurisdiction: jurisdiction !== undefined && isJurisdiction(jurisdiction) ? jurisdiction : 'CN',
  };
}

/** Says where rules of an organisation's own places may have gone unapplied, so that it is never silent. */
export function placeProblem(
  id: string,
  organisation: RecordNode | undefined,
): Diagnostic | undefined {
  if (organisation === undefined)
    return diagnostic('organisation-not-placed', {
      id,
      what: 'record',
      'what.zh': '记录',
    });
  const jurisdiction = textOf(organisation, 'jurisdiction');
  return jurisdiction !== undefined && isJurisdiction(jurisdiction)
    ? undefined
    : diagnostic('organisation-not-placed', {
        id,
        what: 'jurisdiction',
        'what.zh': '区划',
      });
}

function textOf(organisation: RecordNode | undefined, name: string): string | undefined {
  const slot = organisation?.record.fields.slotOf(name);
  const value = slot === undefined ? undefined : organisation?.fields.values[slot];
  return typeof value === 'string' ? value : undefined;
}
