import { Rng } from '../../random/rng.js';
import { idsBy, makePayments, makeRules, type Payment, type Rule } from './rules.js';

const SEED = 20260301;

/** Rules, payments of which a tenth violate some of them, and what each must be found to violate. */
export interface Workload {
  readonly rules: readonly Rule[];
  readonly payments: readonly Payment[];
  readonly expected: readonly (readonly string[])[];
}

export function workload(rules: number, payments: number): Workload {
  const rng = new Rng(SEED, rules);
  const made = makeRules(rules, rng);
  const paid = makePayments(payments, Math.ceil(payments / 10), made, rng);
  return { rules: made, payments: paid, expected: paid.map((payment) => idsBy(made, payment)) };
}
