import type { Condition, Policy, RecordNode, RecordSource } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  all,
  count,
  element,
  fact,
  from,
  is,
  literal,
  MEETING,
  on,
  PAYMENT,
  payment,
  policyOf,
  quantified,
  worldOf,
} from '../testing/build.js';
import type { Records, World } from '../world/world.js';
import { createScope } from './compiler.js';
import { Frame } from './frame.js';

/** How often the records of a kind are asked for while a condition is judged of a payment, three others being there. */
function runsThrough(kind: string, condition: Condition, policy: Policy = policyOf({})): number {
  const others = ['B', 'C', 'D'].map((id) => ({ ...payment(), id }));
  const base = worldOf(others, [{ kind: 'payment' }, { kind: 'meeting' }]);
  let runs = 0;
  const counted = (asked: string, found: Iterable<RecordNode>): Iterable<RecordNode> => {
    if (asked === kind) runs += 1;
    return found;
  };
  const records: Records = {
    get: (...asked) => base.records.get(...asked),
    called: (...asked) => base.records.called(...asked),
    all: (asked) => counted(asked, base.records.all(asked)),
    having: (asked, ...more) => counted(asked, base.records.having(asked, ...more)),
    isComplete: (...asked) => base.records.isComplete(...asked),
  };
  const world: World = { ...base, records };
  createScope(policy).test(condition)(new Frame(world, payment(), on(2, 3), 0));
  return runs;
}

const everyPayment = (where: Condition): Condition =>
  quantified('every', from(PAYMENT, { where, others: true }));
const within = (more: Partial<RecordSource> = {}): RecordSource =>
  from(MEETING, { alias: { name: 'm', slot: 1 }, ...more });

describe('what runs through other records within a source', () => {
  it('runs once where no element is asked', () => {
    const none = is(count(within()), 'equal', literal(0));
    expect(runsThrough('meeting', everyPayment(none))).toBe(1);
    expect(runsThrough('meeting', everyPayment(quantified('none', within())))).toBe(1);
  });

  it('runs for each element that it asks', () => {
    const asks = within({ where: is(element(PAYMENT, 'payee', 0), 'equal', fact('payee')) });
    const none = is(count(asks), 'equal', literal(0));
    expect(runsThrough('meeting', everyPayment(none))).toBe(3);
    expect(runsThrough('meeting', everyPayment(quantified('none', asks)))).toBe(3);
    expect(runsThrough('meeting', everyPayment(all(none)))).toBe(3);
  });
});
