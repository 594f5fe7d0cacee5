import type { Rng } from '../../random/rng.js';

/** A payment of at least an amount, made in one way, for one of some purposes. */
export interface Rule {
  readonly id: string;
  readonly least: number;
  readonly method: string;
  readonly purposes: readonly string[];
}

/** What every engine is given, as it is. */
export interface Payment {
  readonly kind: 'payment';
  readonly id: string;
  readonly paidOn: string;
  readonly amount: number;
  readonly method: string;
  readonly purpose: string;
}

const METHODS = ['cash', 'transfer', 'cheque', 'card', 'draft', 'wallet', 'account', 'other'];
const PURPOSES = Array.from({ length: 24 }, (_, index) => `purpose-${index + 1}`);
const MOST = 100_000;

export function makeRules(count: number, rng: Rng): readonly Rule[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `bench.rule-${String(index + 1).padStart(3, '0')}`,
    least: rng.between(1, MOST),
    method: rng.pick(METHODS),
    purposes: rng.some(PURPOSES, 3, 3),
  }));
}

/** Payments of which a known share meets some rule, in an order that tells nothing. */
export function makePayments(
  count: number,
  violating: number,
  rules: readonly Rule[],
  rng: Rng,
): readonly Payment[] {
  const wanted = Array.from({ length: count }, (_, index) => index < violating);
  const left = [...wanted];
  return wanted.map((_, index): Payment => {
    const [meets] = left.splice(rng.below(left.length), 1);
    for (;;) {
      const payment = makePayment(index, rng);
      if (idsBy(rules, payment).length > 0 === meets) return payment;
    }
  });
}

/** The ids of the rules that a payment meets, said as plainly as can be: what every engine is held to. */
export function idsBy(rules: readonly Rule[], payment: Payment): readonly string[] {
  return rules
    .filter(
      ({ least, method, purposes }) =>
        payment.amount >= least && payment.method === method && purposes.includes(payment.purpose),
    )
    .map(({ id }) => id);
}

function makePayment(index: number, rng: Rng): Payment {
  return {
    kind: 'payment',
    id: `P-${index + 1}`,
    paidOn: '2026-02-03',
    amount: rng.between(1, MOST),
    method: rng.pick(METHODS),
    purpose: rng.pick(PURPOSES),
  };
}
