import type { RecordNode } from './record.js';

/**
 * The organisation within which a record's id names it. Undefined where its kind belongs to none, or where it isn't
 * known. An organisation is its own: its id is what everything else calls it by.
 */
export function homeOf({ record, id, organisation }: RecordNode): string | undefined {
  if (record.id === 'organisation') return id;
  return record.shared ? undefined : organisation;
}

/** Whether two are one record, or a copy of it: of one kind and id, in one organisation. */
export function isSameRecord(a: RecordNode, b: RecordNode): boolean {
  return a.id === b.id && a.record.id === b.record.id && homeOf(a) === homeOf(b);
}
