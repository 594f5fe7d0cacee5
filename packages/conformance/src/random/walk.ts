import type { Condition, Expression, Item, Policy, RecordSource } from '@qingdan/core';

/** What is met on a walk through a tree. `depth` counts the sources around it. */
export interface Visitor {
  readonly condition?: (condition: Condition, depth: number) => void;
  readonly expression?: (expression: Expression, depth: number) => void;
  readonly source?: (source: RecordSource, depth: number) => void;
}

export function walkPolicy(policy: Policy, visitor: Visitor): void {
  for (const item of policy.items.flat())
    for (const condition of conditionsOf(item)) walkCondition(condition, visitor, 0);
  for (const { is } of [...policy.definitions.values()].flat()) {
    if (is.kind === 'condition') walkCondition(is.condition, visitor, 0);
    else walkExpression(is.value, visitor, 0);
  }
  for (const { is } of [...policy.conditions.values()].flat()) walkCondition(is, visitor, 0);
}

/** The conditions an item stands on itself. */
export function conditionsOf(item: Item): readonly Condition[] {
  const given = (condition: Condition | undefined) => (condition === undefined ? [] : [condition]);
  switch (item.kind) {
    case 'Prohibition':
      return [
        ...given(item.appliesWhen),
        item.violatedWhen,
        ...item.also.map(({ condition }) => condition),
      ];
    case 'Power':
      return [...given(item.governs.when), ...item.authority.flatMap(({ when }) => given(when))];
    case 'Responsibility':
      return [...given(item.appliesWhen), item.fulfilledWhen];
  }
}

export function walkCondition(condition: Condition, visitor: Visitor, depth: number): void {
  visitor.condition?.(condition, depth);
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) walkCondition(part, visitor, depth);
      return;
    case 'not':
      walkCondition(condition.of, visitor, depth);
      return;
    case 'named':
      return;
    case 'compare':
      walkExpression(condition.left, visitor, depth);
      if (condition.right !== undefined) walkExpression(condition.right, visitor, depth);
      return;
    case 'quantified':
      walkSource(condition.source, visitor, depth);
      return;
    case 'kin':
      walkExpression(condition.of, visitor, depth);
      walkExpression(condition.with, visitor, depth);
      return;
    case 'path':
      for (const link of condition.through)
        if (link.kind === 'record') walkSource(link.source, visitor, depth);
      return;
    case 'outlier':
      walkSource(condition.source, visitor, depth);
      return;
  }
}

function walkExpression(expression: Expression, visitor: Visitor, depth: number): void {
  visitor.expression?.(expression, depth);
  const each = (parts: Iterable<Expression>): void => {
    for (const part of parts) walkExpression(part, visitor, depth);
  };
  switch (expression.kind) {
    case 'literal':
    case 'fact':
    case 'parameter':
      return;
    case 'table':
      each(expression.inputs.values());
      return;
    case 'aggregate':
    case 'lookup':
      walkSource(expression.source, visitor, depth);
      return;
    case 'arithmetic':
      each([expression.left, expression.right]);
      return;
    case 'elapsed':
      each([expression.from, expression.to]);
      return;
    case 'shift':
      each([expression.date, expression.by]);
      return;
    case 'part':
      each([expression.of]);
      return;
    case 'without':
      each([expression.list, expression.removed]);
      return;
  }
}

function walkSource(source: RecordSource, visitor: Visitor, depth: number): void {
  visitor.source?.(source, depth + 1);
  if (source.where !== undefined) walkCondition(source.where, visitor, depth + 1);
}
