import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { runner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import type { Rule } from './rules.js';

const VILLAGE = { type: 'Village', id: 'v' };
const PAY = { type: 'Action', id: 'pay' };
const LEDGER = { type: 'Ledger', id: 'l' };

/** Every rule forbids; what is forbidden names the policies that forbid it. The policies are parsed beforehand. */
export const CEDAR: Contender = {
  name: 'Cedar, wasm',
  prepare: (rules, payments) => {
    const set = `rules-${rules.length}`;
    const parsed = preparsePolicySet(set, {
      staticPolicies: {
        ...Object.fromEntries(rules.map((rule) => [rule.id, translate(rule)])),
        [OTHERWISE]: 'permit(principal, action, resource);',
      },
    });
    if (parsed.type === 'failure') throw new Error(JSON.stringify(parsed.errors));
    return runner(CEDAR.name, {
      inputs: payments,
      judge: (payment) => {
        const answer = statefulIsAuthorized({
          principal: VILLAGE,
          action: PAY,
          resource: LEDGER,
          context: { ...payment },
          preparsedPolicySetId: set,
          entities: [],
        });
        if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
        return answer.response.diagnostics.reason;
      },
      idsOf: (policies) => policies.filter((id) => id !== OTHERWISE),
      sizeOf: (policies) => policies.length,
    });
  },
};

const OTHERWISE = 'otherwise';

function translate({ least, method, purposes }: Rule): string {
  return `forbid(principal, action, resource) when {
    context.amount >= ${least} &&
    context.method == ${JSON.stringify(method)} &&
    ${JSON.stringify(purposes)}.contains(context.purpose)
  };`;
}
