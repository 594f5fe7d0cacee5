import { nameOf, RecordChecker, type World } from '@qingdan/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import { COMPILED, HELD, REFERENCE } from '../evaluators/evaluators.js';
import type { Case } from '../random/case.js';
import { printCase } from '../random/print-case.js';
import { Rng } from '../random/rng.js';
import { runSize } from '../random/run-size.js';
import { worldOf } from '../random/worlds.js';
import { caseAt } from './cases.js';
import { markedCase } from './marks.js';
import { turned, verdictsOf } from './verdicts.js';

const { seed } = runSize();

describe('what was found by name', () => {
  it(
    'makes a suspicion exactly of what no longer is violated where it is unknown',
    { timeout: 300_000 },
    async () => {
      const seen = { sure: 0, doubtful: 0 };
      await fc.assert(
        fc.asyncProperty(fc.nat(199), fc.nat(99), fc.nat(), async (run, pair, choice) => {
          const { marked, masked } = markedCase(caseAt(seed, run, pair), new Rng(choice));
          const said = await verdictsOf(REFERENCE, masked);
          const { policy, record, world, asOf } = marked;
          const { findings } = new RecordChecker(policy).check(
            record,
            worldOf(world),
            asOf === undefined ? {} : { asOf },
          );
          for (const finding of findings) {
            // Authority may rest on a roster as well; without one it is no matter of names alone.
            if (finding.verdict !== 'violated' || finding.code === 'AUTHORITY') continue;
            const stands = said.get(nameOf(finding)) === 'violated';
            seen[stands ? 'sure' : 'doubtful'] += 1;
            if (finding.doubts.includes('by-name') === stands)
              expect.fail(`${nameOf(finding)}\n${await printCase(marked, COMPILED)}`);
          }
        }),
        { seed, numRuns: 1000, endOnFailure: true },
      );
      console.log(`QINGDAN_SEED=${String(seed)}: ${JSON.stringify(seen)}`);
      expect(Math.min(seen.sure, seen.doubtful)).toBeGreaterThan(50);
    },
  );

  it('never turns a verdict, where it is unknown', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(199), fc.nat(99), fc.nat(), async (run, pair, choice) => {
        const { marked, masked } = markedCase(caseAt(seed, run, pair), new Rng(choice));
        const changed = turned(
          await verdictsOf(COMPILED, marked),
          await verdictsOf(COMPILED, masked),
        );
        if (changed.length > 0)
          expect.fail(`${changed.join('; ')}\n${await printCase(marked, COMPILED)}`);
      }),
      { seed, numRuns: 1500, endOnFailure: true },
    );
  });
});

describe('records that may be or not', () => {
  const unsureWorld = ({ world }: Case, choice: number): World => {
    const rng = new Rng(choice);
    const unsure = new Set(world.records.filter(() => rng.chance(0.3)));
    return { ...worldOf(world), isUnsure: (record) => unsure.has(record) };
  };
  const verdictsIn = async (evaluator: Evaluator, { policy, record, asOf }: Case, world: World) => {
    const judge = evaluator.prepare(policy);
    if (isRefusal(judge)) return undefined;
    const { judgements } = await judge(record, world, asOf);
    return new Map(judgements.map((judgement) => [nameOf(judgement), judgement.verdict]));
  };

  it.each(HELD)(
    'are the same to $evaluator.name as to the reference, and turn no verdict',
    { timeout: 300_000 },
    async ({ evaluator, every }) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(199), fc.nat(99), fc.nat(), async (run, pair, choice) => {
          const one = caseAt(seed, run, pair);
          const world = unsureWorld(one, choice);
          const actual = await verdictsIn(evaluator, one, world);
          fc.pre(actual !== undefined);
          const expected = await verdictsIn(REFERENCE, one, world);
          expect([...actual]).toEqual([...(expected ?? [])]);
          expect(turned(await verdictsOf(REFERENCE, one), actual)).toEqual([]);
        }),
        { seed, numRuns: Math.ceil(3000 / every), maxSkipsPerRun: 1000, endOnFailure: true },
      );
    },
  );
});
