import {
  type Exact,
  multiplyExact,
  parseExact,
  printExact,
  type Text,
  type Type,
} from '@qingdan/core';
import type { Cell } from '../sheet/cell.js';
import { textOfCell } from '../sheet/cell.js';
import { parseAmount } from './amount.js';
import { parseCellDate, parseCellInstant } from './date.js';
import { plainHeader } from './plain.js';
import { plainTitle } from './plain-title.js';
import {
  dayAfter,
  parseCellBoolean,
  parseCellDuration,
  parseCellNumber,
  parseCellPeriod,
  parseCellRatio,
} from './small-types.js';
import type { Vocabulary } from './vocabulary.js';

/** How the cells of a column are to be read. */
export interface CellForm {
  readonly type: Type;
  /** How many yuan one is, where the header says so. */
  readonly perUnit: Exact;
  /** The unit of the field, which cells may repeat. */
  readonly unit?: string;
  /** The cell names the last day of something; the record wants the day after it. */
  readonly lastDay?: boolean;
  /** The header of the column and the label of the field: 已公示 is said of what they name. */
  readonly about?: readonly string[];
}

/** The value a record is given, or nothing where the cell can't be read as its type. */
export type Converted = { readonly value: unknown } | undefined;

/** Longer texts are neither numbers nor dates nor names of anything. */
const WORD_LIMIT = 200;

/** Reads a cell that isn't blank as the value of a field, in the form in which JSON records have it. */
export function convertCell(cell: Cell, form: CellForm, words: Vocabulary): Converted {
  const { type } = form;
  if (typeof cell === 'object' && cell.kind === 'fault') return undefined;
  const text = textOfCell(cell).trim();
  if (type.kind === 'text') return textValue(cell, text);
  if (type.kind === 'list' || type.kind === 'set') return listOf(text, form, words);
  if (text.length > WORD_LIMIT) return undefined;
  switch (type.kind) {
    case 'money':
      return exact(moneyOf(cell, text, form.perUnit));
    case 'number':
    case 'integer':
      return exact(isNumber(cell) ? parseExact(cell.digits) : parseCellNumber(text, form.unit));
    case 'ratio':
      return exact(isNumber(cell) ? parseExact(cell.digits) : parseCellRatio(text));
    case 'boolean':
      return some(typeof cell === 'boolean' ? cell : parseCellBoolean(text, form.about));
    case 'date':
      return some(form.lastDay === true ? dayAfter(dateText(cell, text)) : dateOf(cell, text));
    case 'instant':
      return some(parseCellInstant(text));
    case 'duration':
      return some(parseCellDuration(text));
    case 'period':
      return some(parseCellPeriod(text));
    case 'enum':
      return some(named(text, type.values));
    case 'role':
      return some(titled(text, words.roles, type.ids));
    case 'body':
      return some(titled(text, words.bodies, type.ids));
    case 'person':
    case 'organisation':
    case 'ref':
      return textValue(cell, text);
    case 'struct':
    case 'record':
      return undefined;
  }
}

/** Account and invoice numbers that a spreadsheet has rounded are no longer what was written. */
function textValue(cell: Cell, text: string): Converted {
  if (isNumber(cell) && cell.shown === undefined) {
    if (cell.digits.replace(/\D/g, '').length > 15) return undefined;
  }
  return { value: text };
}

function moneyOf(cell: Cell, text: string, perUnit: Exact): Exact | undefined {
  if (!isNumber(cell)) return parseAmount(text, perUnit);
  const number = parseExact(cell.digits);
  return number === undefined ? undefined : multiplyExact(number, perUnit);
}

/** A number is a date only where its digits spell one: 20260105. */
function dateOf(cell: Cell, text: string): string | undefined {
  return parseCellDate(dateText(cell, text));
}

function dateText(cell: Cell, text: string): string {
  if (typeof cell === 'object' && cell.kind === 'date') return cell.day;
  return isNumber(cell) && !/^(\d{6}|\d{8})$/.test(cell.digits) ? '' : text;
}

function listOf(text: string, form: CellForm, words: Vocabulary): Converted {
  const { items } = form.type as Extract<Type, { kind: 'list' }>;
  const parts = text
    .split(/[、;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const values: unknown[] = [];
  for (const part of parts) {
    const converted = convertCell(part, { ...form, type: items }, words);
    if (converted === undefined) return undefined;
    values.push(converted.value);
  }
  return { value: values };
}

/** The id that a text is, or whose label it is in either language; undefined where it is none's or several'. */
function named(
  text: string,
  labels: ReadonlyMap<string, Text>,
  compared: (label: string) => string = plainHeader,
): string | undefined {
  if (labels.has(text)) return text;
  const wanted = compared(text);
  let found: string | undefined;
  for (const [id, { zh, en }] of labels) {
    if (compared(zh) !== wanted && compared(en) !== wanted) continue;
    if (found !== undefined) return undefined;
    found = id;
  }
  return found;
}

/** The id of a post or body: by its title, as it is called every day, or by the id itself. */
function titled(
  text: string,
  titles: ReadonlyMap<string, Text>,
  ids: ReadonlySet<string> | undefined,
): string | undefined {
  const id = named(text, titles) ?? named(text, titles, plainTitle);
  return id ?? (ids === undefined || ids.has(text) ? text : undefined);
}

function isNumber(cell: Cell): cell is Extract<Cell, { kind: 'number' }> {
  return typeof cell === 'object' && cell.kind === 'number';
}

function exact(value: Exact | undefined): Converted {
  return value === undefined ? undefined : { value: printExact(value) };
}

function some(value: unknown): Converted {
  return value === undefined ? undefined : { value };
}
