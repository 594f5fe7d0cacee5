import type { RecordNode } from '@qingdan/core';

const STARS = '***';

/**
 * A personal text, masked: the first character of a name in Chinese, the first and last of anything long enough not to
 * be told by them, and nothing of the rest. The length doesn't show.
 */
export function maskText(text: string): string {
  const characters = Array.from(text);
  const [first = ''] = characters;
  if (/^\p{Script=Han}{2,}$/u.test(text)) return `${first}${STARS}`;
  return characters.length < 6 ? STARS : `${first}${STARS}${String(characters.at(-1))}`;
}

/**
 * The id of a person is a key and stays, so that findings can be followed up; unless it gives the person away: a name in
 * Chinese, or an identity, telephone or card number.
 */
export function maskPerson(id: string): string {
  return /\p{Script=Han}/u.test(id) || /^\d{11,19}[\dXx]?$/.test(id) ? maskText(id) : id;
}

/** The id of a record, masked where the record is a person and the id gives that person away. */
export function maskRecordId({ record, id }: RecordNode, unmask: boolean): string {
  return record.id === 'person' && !unmask ? maskPerson(id) : id;
}

/** Identity, card and mobile numbers within a text that is otherwise public. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])(?:\d{15,19}[\dXx]?|1[3-9]\d{9})(?![0-9A-Za-z])/g, maskText);
}
