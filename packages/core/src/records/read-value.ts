import {
  compareExact,
  divideExact,
  Fraction,
  isExact,
  multiplyExact,
  parseExact,
  printExact,
} from '../values/exact.js';
import { parseDate } from '../values/date.js';
import { parseDuration } from '../values/duration.js';
import { parseInstant } from '../values/instant.js';
import { NONE, Period, type Value } from '../values/value.js';
import { nearestName } from '../diagnostics/nearest.js';
import { nameOfType, type Type } from '../types/type.js';
import type { Exact } from '../values/exact.js';

/** 10^13 yuan in fen: amounts from here on are refused as mistakes. */
const MONEY_LIMIT = 1e15;

/** What reading a scalar gives: a value, or why it isn't one. */
export type ReadScalar =
  { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & ScalarFault);

interface ScalarFault {
  readonly expected: string;
  readonly outside?: Outside;
}

/** Of a number that its type would take if it were not too small or too large: what it may be at least or at most. */
export interface Outside {
  readonly end: 'least' | 'most';
  readonly limit: string;
}

/**
 * Reads a plain value (a literal of a policy, a field of a record) as a type. Lists, sets and structs are read by their
 * owners. Text is normalised to NFC.
 */
export function readScalar(type: Type, raw: unknown): ReadScalar {
  const value = scalarOf(type, raw);
  return value === undefined ? { ok: false, ...scalarFault(type, raw) } : { ok: true, value };
}

/** Why a plain value can't be read as a type. */
export function scalarFault(type: Type, raw: unknown): ScalarFault {
  const outside = outsideOf(type, raw);
  const expected = nearestTo(type, raw) ?? expectedOf(type);
  return outside === undefined ? { expected } : { expected, outside };
}

function outsideOf(type: Type, raw: unknown): Outside | undefined {
  const isNumber = type.kind === 'number' || type.kind === 'integer' || type.kind === 'ratio';
  if (!isNumber && type.kind !== 'money') return undefined;
  const { kind, min, max } = type;
  const unit = kind === 'money' ? 100 : 1;
  const written = readNumber(raw);
  const value = written === undefined ? undefined : multiplyExact(written, unit);
  // An integer has no decimals and money no more than two, whatever their limits.
  if (value === undefined || (kind === 'money' && value instanceof Fraction)) return undefined;
  if (kind === 'integer' && value instanceof Fraction) return undefined;
  const print = (limit: Exact): string => printExact(divideExact(limit, unit) ?? limit);
  if (min !== undefined && compareExact(value, min) < 0) return { end: 'least', limit: print(min) };
  if (max !== undefined && compareExact(value, max) > 0) return { end: 'most', limit: print(max) };
  const isHuge = kind === 'money' && typeof value === 'number' && Math.abs(value) >= MONEY_LIMIT;
  if (!isHuge) return undefined;
  const most = printExact(MONEY_LIMIT / 100);
  return value < 0 ? { end: 'least', limit: `-${most}` } : { end: 'most', limit: most };
}

/** As `readScalar`; undefined where it isn't a value. */
export function scalarOf(type: Type, raw: unknown): Value {
  switch (type.kind) {
    case 'money':
      return within(type, readMoney(raw));
    case 'number':
      return within(type, readNumber(raw));
    case 'integer': {
      const n = readNumber(raw);
      return typeof n === 'number' ? within(type, n) : undefined;
    }
    case 'ratio':
      return within(type, readNumber(raw));
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'text':
      return typeof raw === 'string' ? raw.normalize('NFC') : undefined;
    case 'date':
      return typeof raw === 'string' ? parseDate(raw) : undefined;
    case 'instant':
      return typeof raw === 'string' ? parseInstant(raw) : undefined;
    case 'duration':
      return typeof raw === 'string' ? parseDuration(raw) : undefined;
    case 'period':
      return readPeriod(raw);
    case 'enum':
      return typeof raw === 'string' && type.values.has(raw) ? raw : undefined;
    case 'role':
    case 'body':
      return typeof raw === 'string' && raw !== '' && type.ids?.has(raw) !== false
        ? raw
        : undefined;
    case 'person':
    case 'organisation':
    case 'ref':
      return typeof raw === 'string' && raw.length > 0 ? raw.normalize('NFC') : undefined;
    case 'list':
    case 'set':
    case 'struct':
    case 'record':
      return undefined;
  }
}

