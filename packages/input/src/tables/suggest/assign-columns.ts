import type { Vocabulary } from '../cells/vocabulary.js';
import { printFieldPath } from '../mapping/field-path.js';
import type { Column } from '../rows/find-header.js';
import type { Cell } from '../sheet/cell.js';
import type { Candidate } from './field-candidates.js';
import { fit } from './match-column.js';
import { lowest } from './sample.js';

/** A column that fits less is left to the clerk. */
const FITTING = 0.55;

/** The field of each column, best fit first; each field once, save that words may repeat figures. */
export function assignColumns(
  candidates: readonly Candidate[],
  columns: readonly Column[],
  cellsOf: (column: Column) => readonly Cell[],
  words: Vocabulary,
): { readonly matched: ReadonlyMap<Column, Candidate>; readonly score: number } {
  const fits = candidates.flatMap((candidate) =>
    columns.flatMap((column) => {
      const how = fit(lowest(column), cellsOf(column), candidate, words);
      return how >= FITTING ? [{ candidate, column, how }] : [];
    }),
  );
  // Figures say an amount, and words repeat it.
  fits.sort((a, b) => Number(isInWords(a.column)) - Number(isInWords(b.column)) || b.how - a.how);
  const matched = new Map<Column, Candidate>();
  const taken = new Set<string>();
  let score = 0;
  for (const { candidate, column, how } of fits) {
    const path = printFieldPath(candidate.written);
    const repeats = candidate.target.type.kind === 'money' && isInWords(column);
    if (matched.has(column) || (taken.has(path) && !repeats)) continue;
    matched.set(column, candidate);
    taken.add(path);
    // A kind whose date is there is more likely than one that shares the other columns.
    score += candidate.isGoverning ? how * 1.5 : how;
  }
  return { matched, score };
}

function isInWords({ header }: Column): boolean {
  return header.includes('大写');
}
