import { VERDICTS } from '@qingdan/core';
import { expect, it } from 'vitest';
import { HELD, REFERENCE } from '../evaluators/evaluators.js';
import { agree } from './agreement.js';
import { runSize } from './run-size.js';

const { seed, policies, pairs } = runSize();

it(
  `finds every evaluator in agreement on ${String(pairs)} random pairs of policy and record`,
  { timeout: 0 },
  async () => {
    console.log(`QINGDAN_SEED=${String(seed)} QINGDAN_RANDOM_PAIRS=${String(pairs)}`);
    const before = process.cpuUsage();
    const tally = await agree({
      seed,
      policies,
      reference: REFERENCE,
      held: HELD,
    });
    const { user, system } = process.cpuUsage(before);
    console.log(`${tally.print()}\nprocessor time: ${((user + system) / 1e6).toFixed(0)} s`);
    // A run that meets one verdict only would agree on little.
    for (const verdict of VERDICTS) expect(tally.shareOf(verdict)).toBeGreaterThanOrEqual(0.15);
    if (pairs >= 100_000) expect(tally.thin(100)).toEqual([]);
  },
);
