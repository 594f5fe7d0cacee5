import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPILED } from '../evaluators/evaluators.js';
import { printCase } from '../random/print-case.js';
import { Rng } from '../random/rng.js';
import { runSize } from '../random/run-size.js';
import { caseAt } from './cases.js';
import { addRecord, closeBooks, fillField, narrowMonth } from './evidence.js';
import { turned, verdictsOf } from './verdicts.js';

const { seed } = runSize();

// Exempt is the roster: without one the role counts as it was recorded (at most a suspicion), so that the first officer
// found may take that back. No officers are added, and their books are not closed.
describe('more evidence never turns violated into not violated, or back', () => {
  it.each([
    ['an unknown field is filled', fillField],
    ['a month becomes a day', narrowMonth],
    ['a record is added to open books', addRecord],
    ['books are found to be complete', closeBooks],
  ] as const)('when %s', { timeout: 300_000 }, async (_, add) => {
    let added = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(199), fc.nat(99), fc.nat(), async (run, pair, choice) => {
        const before = caseAt(seed, run, pair);
        const after = add(before, new Rng(choice));
        fc.pre(after !== undefined);
        added += 1;
        const changed = turned(
          await verdictsOf(COMPILED, before),
          await verdictsOf(COMPILED, after),
        );
        if (changed.length > 0)
          expect.fail(
            `${changed.join('; ')}\n${await printCase(before, COMPILED)}\nand with more known:\n${await printCase(after, COMPILED)}`,
          );
      }),
      { seed, numRuns: 4000, maxSkipsPerRun: 1000, endOnFailure: true },
    );
    console.log(`QINGDAN_SEED=${String(seed)}: ${String(added)} cases with more evidence`);
  });
});
