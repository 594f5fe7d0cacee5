import type { Condition } from './condition.js';
import type { Expression } from './expression.js';
import type { Path, PathStep } from './path.js';
import type { RecordSource, Window } from './source.js';

/** What is called for each node of a tree, parents first. What a name stands for is not entered. */
export interface TreeVisitor {
  readonly condition?: (condition: Condition) => void;
  readonly expression?: (expression: Expression) => void;
  readonly source?: (source: RecordSource) => void;
  /** Every path that begins at a root; of lists in other records only their steps are known. */
  readonly path?: (path: Path) => void;
  /** The steps of every path, wherever it stands. */
  readonly steps?: (steps: readonly PathStep[]) => void;
}

/** Visits a condition and everything in it. */
export function walkCondition(condition: Condition, visitor: TreeVisitor): void {
  visitor.condition?.(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
      for (const part of condition.of) walkCondition(part, visitor);
      return;
    case 'not':
      walkCondition(condition.of, visitor);
      return;
    case 'named':
      return;
    case 'compare':
      walkAll(visitor, condition.left, condition.right);
      return;
    case 'quantified':
      walkSource(condition.source, visitor);
      return;
    case 'kin':
      walkAll(visitor, condition.of, condition.with);
      return;
    case 'path':
      walkAll(visitor, condition.from, condition.to);
      for (const link of condition.through) {
        if (link.kind === 'kin') continue;
        walkSource(link.source, visitor);
        walkPaths(visitor, link.from, link.to);
      }
      return;
    case 'outlier':
      walkAll(visitor, condition.value, condition.above);
      walkSource(condition.source, visitor);
      walkPaths(visitor, condition.of);
  }
}

/** Visits a value form and everything in it. */
export function walkExpression(expression: Expression, visitor: TreeVisitor): void {
  visitor.expression?.(expression);
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
      return;
    case 'fact':
      walkPaths(visitor, expression.path);
      return;
    case 'table':
      walkAll(visitor, ...expression.inputs.values());
      return;
    case 'aggregate':
      walkSource(expression.source, visitor);
      walkPaths(visitor, expression.of);
      return;
    case 'lookup':
      walkSource(expression.source, visitor);
      walkPaths(visitor, expression.of, expression.pick?.by);
      return;
    case 'arithmetic':
      walkAll(visitor, expression.left, expression.right);
      return;
    case 'elapsed':
      walkAll(visitor, expression.from, expression.to);
      return;
    case 'shift':
      walkAll(visitor, expression.date, expression.by);
      return;
    case 'part':
      walkExpression(expression.of, visitor);
      return;
    case 'without':
      walkAll(visitor, expression.list, expression.removed);
  }
}

/** Visits what a source selects and everything in it. */
export function walkSource(source: RecordSource, visitor: TreeVisitor): void {
  visitor.source?.(source);
  if (source.in.kind === 'list') walkPaths(visitor, source.in.list);
  else if (source.in.kind === 'each') visitor.steps?.(source.in.list);
  for (const { element, own } of source.match) walkPaths(visitor, element, own);
  if (source.where !== undefined) walkCondition(source.where, visitor);
  if (source.within !== undefined) walkWindow(source.within, visitor);
}

function walkWindow(window: Window, visitor: TreeVisitor): void {
  switch (window.kind) {
    case 'length':
      walkAll(visitor, window.length, window.anchor);
      return;
    case 'same':
      walkAll(visitor, window.anchor, window.until);
      return;
    case 'overlaps':
      walkExpression(window.period, visitor);
  }
}

function walkAll(visitor: TreeVisitor, ...expressions: readonly (Expression | undefined)[]): void {
  for (const each of expressions) if (each !== undefined) walkExpression(each, visitor);
}

function walkPaths(visitor: TreeVisitor, ...paths: readonly (Path | undefined)[]): void {
  for (const each of paths) {
    if (each === undefined) continue;
    visitor.path?.(each);
    visitor.steps?.(each.steps);
  }
}
