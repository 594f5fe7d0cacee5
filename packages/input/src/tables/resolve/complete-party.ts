import { isStruct, NONE, type RecordNode } from '@qingdan/core';
import type { FieldPath } from '../mapping/field-path.js';
import { replaceValue, valueAt } from './replace-value.js';

/**
 * What else is known of a party once its name is found: a payee among the firms is no person, its type is that of a
 * firm, and its id is the firm's. What the ledger says itself stands.
 *
 * @param found where the id of the entry now stands.
 * @param others fields beside it, in whose registers the name is not.
 */
export function completeParty(
  record: RecordNode,
  found: FieldPath,
  others: readonly FieldPath[],
): RecordNode {
  const group = found.slice(0, -1);
  const party = valueAt(record, group);
  const name = found.at(-1);
  if (group.length === 0 || party === undefined || !isStruct(party) || typeof name !== 'string')
    return record;
  let complete = record;
  const say = (field: string, value: string | typeof NONE): void => {
    const path = [...group, field];
    if (valueAt(complete, path) === undefined) complete = replaceValue(complete, path, value, true);
  };
  const isBeside = (other: FieldPath): boolean =>
    other.length === found.length && group.every((step, index) => other[index] === step);
  for (const other of others) {
    const field = other.at(-1);
    if (isBeside(other) && typeof field === 'string') say(field, NONE);
  }
  for (const { name: field, type } of party.type.fields) {
    // `type: { person, unit }` beside the fields `person` and `unit` says which of them is meant.
    if (type.kind === 'enum' && type.values.has(name)) {
      const isChoice = [...type.values.keys()].every((id) => party.type.slotOf(id) !== undefined);
      if (isChoice) say(field, name);
    }
    const id = valueAt(complete, found);
    if (field === 'id' && type.kind === 'text' && typeof id === 'string') say(field, id);
  }
  return complete;
}
