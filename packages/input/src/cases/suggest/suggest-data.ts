import { OPENED_ON, type RecordType, type Text, type Type } from '@qingdan/core';
import type { Vocabulary } from '../../tables/cells/vocabulary.js';
import type { Column } from '../../tables/rows/find-header.js';
import { assignColumns } from '../../tables/suggest/assign-columns.js';
import { candidatesOf } from '../../tables/suggest/field-candidates.js';
import { type SuggestedValue, suggestValues } from '../../tables/suggest/suggest-values.js';
import type { CellsOf } from './bind-columns.js';

/** A column of what cases say, with the field that it seems to be. */
export interface DataColumn {
  readonly field: string;
  readonly label: Text;
  readonly type: Type;
  readonly values: readonly SuggestedValue[];
}

/** The columns that are data of the cases of some procedures. */
export function suggestData(
  columns: readonly Column[],
  records: readonly RecordType[],
  cellsOf: CellsOf,
  words: Vocabulary,
): ReadonlyMap<Column, DataColumn> {
  // Procedures have fields in common; a column of both is one.
  const candidates = new Map(
    records.flatMap(candidatesOf).flatMap((candidate) => {
      const [name, ...more] = candidate.written;
      const isOwn = more.length === 0 && candidate.period === undefined && name !== OPENED_ON;
      return isOwn ? [[String(name), { ...candidate, isGoverning: false }] as const] : [];
    }),
  );
  const { matched } = assignColumns([...candidates.values()], columns, cellsOf, words);
  return new Map(
    [...matched].map(([column, { written, label, target }]) => [
      column,
      {
        field: `data.${String(written[0])}`,
        label,
        type: target.type,
        values: suggestValues(target.type, cellsOf(column)),
      },
    ]),
  );
}
