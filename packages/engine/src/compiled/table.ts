import {
  type Cell,
  compare,
  type Expression,
  inForce,
  NONE,
  or,
  type Table,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { Read } from './frame.js';
import type { Scope } from './scope.js';

type Fits = (value: Value) => Truth;

interface Row {
  readonly cells: readonly { readonly input: number; readonly fits: Fits }[];
  readonly output: Value;
}

/** The rows of each revision become tests of the inputs by position; the one that matches gives the output. */
export function compileTable(
  expression: Extract<Expression, { kind: 'table' }>,
  scope: Scope,
): Read {
  const names = [...expression.inputs.keys()];
  const reads = [...expression.inputs.values()].map((input) => scope.read(input));
  const revisions = scope.policy.tables.get(expression.id);
  const rowsOf = new Map<Table, readonly Row[]>();
  for (const table of revisions ?? [])
    rowsOf.set(table, compileRows(table, names, expression.output));
  const byEpoch = scope.epochs.map((day) => {
    const table = inForce(revisions, day);
    return table === undefined ? undefined : rowsOf.get(table);
  });
  return (frame) => {
    const rows = byEpoch[frame.epoch];
    if (rows === undefined) return undefined;
    const inputs = reads.map((read): Value => read(frame));
    let output: Value = NONE;
    let matched = false;
    for (const row of rows) {
      const truth = matches(row, inputs);
      if (truth === false) continue;
      if (truth === undefined || matched) return undefined;
      matched = true;
      ({ output } = row);
    }
    return output;
  };
}

function compileRows(table: Table, names: readonly string[], output: string): readonly Row[] {
  return table.rows.map((row) => ({
    cells: [...row.when].map(([name, cell]) => ({
      input: names.indexOf(name),
      fits: compileCell(cell),
    })),
    output: row.then.get(output),
  }));
}

function matches(row: Row, inputs: readonly Value[]): Truth {
  let truth: Truth = true;
  for (const { input, fits } of row.cells) {
    const here = fits(inputs[input]);
    if (here === false) return false;
    if (here === undefined) truth = undefined;
  }
  return truth;
}

function compileCell(cell: Cell): Fits {
  if (cell.kind === 'values') {
    const { values } = cell;
    const plain: ReadonlySet<Value> | undefined = values.every(isText)
      ? new Set(values)
      : undefined;
    return (value) => {
      // Texts, which most cells hold, are looked up; anything else is compared with each.
      if (plain !== undefined && isText(value)) return plain.has(value);
      let truth: Truth = false;
      for (const allowed of values) truth = or(truth, compare('equal', value, allowed));
      return truth;
    };
  }
  const bounds = (
    [
      ['lessThan', cell.below],
      ['lessThanInclusive', cell.upTo],
      ['greaterThanInclusive', cell.from],
      ['greaterThan', cell.above],
    ] as const
  ).filter(([, bound]) => bound !== undefined);
  return (value) => {
    let truth: Truth = true;
    for (const [operator, bound] of bounds) {
      const here = compare(operator, value, bound);
      if (here === false) return false;
      if (here === undefined) truth = undefined;
    }
    return truth;
  };
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}
