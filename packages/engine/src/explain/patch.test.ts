import { isStruct, NONE, type RecordNode, type Value } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { payment } from '../testing/build.js';
import { withFact } from './patch.js';

function valueOf(record: RecordNode, path: string): Value {
  return path.split('.').reduce<Value>((value, name) => {
    const struct = value ?? record.fields;
    if (typeof struct !== 'object' || !isStruct(struct)) return undefined;
    return struct.values[struct.type.slotOf(name)!];
  }, undefined);
}

/** Every part is frozen, so that a change to it would throw. */
function frozen(record: RecordNode): RecordNode {
  const freeze = (value: Value): void => {
    if (typeof value !== 'object' || Object.isFrozen(value)) return;
    Object.freeze(value);
    if (Array.isArray(value)) (value as readonly Value[]).forEach(freeze);
    else if (isStruct(value)) {
      Object.freeze(value.values);
      value.values.forEach(freeze);
    }
  };
  Object.freeze(record);
  freeze(record.fields);
  return record;
}

describe('a record with one fact changed', () => {
  it.each<[string, Value]>([
    ['amount', 7],
    ['payee', NONE],
    ['method', undefined],
    ['card.number', '2'],
    ['card.limit', NONE],
  ])('has the new %s, and the old record has not', (name, value) => {
    const record = frozen(payment());
    const before = valueOf(record, name);
    const changed = withFact(record, name, value);
    expect(valueOf(changed, name)).toBe(value);
    expect(valueOf(record, name)).toBe(before);
    expect(changed).toMatchObject({ id: record.id, organisation: record.organisation });
    expect(
      changed.fields.values.filter((each, slot) => each !== record.fields.values[slot]),
    ).toHaveLength(1);
  });

  it.each(['nothing', 'card.nothing', 'amount.fen', 'constructor'])(
    'is the same where there is no such fact: %s',
    (name) => {
      const record = frozen(payment());
      expect(withFact(record, name, 7).fields.values).toEqual(record.fields.values);
    },
  );

  it('keeps what is known to have been found by name', () => {
    const record = payment({}, ['payee']);
    expect(withFact(record, 'amount', 7).fields.byName).toEqual(new Set(['payee']));
  });
});
