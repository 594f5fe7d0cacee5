import { readRecord, type RecordNode } from '@qingdan/core';
import { createChecker, type Packs } from '@qingdan/sdk';
import { runner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import { packOf } from './pack.js';
import type { Payment } from './rules.js';

const OPTIONS = { clock: '2026-03-01', lang: 'en' } as const;

/** From the plain object, as the others: every field is read by its type before it is judged. */
export const QINGDAN_SCREEN: Contender = {
  name: 'Qingdan, `screen`',
  prepare: (rules, payments) => {
    const checker = createChecker(packOf(rules), OPTIONS);
    return runner(QINGDAN_SCREEN.name, {
      inputs: payments,
      judge: (payment) => checker.screen(payment),
      idsOf: (items) => items.map(({ item }) => item),
      sizeOf: (items) => items.length,
    });
  },
};

/** From a record that was read before, through the SDK. */
export const QINGDAN_SCREEN_READ: Contender = {
  name: 'Qingdan, `screenRecord`',
  prepare: (rules, payments) => {
    const packs = packOf(rules);
    const checker = createChecker(packs, OPTIONS);
    return runner(QINGDAN_SCREEN_READ.name, {
      inputs: readAll(payments, packs),
      judge: (record) => checker.screenRecord(record),
      idsOf: (items) => items.map(({ item }) => item),
      sizeOf: (items) => items.length,
    });
  },
};

/** From a record that was read before, with the rules for its organisation chosen: the evaluator alone. */
export const QINGDAN_VERDICTS: Contender = {
  name: 'Qingdan, the evaluator',
  prepare: (rules, payments) => {
    const packs = packOf(rules);
    const { world } = createChecker(packs, OPTIONS);
    const { evaluator } = packs.checkerFor(packs.placeOf(undefined));
    return runner(QINGDAN_VERDICTS.name, {
      inputs: readAll(payments, packs),
      judge: (record) => evaluator.screen(record, world) ?? [],
      idsOf: (items) => items.map(({ item }) => item),
      sizeOf: (items) => items.length,
    });
  },
};

function readAll(payments: readonly Payment[], packs: Packs): readonly RecordNode[] {
  return payments.flatMap((payment) => readRecord(payment, packs.records).record ?? []);
}