function readNumber(raw: unknown): Exact | undefined {
  if (typeof raw === 'number') {
    // A number that JavaScript has rounded already is not what was written; as text it would be. Adding 0 to -0 gives 0.
    if (Number.isInteger(raw)) return Number.isSafeInteger(raw) ? raw + 0 : undefined;
    return Number.isFinite(raw) ? parseExact(String(raw)) : undefined;
  }
  return typeof raw === 'string' ? parseExact(raw) : undefined;
}

function readMoney(raw: unknown): Exact | undefined {
  const yuan = readNumber(raw);
  if (yuan === undefined) return undefined;
  const fen = multiplyExact(yuan, 100);
  return fen instanceof Fraction || Math.abs(fen) >= MONEY_LIMIT ? undefined : fen;
}

function within(type: { min?: Exact; max?: Exact }, value: Exact | undefined): Exact | undefined {
  if (value === undefined) return undefined;
  if (type.min !== undefined && compareExact(value, type.min) < 0) return undefined;
  if (type.max !== undefined && compareExact(value, type.max) > 0) return undefined;
  return value;
}

function readPeriod(raw: unknown): Value {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const ends = raw as Record<string, unknown>;
  if (Object.keys(ends).some((key) => key !== 'from' && key !== 'until')) return undefined;
  const end = (name: 'from' | 'until'): { ok: boolean; value: Value } => {
    const text = Object.hasOwn(ends, name) ? ends[name] : undefined;
    if (text === undefined || text === null) return { ok: true, value: undefined };
    if (text === 'none' && name === 'until') return { ok: true, value: NONE };
    const date = typeof text === 'string' ? parseDate(text) : undefined;
    return { ok: date !== undefined, value: date };
  };
  const from = end('from');
  const until = end('until');
  if (!from.ok || !until.ok) return undefined;
  if (isExact(from.value) && isExact(until.value) && compareExact(from.value, until.value) >= 0)
    return undefined;
  return new Period(from.value, until.value);
}

/** Of a misspelt role or body: the one that was probably meant. */
function nearestTo(type: Type, raw: unknown): string | undefined {
  const isNamed = type.kind === 'role' || type.kind === 'body';
  if (!isNamed || type.ids === undefined || typeof raw !== 'string') return undefined;
  const nearest = nearestName(raw, type.ids);
  return nearest === undefined ? undefined : `→ \`${nearest}\`?`;
}

/** What to write instead, for messages; the same in both languages. */
function expectedOf(type: Type): string {
  switch (type.kind) {
    case 'money':
      return '1000, "1000.50" (≤ 2 decimals, < 10^13)';
    case 'number':
      return '12, "12.5"';
    case 'integer':
      return '12';
    case 'ratio':
      return '"2/3", 0.5';
    case 'boolean':
      return 'true, false';
    case 'date':
      return '"2026-02-03", "2026-02", "2026"';
    case 'instant':
      return '"2026-02-03T09:30:00+08:00"';
    case 'duration':
      return '"5 days", "10 workdays", "2 months", "20 years"';
    case 'period':
      return '{ "from": "2026-01-01", "until": "2026-04-01" }, until > from';
    case 'enum':
      return [...type.values.keys()].join(', ');
    case 'role':
    case 'body':
      return type.ids === undefined ? nameOfType(type) : [...type.ids].join(', ');
    default:
      return nameOfType(type);
  }
}
