import { parseCellDate, parseCellInstant } from '../../tables/cells/date.js';
import { type Cell, isBlank, textOfCell } from '../../tables/sheet/cell.js';
import { kindOfWord } from '../kind-of-event.js';
import { setOwn } from '../standard-event.js';
import { parseWhen } from '../when.js';
import type { EventColumn } from './event-columns.js';

/** What a row says, as a line in JSON would say it. What a cell should mean and doesn't is left for the reader. */
export function eventOfRow(
  cells: readonly Cell[],
  columns: readonly EventColumn[],
): Readonly<Record<string, unknown>> {
  const raw: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  const tallies = new Map<string, Record<string, unknown>>();
  let person: unknown;
  let role: unknown;
  for (const { index, field } of columns) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    const text = textOfCell(cell).trim();
    const [first, unit = '', count = ''] = field.split('.');
    if (first === 'data') setOwn(data, field.slice('data.'.length), text);
    else if (first === 'tally') {
      const tally = tallies.get(unit) ?? { unit };
      tallies.set(unit, tally);
      tally[count] = wholeOf(text);
    } else if (field === 'by' || field === 'by.id') person = text;
    else if (field === 'role' || field === 'by.role') role = text;
    else raw[field] = valueOf(field, text);
  }
  if (person !== undefined) raw.by = person;
  if (role !== undefined) raw.role = role;
  if (tallies.size > 0) raw.tally = [...tallies.values()];
  if (Object.keys(data).length > 0) raw.data = data;
  return raw;
}

function valueOf(field: string, text: string): unknown {
  switch (field) {
    case 'at':
    case 'recordedAt':
      return timeOf(text);
    case 'participants':
    case 'evidence':
      return text
        .split(/[、;；,，\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
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
