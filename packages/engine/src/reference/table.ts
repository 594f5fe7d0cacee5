import {
  and,
  type Cell,
  compare,
  type Expression,
  inForce,
  NONE,
  or,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { ReferenceFrame } from './frame.js';

/** The output of the one row that matches; none where no row does. */
export function tableOutput(
  expression: Extract<Expression, { kind: 'table' }>,
  frame: ReferenceFrame,
): Value {
  const table = inForce(frame.policy.tables.get(expression.id), frame.law);
  if (table === undefined) return undefined;
  const inputs = new Map<string, Value>();
  for (const [name, input] of expression.inputs)
    inputs.set(name, frame.interpreter.valueOf(input, frame));
  const matching = table.rows
    .map((row) => ({ row, truth: matches(row.when, inputs) }))
    .filter(({ truth }) => truth !== false);
  if (matching.length === 0) return NONE;
  // A row that only may match says nothing: the input may turn out to be none, and then no row matches.
  const [only] = matching;
  return matching.length === 1 && only?.truth === true
    ? only.row.then.get(expression.output)
    : undefined;
}

function matches(when: ReadonlyMap<string, Cell>, inputs: ReadonlyMap<string, Value>): Truth {
  return [...when].reduce<Truth>(
    (truth, [name, cell]) => and(truth, fits(cell, inputs.get(name))),
    true,
  );
}

function fits(cell: Cell, value: Value): Truth {
  if (cell.kind === 'values') {
    return cell.values.reduce<Truth>(
      (truth, allowed) => or(truth, compare('equal', value, allowed)),
      false,
    );
  }
  const { below, upTo, from, above } = cell;
  let truth: Truth = true;
  if (below !== undefined) truth = and(truth, compare('lessThan', value, below));
  if (upTo !== undefined) truth = and(truth, compare('lessThanInclusive', value, upTo));
  if (from !== undefined) truth = and(truth, compare('greaterThanInclusive', value, from));
  if (above !== undefined) truth = and(truth, compare('greaterThan', value, above));
  return truth;
}
