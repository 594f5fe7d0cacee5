import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPILED, REFERENCE } from '../evaluators/evaluators.js';
import { firstDisagreement } from '../random/first-disagreement.js';
import { runSize } from '../random/run-size.js';
import { faultyEvaluator, isApplicable } from './bundle.js';
import { FAULTS } from './faults.js';

const { seed, policies } = runSize();
/** No more than the gate runs: a fault that needs more is not caught. */
const most = Math.min(policies, 1000);

describe('a fault put into the compiled evaluator', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'qingdan-faults-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is one of at least thirty, each of another name', () => {
    expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
  });

  it('would not be seen were there none', { timeout: 120_000 }, async () => {
    expect(
      await firstDisagreement({ seed, policies: 20, reference: REFERENCE, held: COMPILED }),
    ).toBeUndefined();
  });

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    'is caught by the random run: %s',
    { timeout: 120_000 },
    async (name, fault) => {
      expect(isApplicable(fault), `\`find\` is no longer in ${fault.file}`).toBe(true);
      const held = await faultyEvaluator(fault, directory);
      const found = await firstDisagreement({ seed, policies: most, reference: REFERENCE, held });
      console.log(`${name}: caught in run ${String(found)}`);
      expect(found, 'survives').toBeDefined();
    },
  );
});
