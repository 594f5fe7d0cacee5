import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { asyncRunner } from '../timing/runner.js';
import type { Contender } from './contender.js';
import type { Rule } from './rules.js';

/** A decision table that collects the id of every row that fits. */
export const ZEN: Contender = {
  name: 'ZEN',
  prepare: (rules, payments) => {
    const decision = new ZenEngine().createDecision(new ZenDecisionContent(decisionOf(rules)));
    return asyncRunner(ZEN.name, {
      inputs: payments,
      judge: async (payment) =>
        (await decision.evaluate(payment)).result as readonly { readonly id: string }[],
      idsOf: (rows) => rows.map(({ id }) => id),
      sizeOf: (rows) => rows.length,
    });
  },
};

function decisionOf(rules: readonly Rule[]): object {
  const column = (field: string): object => ({ id: field, name: field, field });
  return {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        content: {
          hitPolicy: 'collect',
          inputs: ['amount', 'method', 'purpose'].map(column),
          outputs: [column('id')],
          rules: rules.map(({ id, least, method, purposes }) => ({
            _id: id,
            amount: `>= ${least}`,
            method: JSON.stringify(method),
            purpose: purposes.map((purpose) => JSON.stringify(purpose)).join(', '),
            id: JSON.stringify(id),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'table', type: 'edge' },
      { id: '2', sourceId: 'table', targetId: 'out', type: 'edge' },
    ],
  };
}
