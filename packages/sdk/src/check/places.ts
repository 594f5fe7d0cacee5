import {
  type Diagnostic,
  diagnostic,
  type RecordNode,
  type Subject,
  SUBJECTS,
} from '@qingdan/core';
import { isJurisdiction, type Place } from '@qingdan/language';

/** The subject that an organisation's own record states. */
export function statedSubject(organisation: RecordNode | undefined): Subject | undefined {
  const named = textOf(organisation, 'subject');
  return SUBJECTS.find((each): each is Subject => each === named);
}

/** Whose rules an organisation lives by; where nothing says its jurisdiction, only national rules are sure. */
export function placeOfOrganisation(
  organisation: RecordNode | undefined,
  subject: Subject | undefined,
): Place {
  const jurisdiction = textOf(organisation, 'jurisdiction');
  return {
    subject,
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
