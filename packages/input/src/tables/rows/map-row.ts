import {
  diagnostic,
  type Diagnostic,
  isReference,
  said,
  type Type,
  typeParams,
} from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { convertCell } from '../cells/convert-cell.js';
import { plain } from '../cells/plain.js';
import { parseCellBoolean } from '../cells/small-types.js';
import type { Vocabulary } from '../cells/vocabulary.js';
import { type FieldPath, printFieldPath } from '../mapping/field-path.js';
import type { MappedColumn, Mapping, Resolver } from '../mapping/mapping.js';
import { type Cell, columnLetters, isBlank, type Row, textOfCell } from '../sheet/cell.js';
import { type Assembled, type Given, RowParts } from './assemble.js';
import type { BoundColumn, BoundColumns } from './columns.js';
import { hintOf } from './hint.js';
import type { MergedCells } from './merged-cells.js';

/** A name that stands where an id belongs, and the column it is from. */
interface NameInRow {
  readonly path: FieldPath;
  readonly resolver: Resolver;
  readonly column: number;
}

/** A row as the record it would be, and what is wrong with its cells. */
export interface MappedRow extends Assembled {
  readonly names: readonly NameInRow[];
  /** Whether nothing in it can be read, though something is there. */
  readonly isUnreadable: boolean;
  readonly faults: readonly { readonly fault: Diagnostic; readonly column: number }[];
}

/** What rows of a table have in common. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly columns: BoundColumns;
  readonly merged: MergedCells;
  readonly words: Vocabulary;
  /** What the id of a row begins with that has none of its own. */
  readonly idStem: string;
}

/** Reads the cells of a row into the fields they are mapped to. */
export function mapRow(row: Row, context: RowContext): MappedRow {
  const { mapping, columns, merged } = context;
  const parts = new RowParts();
  const faults: { fault: Diagnostic; column: number }[] = [];
  let hasNames = false;
  const cellAt = (column: number): Cell => {
    const cell = row.cells[column];
    return isBlank(cell) ? merged.above(row, column)?.cell : cell;
  };
  for (const bound of columns.bound) {
    const { index } = bound.column;
    for (const { target, form } of bound.forms) {
      const read = readCell(row, bound, form.type, context, () =>
        convertCell(cellAt(index), form, context.words),
      );
      if (read.fault !== undefined) faults.push({ fault: read.fault, column: index });
      const other = parts.add(target, read.given, index);
      if (other !== undefined) {
        const places = [other, index].map((each) => columnLetters(each) + String(row.number));
        const params = { places: places.join(', ') };
        faults.push({ fault: diagnostic('cells-differ', params), column: index });
      }
      hasNames ||= read.isName === true;
    }
  }
  const { raw, columns: columnOf } = parts.assemble(mapping.constants);
  raw.kind = mapping.record.id;
  raw.id ??= idOf(columns, cellAt) ?? `${context.idStem}${row.number}`;
  const organisation =
    columns.organisation === undefined
      ? mapping.organisation
      : textOfCell(cellAt(columns.organisation.index)).trim();
  if (organisation !== undefined && organisation !== '') raw.organisation ??= organisation;
  const names = hasNames ? namesIn(raw, columnOf, columns.bound) : [];
  return { raw, columns: columnOf, names, isUnreadable: parts.isUnreadable, faults };
}

interface ReadCell {
  readonly given: Given;
  readonly fault?: Diagnostic;
  readonly isName?: boolean;
}

function readCell(
  row: Row,
  { column, mapped, forms }: BoundColumn,
  type: Type,
  { merged, words }: RowContext,
  convert: () => ReturnType<typeof convertCell>,
): ReadCell {
  const own = row.cells[column.index];
  const anchor = isBlank(own) ? merged.above(row, column.index) : undefined;
  const cell = anchor === undefined ? own : anchor.cell;
  if (isBlank(cell)) return mapped.none.has('') ? NONE : BLANK;
  if (anchor !== undefined && isFigure(type)) {
    const params = {
      column: shorten(column.header),
      anchor: columnLetters(column.index) + String(anchor.row),
    };
    return { given: { kind: 'unreadable' }, fault: diagnostic('merged-number', params) };
  }
  const text = textOfCell(cell);
  const word = text.length > 200 ? text : plain(text);
  if (mapped.values.has(word)) return { given: { kind: 'value', value: mapped.values.get(word) } };
  const isNone =
    mapped.none.has(word) && !(type.kind === 'boolean' && parseCellBoolean(word) !== undefined);
  if (isNone) return NONE;
  if (resolverFor(mapped, type) !== undefined) {
    const value = namesOf(type, text);
    return { given: { kind: 'value', value }, isName: true };
  }
  const converted = convert();
  if (converted !== undefined) return { given: { kind: 'value', value: converted.value } };
  const isPrivate = forms.some(({ target }) => target.isPrivate);
  const params = {
    column: shorten(column.header),
    ...(isPrivate ? shapeOf(text) : { value: shorten(text) }),
    ...typeParams(type),
    ...said('hint', hintOf(type, isPrivate ? '' : text, words)),
  };
  return { given: { kind: 'unreadable' }, fault: diagnostic('cell-unreadable', params) };
}

