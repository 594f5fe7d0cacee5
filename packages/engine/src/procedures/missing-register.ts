import type { MissingFact, Policy } from '@qingdan/core';
import { keeperOf, kindLabel } from '../explain/labels.js';

/** That a register isn't connected, or isn't whole: no want of the case. */
export function missingRegister(kind: string, policy: Policy): MissingFact {
  return {
    fact: kind,
    scope: 'run',
    label: kindLabel(policy, kind),
    needs: `register ${kind}`,
    ...keeperOf(policy.records.get(kind)),
  };
}
