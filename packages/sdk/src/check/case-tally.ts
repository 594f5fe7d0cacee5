import type { CaseResult, Policy } from '@qingdan/core';

/** What a report says of all cases of a run together, so that none of them need be held. */
export class CaseTally {
  readonly policies = new Set<Policy>();
  /** Those that cases belong to; undefined where a case has none. */
  readonly organisations = new Set<string | undefined>();

  constructor(results: readonly CaseResult[] = []) {
    for (const result of results) this.add(result);
  }

  add({ log, policy }: CaseResult): void {
    this.policies.add(policy);
    this.organisations.add(log.organisation);
  }
}
