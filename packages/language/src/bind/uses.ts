import type { Condition, Expression, Path, PathStep, RecordSource, Window } from '@qingdan/core';

/** A derived fact or a named condition, as `definition:<id>` or `condition:<id>`. */
export type Use = `definition:${string}` | `condition:${string}`;

/** The derived facts and named conditions that a condition reads, in any of its parts. */
export function usesOfCondition(condition: Condition): Use[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(usesOfCondition);
    case 'not':
      return usesOfCondition(condition.of);
    case 'named':
      return [`condition:${condition.name}`];
    case 'compare':
      return [condition.left, condition.right].flatMap(usesOfOptional);
    case 'quantified':
      return usesOfSource(condition.source);
    case 'kin':
      return [condition.of, condition.with].flatMap(usesOfExpression);
    case 'path':
      return [
        ...usesOfExpression(condition.from),
        ...usesOfExpression(condition.to),
        ...condition.through.flatMap((link) =>
          link.kind === 'kin'
            ? []
            : [...usesOfSource(link.source), ...usesOfPath(link.from), ...usesOfPath(link.to)],
        ),
      ];
    case 'outlier':
      return [
        ...usesOfExpression(condition.value),
        ...usesOfExpression(condition.above),
        ...usesOfPath(condition.of),
        ...usesOfSource(condition.source),
      ];
  }
}

/** The derived facts and named conditions that a value form reads. */
export function usesOfExpression(expression: Expression): Use[] {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
      return [];
    case 'fact':
      return usesOfPath(expression.path);
    case 'table':
      return [...expression.inputs.values()].flatMap(usesOfExpression);
    case 'aggregate':
      return [
        ...usesOfSource(expression.source),
        ...(expression.of === undefined ? [] : usesOfPath(expression.of)),
      ];
    case 'lookup':
      return [
        ...usesOfSource(expression.source),
        ...usesOfPath(expression.of),
        ...(expression.pick === undefined ? [] : usesOfPath(expression.pick.by)),
      ];
    case 'arithmetic':
      return [expression.left, expression.right].flatMap(usesOfExpression);
    case 'elapsed':
      return [expression.from, expression.to].flatMap(usesOfExpression);
    case 'shift':
      return [expression.date, expression.by].flatMap(usesOfExpression);
    case 'part':
      return usesOfExpression(expression.of);
    case 'without':
      return [expression.list, expression.removed].flatMap(usesOfExpression);
  }
}

function usesOfSource(source: RecordSource): Use[] {
  return [
    ...(source.in.kind === 'list' ? usesOfPath(source.in.list) : []),
    ...(source.in.kind === 'each' ? usesOfSteps(source.in.list) : []),
    ...source.match.flatMap(({ element, own }) => [...usesOfPath(element), ...usesOfPath(own)]),
    ...(source.where === undefined ? [] : usesOfCondition(source.where)),
    ...(source.within === undefined ? [] : usesOfWindow(source.within)),
  ];
}

function usesOfWindow(window: Window): Use[] {
  switch (window.kind) {
    case 'length':
      return [window.length, window.anchor].flatMap(usesOfExpression);
    case 'same':
      return [window.anchor, window.until].flatMap(usesOfOptional);
    case 'overlaps':
      return usesOfExpression(window.period);
  }
}

function usesOfOptional(expression: Expression | undefined): Use[] {
  return expression === undefined ? [] : usesOfExpression(expression);
}

function usesOfPath(path: Path): Use[] {
  return usesOfSteps(path.steps);
}

function usesOfSteps(steps: readonly PathStep[]): Use[] {
  return steps.flatMap((step): Use[] =>
    step.kind === 'definition' ? [`definition:${step.id}`] : [],
  );
}
