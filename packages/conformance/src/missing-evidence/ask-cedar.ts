import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { answerOf, type Peer } from './peer.js';
import type { Clause, FactName } from './question.js';

type Call = Parameters<typeof isAuthorized>[0];

const PAYMENT = {
  principal: { type: 'Village', id: 'v' },
  action: { type: 'Action', id: 'pay' },
  resource: { type: 'Ledger', id: 'l' },
  entities: [],
} as const;

/** The types of the facts, every one of them required. */
const SCHEMA = {
  '': {
    entityTypes: { Village: {}, Ledger: {} },
    actions: {
      pay: {
        appliesTo: {
          principalTypes: ['Village'],
          resourceTypes: ['Ledger'],
          context: {
            type: 'Record',
            attributes: {
              method: { type: 'String' },
              payee: { type: 'String' },
              amount: { type: 'Long' },
              transferred: { type: 'Long' },
              methods: { type: 'Set', element: { type: 'String' } },
              agreement: { type: 'String' },
              agreements: { type: 'Set', element: { type: 'String' } },
            } satisfies Record<FactName, unknown>,
          },
        },
      },
    },
  },
} as const;

export const CEDAR = withSchema('Cedar', {});
export const CEDAR_VALIDATED = withSchema('Cedar, request validated', {
  schema: SCHEMA as never,
  validateRequest: true,
});

/** The rule forbids what is otherwise permitted; a violation is a payment that is denied. */
function withSchema(name: string, checks: Pick<Call, 'schema' | 'validateRequest'>): Peer {
  return {
    name,
    ask: (rule, facts) => {
      const body = translate(rule);
      if (body === undefined) return 'unsayable';
      const answer = isAuthorized({
        ...PAYMENT,
        ...checks,
        entities: [],
        context: facts as Call['context'],
        policies: {
          staticPolicies: `permit(principal, action, resource);
            forbid(principal, action, resource) when { ${body} };`,
        },
      });
      if (answer.type === 'failure') return 'error';
      const { decision, diagnostics } = answer.response;
      return decision === 'allow' && diagnostics.errors.length > 0
        ? 'skipped'
        : answerOf(decision === 'deny');
    },
  };
}

/** Undefined for a group without parts: Cedar has only infix `&&` and `||`. */
function translate(clause: Clause): string | undefined {
  if ('all' in clause) return group(clause.all, '&&');
  if ('any' in clause) return group(clause.any, '||');
  if ('not' in clause) {
    const inner = translate(clause.not);
    return inner === undefined ? undefined : `!(${inner})`;
  }
  const fact = `context.${clause.fact}`;
  const value = JSON.stringify(clause.value);
  switch (clause.operator) {
    case 'equal':
      return `${fact} == ${value}`;
    case 'notEqual':
      return `${fact} != ${value}`;
    case 'lessThan':
      return `${fact} < ${value}`;
    case 'greaterThan':
      return `${fact} > ${value}`;
    case 'in':
      return `${value}.contains(${fact})`;
    case 'notIn':
      return `!${value}.contains(${fact})`;
    case 'contains':
      return `${fact}.contains(${value})`;
    case 'doesNotContain':
      return `!${fact}.contains(${value})`;
  }
}

function group(parts: readonly Clause[], sign: '&&' | '||'): string | undefined {
  const texts = parts.map(translate);
  return texts.length === 0 || texts.includes(undefined)
    ? undefined
    : texts.map((text) => `(${String(text)})`).join(` ${sign} `);
}
