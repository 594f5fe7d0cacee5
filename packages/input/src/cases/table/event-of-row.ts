import {
  type Diagnostic,
  diagnostic,
  type Field,
  parseDate,
  type RecordType,
  said,
  type Span,
  typeParams,
} from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { type CellForm, convertCell } from '../../tables/cells/convert-cell.js';
import { plain, plainHeader } from '../../tables/cells/plain.js';
import type { Vocabulary } from '../../tables/cells/vocabulary.js';
import { hintOf } from '../../tables/rows/hint.js';
import { shapeOf } from '../../tables/rows/map-row.js';
import { parseCellDate, parseCellInstant } from '../../tables/cells/date.js';
import { type Cell, isBlank, textOfCell } from '../../tables/sheet/cell.js';
import { kindOfWord } from '../kind-of-event.js';
import { setOwn } from '../standard-event.js';
import { parseWhen } from '../when.js';
import type { EventColumn } from './event-columns.js';

/** What is known of a table beside its header. */
export interface RowContext {
  /** Cells that are read as blank, as `plain` has them. */
  readonly none: ReadonlySet<string>;
  readonly words: Vocabulary;
  /** The fields of the cases of a procedure, where they are known. */
  readonly fieldsOf: (procedure: string | undefined) => RecordType | undefined;
}

export interface EventOfRow {
  /** What the row says, as a line in JSON would say it. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Cells of data that can't be read as their fields: these are unknown. */
  readonly faults: readonly { readonly fault: Diagnostic; readonly column: number }[];
}

/** Reads a row as an event. What a cell should mean and doesn't is left for the reader, save in data, whose fields it doesn't know. */
export function eventOfRow(
  cells: readonly Cell[],
  columns: readonly EventColumn[],
  { none, words, fieldsOf }: RowContext,
  spanOf: (column: number) => Span,
): EventOfRow {
  const raw: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  const faults: { fault: Diagnostic; column: number }[] = [];
  const tallies = new Map<string, Record<string, unknown>>();
  let person: unknown;
  let role: unknown;
  const named = columns.find(({ field }) => field === 'procedure');
  const procedure = named === undefined ? '' : textOfCell(cells[named.index]).trim();
  const record = fieldsOf(
    procedure === '' ? undefined : (named?.values?.get(plain(procedure)) ?? procedure),
  );
  for (const column of columns) {
    const { index, field, values } = column;
    const cell = cells[index];
    if (isBlank(cell)) continue;
    const text = textOfCell(cell).trim();
    const word = text.length > 200 ? text : plain(text);
    if (none.has(word)) continue;
    const meant = values?.get(word);
    const [first, unit = '', count = ''] = field.split('.');
    if (first === 'data') {
      const name = field.slice('data.'.length);
      const read =
        meant === undefined ? dataOf(cell, column, fieldOf(record, name), words) : { value: meant };
      if ('fault' in read) {
        const fault = diagnostic('cell-unreadable', read.fault, spanOf(index));
        faults.push({ fault, column: index });
      } else setOwn(data, name, read.value);
    } else if (first === 'tally') {
      const tally = tallies.get(unit) ?? { unit };
      tallies.set(unit, tally);
      tally[count] = wholeOf(meant ?? text);
    } else if (field === 'by' || field === 'by.id') person = meant ?? text;
    else if (field === 'role' || field === 'by.role') {
      role = meant ?? roleOf(cell, words);
      if (role !== undefined) continue;
      // A post that no role is called by is unknown: it is not another one than is asked for.
      faults.push({ fault: unreadableRole(text, column, words, spanOf(index)), column: index });
    } else raw[field] = valueOf(field, meant ?? text, values);
  }
  if (person !== undefined) raw.by = person;
  if (role !== undefined) raw.role = role;
  if (tallies.size > 0) raw.tally = [...tallies.values()];
  if (Object.keys(data).length > 0) raw.data = data;
  return { raw, faults };
}

/** The field that a column of data is read into: by its name, else by its label, where only one has it. */
function fieldOf(record: RecordType | undefined, name: string): Field | undefined {
  const known = record?.fields.field(name);
  if (known !== undefined) return known;
  const wanted = plainHeader(name);
  const found = (record?.fields.fields ?? []).filter(({ label }) =>
    [label.zh, label.en].some((each) => plainHeader(each) === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}

function dataOf(
  cell: Cell,
  { header, perUnit }: EventColumn,
  field: Field | undefined,
  words: Vocabulary,
): { readonly value: unknown } | { readonly fault: Record<string, string> } {
  const text = textOfCell(cell).trim();
  if (field === undefined) return { value: text };
  const { type, label, privacy } = field;
  const form: CellForm = {
    type,
    perUnit,
    about: [header, label.zh, label.en],
    ...(field.unit === undefined ? {} : { unit: field.unit.zh }),
  };
  const read = convertCell(cell, form, words);
  // A table of records leaves the thirtieth of February to who reads the record.
  const isNoDay = type.kind === 'date' && typeof parseDate(String(read?.value)) !== 'number';
  if (read !== undefined && !isNoDay) return read;
  const isPrivate = privacy !== 'public';
  return {
    fault: {
      column: shorten(header),
      ...(isPrivate ? shapeOf(text) : { value: shorten(text) }),
      ...typeParams(type),
      ...said('hint', hintOf(type, isPrivate ? '' : text, words)),
    },
  };
}

/** A ledger calls a post by its title. Where no roles are known, any word is one. */
function roleOf(cell: Cell, words: Vocabulary): string | undefined {
  const read = convertCell(cell, ROLE_FORM, words)?.value;
  const role = typeof read === 'string' ? read : undefined;
  if (words.roles.size === 0) return role ?? textOfCell(cell).trim();
  return role !== undefined && words.roles.has(role) ? role : undefined;
}

const ROLE_FORM: CellForm = { type: { kind: 'role' }, perUnit: 1 };

function unreadableRole(
  text: string,
  { header }: EventColumn,
  words: Vocabulary,
  span: Span,
): Diagnostic {
  const { type } = ROLE_FORM;
  const params = {
    column: shorten(header),
    value: shorten(text),
    ...typeParams(type),
    ...said('hint', hintOf(type, text, words)),
  };
  return diagnostic('cell-unreadable', params, span);
}

function valueOf(
  field: string,
  text: string,
  values: ReadonlyMap<string, string> | undefined,
): unknown {
  switch (field) {
    case 'at':
    case 'recordedAt':
      return timeOf(text);
    case 'participants':
    case 'evidence':
      return text
        .split(/[、;；,，\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => values?.get(plain(part)) ?? part);
    case 'iteration':
    case 'seq':
      return wholeOf(text);
    case 'kind':
      return kindOfWord(text) ?? text;
    case 'closed':
      return BOOLEANS.get(text.toLowerCase()) ?? text;
    default:
      return text;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['已办结', true],
  ['办结', true],
  ['true', true],
  ['yes', true],
  ['否', false],
  ['未办结', false],
  ['在办', false],
  ['false', false],
  ['no', false],
]);

/** Our own form first: it may have an offset. */
function timeOf(text: string): string {
  if (parseWhen(text) !== undefined) return text;
  return parseCellInstant(text) ?? parseCellDate(text) ?? text;
}

function wholeOf(text: string): number | string {
  const plain = text.normalize('NFKC');
  return /^\d{1,15}$/.test(plain) ? Number(plain) : text;
}
