import type { Scale } from './area.js';

/** What the page is made with. */
export const FULL: Scale = {
  effort: { warmUp: 2000, rounds: 25, budget: 60 },
  rules: [20, 60, 200],
  payments: 1000,
  lines: 100_000,
  events: 1_000_000,
  runs: 7,
};

/** Enough to see whether something changed a lot. */
export const QUICK: Scale = {
  effort: { warmUp: 500, rounds: 9, budget: 20 },
  rules: [20, 60, 200],
  payments: 200,
  lines: 10_000,
  events: 100_000,
  runs: 5,
};