const BLANK: ReadCell = { given: { kind: 'blank' } };
const NONE: ReadCell = { given: { kind: 'none' } };

/** What is not public is not repeated. */
export function shapeOf(text: string): { value: string; 'value.zh': string } {
  const length = Array.from(text).length;
  return { value: `text of ${length} characters`, 'value.zh': `${length}个字的文字` };
}

/** A figure in a merged cell stands for the rows together, and not for each of them. */
function isFigure({ kind }: Type): boolean {
  return kind === 'money' || kind === 'number' || kind === 'integer';
}

/** How names in a column are looked up that are read into a field of a type. */
function resolverFor({ resolve }: MappedColumn, type: Type): Resolver | undefined {
  return resolve.find(({ kind }) => isReferenceTo(type, kind));
}

function isReferenceTo(type: Type, kind: string): boolean {
  if (type.kind === 'list' || type.kind === 'set') return isReferenceTo(type.items, kind);
  return isReference(type) && type.to === kind;
}

/** A name where a record has an id, until it is looked up. */
function namesOf(type: Type, text: string): unknown {
  const name = (written: string) => ({ id: written.trim(), by: 'name' });
  if (type.kind !== 'list' && type.kind !== 'set') return name(text);
  return text
    .split(/[、;；\n]/)
    .filter((part) => part.trim() !== '')
    .map(name);
}

/** Where the names of a row are in its record, now that the members of its lists have their places. */
function namesIn(
  raw: Record<string, unknown>,
  columnOf: ReadonlyMap<string, number>,
  bound: readonly BoundColumn[],
): readonly NameInRow[] {
  const byColumn = new Map(bound.map((each) => [each.column.index, each]));
  const names: NameInRow[] = [];
  for (const [key, column] of columnOf) {
    const mapped = byColumn.get(column)?.mapped;
    if (mapped === undefined || mapped.resolve.length === 0) continue;
    const path = key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const type = typeAt(mapped, path);
    const resolver = type === undefined ? undefined : resolverFor(mapped, type);
    if (resolver === undefined) continue;
    const value = valueAt(raw, path);
    if (isName(value)) {
      names.push({ path, resolver, column });
      // The organisation is no field, and has no room for how it was found.
      if (path.length === 1 && path[0] === 'organisation') raw.organisation = value.id;
    } else if (Array.isArray(value) && value.every(isName)) {
      for (const index of value.keys()) names.push({ path: [...path, index], resolver, column });
    }
  }
  return names;
}

/** The type of a field that a column is read into; the indices of lists have moved since. */
function typeAt({ targets }: MappedColumn, path: FieldPath): Type | undefined {
  const steps = (each: FieldPath): string =>
    each.filter((step) => typeof step === 'string').join('.');
  return targets.find((target) => steps(target.path) === steps(path))?.type;
}

function valueAt(raw: unknown, path: FieldPath): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function isName(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'by' in value;
}

function idOf({ id }: BoundColumns, cellAt: (column: number) => Cell): string | undefined {
  if (id === undefined || id.length === 0) return undefined;
  const parts = id.map(({ index }) => textOfCell(cellAt(index)).trim());
  return parts.includes('') ? undefined : parts.join('-');
}

/** `C7 approvals[0].person` */
export function placeInRow(column: number | undefined, row: number, path: FieldPath): string {
  const address = column === undefined ? String(row) : columnLetters(column) + String(row);
  return path.length === 0 ? address : `${address} ${printFieldPath(path)}`;
}
