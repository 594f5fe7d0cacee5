import {
  type Outcome,
  OUTCOMES,
  type Policy,
  type RecordNode,
  type RecordResult,
} from '@qingdan/core';
import { UnavailableTally } from './unavailable.js';

const NONE_YET = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
  Outcome,
  number
>;

/** What a report says of all results of a run together, so that none of them need be held. */
export class RunTally {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly policies = new Set<Policy>();
  /** The organisations that records belong to; undefined where a record has none. */
  readonly organisations = new Set<string | undefined>();
  /** The organisations that are records of the run themselves. */
  readonly registers: RecordNode[] = [];
  readonly unavailable = new UnavailableTally();
  readonly #counts: Record<Outcome, number>;

  constructor(results: readonly RecordResult[] = []) {
    this.outcomes = this.#counts = { ...NONE_YET };
    for (const result of results) this.add(result);
  }

  add(result: RecordResult): void {
    const { record, policy, outcome } = result;
    this.#counts[outcome] += 1;
    this.policies.add(policy);
    this.organisations.add(record.organisation);
    if (record.record.id === 'organisation') this.registers.push(record);
    this.unavailable.add(result);
  }
}
