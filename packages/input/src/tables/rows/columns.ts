import { type Diagnostic, diagnostic, type Exact, type Span } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { yuanPerUnit } from '../cells/amount.js';
import type { CellForm } from '../cells/convert-cell.js';
import { plainHeader } from '../cells/plain.js';
import { printFieldPath, type Target } from '../mapping/field-path.js';
import type { MappedColumn, Mapping } from '../mapping/mapping.js';
import { nearestHeaderHint } from '../cells/similar.js';
import { columnLetters } from '../sheet/cell.js';
import type { Column, Header } from './find-header.js';
import { perUnitOfTable, unitOfHeader, unitsDiffer } from './units.js';

/** A column of the table that is read into fields. */
export interface BoundColumn {
  readonly column: Column;
  readonly mapped: MappedColumn;
  readonly forms: readonly { readonly target: Target; readonly form: CellForm }[];
}

/** The columns of a table beside its mapping. */
export interface BoundColumns {
  readonly bound: readonly BoundColumn[];
  /** Columns of the id in the mapping's order; undefined where one of them is not there. */
  readonly id: readonly Column[] | undefined;
  /** Where each row says its organisation. */
  readonly organisation: Column | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the mapped columns in the header of a table. */
export function bindColumns(
  header: Header,
  mapping: Mapping,
  spanOfColumn: (column: number) => Span,
): BoundColumns {
  const diagnostics: Diagnostic[] = [];
  const taken = new Set<number>();
  const report = (name: Diagnostic['name'], params: Record<string, string>, span: Span): void => {
    diagnostics.push(diagnostic(name, params, span));
  };
  const known = header.columns.map((column) => column.header).filter((name) => name !== '');
  const find = (name: string, place: readonly (string | number)[]): Column | undefined => {
    const wanted = plainHeader(name);
    const found = header.columns.filter(({ names }) => names.includes(wanted));
    for (const { index } of found) taken.add(index);
    if (found.length === 1) return found[0];
    const span = mapping.spanOf(place, true);
    const column = shorten(name);
    if (found.length === 0) {
      const params = {
        column,
        nearest: nearestHeaderHint(wanted, known),
        known: shownList(known),
      };
      report('column-missing', params, span);
    } else {
      const places = found.map(({ index }) => columnLetters(index)).join(', ');
      report('column-twice', { column, places }, span);
    }
    return undefined;
  };
  const perUnit = perUnitOfTable(header.above);
  const bound = mapping.columns.flatMap((mapped): BoundColumn[] => {
    const column = find(mapped.header, ['columns', mapped.header]);
    if (column === undefined) return [];
    const forms = mapped.targets.flatMap((target) => {
      const form = formOf(column, target, perUnit);
      if (form !== undefined) return [{ target, form }];
      const params = {
        column: shorten(column.header),
        field: printFieldPath(target.path),
        unit: target.unit?.en ?? '',
        'unit.zh': target.unit?.zh ?? '',
      };
      report('unit-differs', params, spanOfColumn(column.index));
      return [];
    });
    return [{ column, mapped, forms }];
  });
  const ids = mapping.id.map((name) => find(name, ['id']));
  const isColumn =
    mapping.organisation !== undefined &&
    header.columns.some(({ names }) => names.includes(plainHeader(mapping.organisation as string)));
  const organisation = isColumn ? find(mapping.organisation, ['organisation']) : undefined;
  const unused = header.columns.filter(
    ({ index, names, header: name }) =>
      name !== '' && !taken.has(index) && !names.some((each) => mapping.ignore.has(each)),
  );
  for (const { index, header: name } of unused) {
    report('column-unused', { column: shorten(name) }, spanOfColumn(index));
  }
  const id = ids.flatMap((column) => column ?? []);
  return {
    bound,
    id: id.length < ids.length ? undefined : id,
    organisation,
    diagnostics,
  };
}

/** Undefined where the figures are in another unit than the field's. */
function formOf(column: Column, target: Target, ofTable: Exact): CellForm | undefined {
  const named = unitOfHeader(column.header);
  const { type, unit, lastDay, label } = target;
  if (type.kind === 'money') {
    const ofHeader = named === undefined ? undefined : yuanPerUnit(named);
    return { type, perUnit: ofHeader ?? ofTable };
  }
  if (unit !== undefined && unitsDiffer(named, unit.zh)) return undefined;
  return {
    type,
    perUnit: 1,
    ...(unit === undefined ? {} : { unit: unit.zh }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(type.kind === 'boolean' ? { about: [column.header, label?.zh ?? ''] } : {}),
  };
}

/** As many names as a message takes. */
function shownList(names: readonly string[]): string {
  const shown = names.slice(0, 30).map(shorten).join(', ');
  return names.length > 30 ? `${shown}, …` : shown;
}
