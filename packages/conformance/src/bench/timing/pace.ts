import { JSON_LOGIC_ENGINE } from '../one-record/json-logic.js';
import { workload } from '../one-record/workload.js';
import { interleave } from './interleave.js';
import { median } from './statistics.js';

/**
 * Microseconds a payment that json-logic-engine, compiled, took for 20, 60 and 200 of the rules of `verdicts` where the bars
 * were set: a bar in seconds means the seconds of that machine.
 */
const WHERE_BARS_WERE_SET = new Map([
  [20, 0.22],
  [60, 0.89],
  [200, 4.2],
]);

const PAYMENTS = 1000;
const EFFORT = { warmUp: 500, rounds: 11, budget: 40 };

/** How many times longer this machine takes, just now, than the one on which the bars were set. */
export async function pace(): Promise<number> {
  const factors: number[] = [];
  for (const [count, there] of WHERE_BARS_WERE_SET) {
    const { rules, payments } = workload(count, PAYMENTS);
    const runner = await JSON_LOGIC_ENGINE.prepare(rules, payments);
    const timings = await interleave([runner], PAYMENTS, EFFORT);
    factors.push(median(timings.get(runner) ?? []) / 1000 / there);
  }
  return geometricMean(factors);
}

/** The middle of factors: twice as slow and twice as quick make neither. */
export function geometricMean(factors: readonly number[]): number {
  return Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);
}
