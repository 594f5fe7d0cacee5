import {
  addExact,
  type Cell,
  compare,
  compareExact,
  divideExact,
  Duration,
  type Exact,
  isExact,
  type Type,
  type Value,
} from '@qingdan/core';
import type { Library } from '../library.js';

/** Whether a cell lets a value through; a cell that isn't there lets everything through. */
export function admits(cell: Cell | undefined, value: Value): boolean {
  if (cell === undefined) return true;
  if (cell.kind === 'values')
    return cell.values.some((member) => compare('equal', value, member) === true);
  const { below, upTo, from, above } = cell;
  return (
    (below === undefined || compare('lessThan', value, below) === true) &&
    (upTo === undefined || compare('lessThanInclusive', value, upTo) === true) &&
    (from === undefined || compare('greaterThanInclusive', value, from) === true) &&
    (above === undefined || compare('greaterThan', value, above) === true)
  );
}

/** A value that stands for all others that no cell tells apart from it. */
export interface Sample {
  readonly value: Value;
  /** For a value that no cell names, of a type without a list of its values. */
  readonly other?: true;
}

/**
 * Values of a type such that each value is treated by the cells as one of them is. Undefined where that can't be said
 * of the type.
 */
export function samplesOf(
  library: Library,
  type: Type,
  cells: readonly Cell[],
): Sample[] | undefined {
  switch (type.kind) {
    case 'boolean':
      return [{ value: true }, { value: false }];
    case 'enum':
      return [...type.values.keys()].map((value) => ({ value }));
    case 'role':
      return [...library.roles.keys()].map((value) => ({ value }));
    case 'body':
      return [...library.bodies.keys()].map((value) => ({ value }));
    case 'money':
    case 'number':
    case 'integer':
    case 'ratio':
    case 'date':
      return samplesOfLine(type, cells);
    case 'text':
    case 'person':
    case 'organisation':
    case 'ref':
      return samplesOfNames(cells);
    case 'duration':
      return cells.every((cell) => cell.kind === 'values') ? samplesOfDurations(cells) : undefined;
    case 'instant':
    case 'period':
    case 'list':
    case 'set':
    case 'struct':
    case 'record':
      return undefined;
  }
}

/** Every bound and value is a point; between two of them, and beyond the outer ones, all values are alike. */
function samplesOfLine(type: Type, cells: readonly Cell[]): Sample[] {
  const { min, max } = 'min' in type || 'max' in type ? type : {};
  const points = [...cells.flatMap(pointsOf), min, max].filter(isExact).sort(compareExact);
  const distinct = points.filter(
    (point, index) => index === 0 || compareExact(point, points[index - 1] as Exact) !== 0,
  );
  if (distinct.length === 0) return [{ value: 0 }];
  const whole = type.kind !== 'number' && type.kind !== 'ratio';
  const samples: Exact[] = [];
  const first = distinct[0] as Exact;
  samples.push(addExact(first, -1));
  for (const [index, point] of distinct.entries()) {
    samples.push(point);
    const next = distinct[index + 1];
    if (next === undefined) samples.push(addExact(point, 1));
    else if (!whole) samples.push(divideExact(addExact(point, next), 2) as Exact);
    else if (compareExact(addExact(point, 1), next) < 0) samples.push(addExact(point, 1));
  }
  return samples
    .filter(
      (value) =>
        (min === undefined || compareExact(value, min) >= 0) &&
        (max === undefined || compareExact(value, max) <= 0),
    )
    .map((value) => ({ value }));
}

function pointsOf(cell: Cell): Value[] {
  return cell.kind === 'values' ? [...cell.values] : [cell.below, cell.upTo, cell.from, cell.above];
}

/** A text that no cell names; it can't be one of theirs, since none begins with this character. */
const OTHER = '\uE000';

function samplesOfNames(cells: readonly Cell[]): Sample[] {
  const named = new Set(cells.flatMap(pointsOf).filter((value) => typeof value === 'string'));
  return [...[...named].map((value) => ({ value })), { value: OTHER, other: true }];
}

function samplesOfDurations(cells: readonly Cell[]): Sample[] {
  const named = cells.flatMap(pointsOf).map((value): Sample => ({ value }));
  return [...named, { value: new Duration(-1, 'days'), other: true }];
}
