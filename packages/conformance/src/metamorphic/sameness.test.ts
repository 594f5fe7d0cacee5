import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPILED } from '../evaluators/evaluators.js';
import type { Case } from '../random/case.js';
import { printCase } from '../random/print-case.js';
import { runSize } from '../random/run-size.js';
import { caseAt } from './cases.js';
import { renamed, renamedPolicy, reordered } from './sameness.js';
import { verdictsOf } from './verdicts.js';

const { seed } = runSize();

describe('a case says the same', () => {
  it.each<[string, (one: Case) => Case, (name: string) => string]>([
    ['in another order', reordered, (name) => name],
    ['with other ids of records', renamed, (name) => name],
    [
      'with other ids of items and other names of elements',
      (one) => ({ ...one, policy: renamedPolicy(one.policy) }),
      (name) => (name.startsWith('i.') ? `z.${name}` : name),
    ],
  ])('%s', { timeout: 300_000 }, async (_, change, nameThen) => {
    console.log(`QINGDAN_SEED=${String(seed)}`);
    await fc.assert(
      fc.asyncProperty(fc.nat(199), fc.nat(99), async (run, pair) => {
        const before = caseAt(seed, run, pair);
        const after = change(before);
        const expected = [...(await verdictsOf(COMPILED, before))].map(
          ([name, verdict]) => `${nameThen(name)} ${verdict}`,
        );
        const actual = [...(await verdictsOf(COMPILED, after))].map(
          ([name, verdict]) => `${name} ${verdict}`,
        );
        if (actual.sort().join() !== expected.sort().join())
          expect.fail(
            `${await printCase(before, COMPILED)}\nbut then\n${await printCase(after, COMPILED)}`,
          );
      }),
      { seed, numRuns: 1500, endOnFailure: true },
    );
  });
});
