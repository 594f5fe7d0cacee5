import { type Diagnostic, diagnostic, type Table, type TableRow, type Type } from '@qingdan/core';
import type { Library } from '../library.js';
import { admits, type Sample, samplesOf } from './cells.js';
import { printValue } from './print-value.js';

/**
 * Exactly one row of a table matches any inputs. Exact: the values of each input are cut into as many classes as the
 * cells tell apart, and a witness is given for a gap and for each two rows that overlap. A table with an input whose
 * values can't be cut so is left alone.
 */
export function checkTables(library: Library): Diagnostic[] {
  return [...library.tables.values()].flat().flatMap((table) => {
    const columns: Column[] = [];
    for (const [name, type] of table.inputs) {
      const cells = table.rows.flatMap(({ when }) => when.get(name) ?? []);
      const samples = samplesOf(library, type, cells);
      if (samples === undefined) return [];
      columns.push({ name, type, samples: classesOf(name, samples, table.rows) });
    }
    return [...checkGap(table, columns), ...checkOverlaps(table, columns)];
  });
}

interface Column {
  readonly name: string;
  readonly type: Type;
  readonly samples: readonly Sample[];
}

/** One sample for each set of rows that let it through. */
function classesOf(
  name: string,
  samples: readonly Sample[],
  rows: readonly TableRow[],
): readonly Sample[] {
  const classes = new Map<string, Sample>();
  for (const sample of samples) {
    const key = rows.map(({ when }) => (admits(when.get(name), sample.value) ? '1' : '0')).join('');
    if (!classes.has(key)) classes.set(key, sample);
  }
  return [...classes.values()];
}

function checkGap(table: Table, columns: readonly Column[]): Diagnostic[] {
  const witness = findGap(table.rows, columns);
  if (witness === undefined) return [];
  return [diagnostic('table-gap', { witness: printWitness(columns, witness) }, table.span)];
}

/** Narrows the rows column by column; where none is left, the way there is a witness. */
function findGap(rows: readonly TableRow[], columns: readonly Column[]): Sample[] | undefined {
  const free = new Set<string>();
  const search = (left: readonly TableRow[], depth: number): Sample[] | undefined => {
    if (left.length === 0) return [];
    const column = columns[depth];
    if (column === undefined) return undefined;
    const key = `${depth} ${left.map((row) => rows.indexOf(row)).join(' ')}`;
    if (free.has(key)) return undefined;
    for (const sample of column.samples) {
      const narrowed = left.filter(({ when }) => admits(when.get(column.name), sample.value));
      const rest = search(narrowed, depth + 1);
      if (rest !== undefined) return [sample, ...rest];
    }
    free.add(key);
    return undefined;
  };
  return search(rows, 0);
}

function checkOverlaps(table: Table, columns: readonly Column[]): Diagnostic[] {
  return table.rows.flatMap((row, index) =>
    table.rows.slice(0, index).flatMap((earlier) => {
      const witness: Sample[] = [];
      for (const { name, samples } of columns) {
        const both = samples.find(
          ({ value }) => admits(row.when.get(name), value) && admits(earlier.when.get(name), value),
        );
        if (both === undefined) return [];
        witness.push(both);
      }
      return [
        diagnostic('table-overlap', { witness: printWitness(columns, witness) }, row.span, {
          related: [earlier.span],
        }),
      ];
    }),
  );
}

/** `matter = charter, amount = 1000.01`; inputs that come after a gap is certain aren't named. */
function printWitness(columns: readonly Column[], witness: readonly Sample[]): string {
  if (witness.length === 0) return '*';
  return witness
    .map(({ value, other }, index) => {
      const { name, type } = columns[index] as Column;
      return `${name} = ${other === true ? '…' : printValue(value, type)}`;
    })
    .join(', ');
}
