import { type Expression, type Type } from '@qingdan/core';
import { VALUE_FORMS } from '../documents/value-form.js';
import { booleanOf, get, type MapNode, type Node, textOf, startOf } from '../read/node.js';
import { choiceOf } from '../read/read-values.js';
import { bindAggregate, bindCount, bindLookup } from './bind-aggregate.js';
import { bindArithmetic, bindWithout } from './bind-arithmetic.js';
import { bindFact } from './bind-fact.js';
import { bindOperand } from './bind-operand.js';
import { bindTableUse } from './bind-table-use.js';
import { A_DATE, A_DURATION } from './expect.js';
import { type Context, refer } from './names.js';
import type { Scope } from './scope.js';

type Form = keyof typeof BINDERS;

/** Binds a value form that is no literal. */
export function bindExpression(node: Node, scope: Scope, context: Context): Expression | undefined {
  if (node.kind !== 'map') return undefined;
  const lead = Object.keys(VALUE_FORMS).find((form) => node.entries.has(form));
  // A mapping that is no form was reported when its shape was checked.
  if (lead === undefined) return undefined;
  return BINDERS[lead as Form](get(node, lead) as Node, scope, context, node);
}

type Binder = (
  node: Node,
  scope: Scope,
  context: Context,
  whole: MapNode,
) => Expression | undefined;

const BINDERS = {
  fact: bindFact,
  parameter: bindParameterUse,
  table: bindTableUse,
  count: bindCount,
  countDistinct: bindAggregate('countDistinct'),
  sum: bindAggregate('sum'),
  min: bindAggregate('min'),
  max: bindAggregate('max'),
  collect: bindAggregate('collect'),
  lookup: bindLookup,
  ratio: bindArithmetic('ratio'),
  difference: bindArithmetic('difference'),
  product: bindArithmetic('product'),
  days: bindElapsed('days', 'from', 'to'),
  months: bindElapsed('months', 'from', 'to'),
  years: bindElapsed('years', 'from', 'to'),
  workdays: bindElapsed('workdays', 'from', 'to'),
  age: bindElapsed('years', 'of', 'on'),
  shift: bindShift,
  part: bindPart,
  without: bindWithout,
} as const satisfies Record<string, Binder>;

const INTEGER: Type = { kind: 'integer' };

function bindParameterUse(node: Node, _scope: Scope, context: Context): Expression | undefined {
  const id = textOf(node);
  if (id === undefined || refer('Parameter', id, node.span, context) === undefined)
    return undefined;
  const type = context.names.parameters.get(id);
  return type === undefined ? undefined : { kind: 'parameter', id, type, span: node.span };
}

function bindElapsed(
  name: 'days' | 'months' | 'years' | 'workdays',
  start: 'from' | 'of',
  end: 'to' | 'on',
): Binder {
  return (node, scope, context) => {
    const from = bindOperand(get(node, start), A_DATE, scope, context);
    const to = bindOperand(get(node, end), A_DATE, scope, context);
    return from === undefined || to === undefined
      ? undefined
      : { kind: 'elapsed', name, from, to, type: INTEGER, span: startOf(node) };
  };
}

function bindShift(node: Node, scope: Scope, context: Context): Expression | undefined {
  const date = bindOperand(get(node, 'date'), A_DATE, scope, context);
  const by = bindOperand(get(node, 'by'), A_DURATION, scope, context);
  const backwards = booleanOf(get(node, 'backwards')) ?? false;
  return date === undefined || by === undefined
    ? undefined
    : { kind: 'shift', date, by, backwards, type: { kind: 'date' }, span: startOf(node) };
}

function bindPart(node: Node, scope: Scope, context: Context): Expression | undefined {
  const of = bindOperand(get(node, 'of'), A_DATE, scope, context);
  const unit = choiceOf(get(node, 'unit'), ['year', 'quarter', 'month'] as const);
  return of === undefined || unit === undefined
    ? undefined
    : { kind: 'part', of, unit, type: INTEGER, span: startOf(node) };
}
