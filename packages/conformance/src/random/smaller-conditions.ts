import type { Condition, Expression, RecordSource } from '@qingdan/core';
import { replaced, without } from './lists.js';

/** Conditions with a little less in them. */
export function smallerConditions(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [
        ...condition.of,
        ...(condition.of.length > 1 ? [...without(condition.of)] : []).map((of) => ({
          ...condition,
          of,
        })),
        ...condition.of.flatMap((part, at) =>
          smallerConditions(part).map((each) => ({
            ...condition,
            of: replaced(condition.of, at, each),
          })),
        ),
      ];
    case 'not':
      return [condition.of, ...smallerConditions(condition.of).map((of) => ({ ...condition, of }))];
    case 'named':
    case 'kin':
      return [];
    case 'compare': {
      const { left, right } = condition;
      return [
        ...smallerExpressions(left).map((each) => ({ ...condition, left: each })),
        ...(right === undefined ? [] : smallerExpressions(right)).map((each) => ({
          ...condition,
          right: each,
        })),
      ];
    }
    case 'quantified':
    case 'outlier':
      return smallerSources(condition.source).map((source) => ({ ...condition, source }));
    case 'path':
      return condition.through.flatMap((link, at) => [
        ...(condition.through.length > 1 ? [{ ...condition, through: [link] }] : []),
        ...(link.kind === 'record' ? smallerSources(link.source) : []).map((source) => ({
          ...condition,
          through: replaced(condition.through, at, { ...link, source } as typeof link),
        })),
      ]);
  }
}

function smallerSources(source: RecordSource): RecordSource[] {
  const { where, within, ...bare } = source;
  const kept = {
    ...bare,
    ...(where === undefined ? {} : { where }),
    ...(within === undefined ? {} : { within }),
  };
  return [
    ...(where === undefined ? [] : [within === undefined ? bare : { ...bare, within }]),
    ...(within === undefined ? [] : [where === undefined ? bare : { ...bare, where }]),
    ...(source.match.length > 0 ? [{ ...kept, match: [] }] : []),
    ...(source.others ? [{ ...kept, others: false }] : []),
    ...(source.across ? [{ ...kept, across: false }] : []),
    ...(where === undefined
      ? []
      : smallerConditions(where).map((smaller) => ({ ...kept, where: smaller }))),
  ];
}

export function smallerExpressions(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'aggregate':
    case 'lookup':
      return smallerSources(expression.source).map((source) => ({ ...expression, source }));
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'shift':
      return [expression.date];
    case 'without':
      return [expression.list];
    default:
      return [];
  }
}
