import {
  type Duration,
  type Exact,
  multiplyExact,
  parseDate,
  parseDuration,
  parseExact,
  parseInstant,
  Period,
  type Value,
} from '@qingdan/core';
import { BODIES, ROLES } from './schema.js';
import type { Rng } from './rng.js';

/** Few values of each kind, so that limits are met exactly, and often. Written as they stand in records. */
export const POOLS = {
  money: ['0', '100', '500', '999.99', '1000', '1000.01', '5000', '20000'],
  balance: ['-500', '-0.01', '0', '100', '1000', '5000'],
  count: [0, 1, 2, 3, 5, 100],
  number: ['-3', '-1/3', '0', '1/3', '0.5', '1', '3/2', '2', '5', '12', '2024', '2025', '2026'],
  ratio: ['0', '1/3', '0.5', '2/3', '1'],
  text: ['', '招待费', '烟酒', 'ABC', 'abc', '招待', '餐费', 'Ａｂｃ', '𠮷'],
  date: [
    ...['2024-02-29', '2024-12-31', '2025-01-01', '2025-01-31', '2025-03-14', '2025-03-15'],
    ...['2025-06-30', '2025-07-01', '2025-09-30', '2025-10-01', '2025-12-31', '2026-01-01'],
  ],
  vagueDate: ['2025-03', '2025-06', '2025-07', '2025-12', '2025', '2026-01'],
  instant: ['2025-03-15T09:00', '2025-03-15T00:00:00Z', '2025-07-01T00:00', '2026-01-01T12:00'],
  duration: ['0 days', '5 days', '15 days', '3 workdays', '1 month', '12 months', '1 year'],
  person: ['P1', 'P2', 'P3', 'P4'],
  organisation: ['V1', 'V2'],
} as const;

/** When the law may change: at the turn of a month, and in the middle of one. */
export const CHANGES = ['2024-12-31', '2025-01-01', '2025-03-15', '2025-07-01', '2026-01-01'];

const ID_PREFIXES: Readonly<Record<string, string>> = { payment: 'E', contract: 'C', meeting: 'M' };

/** Ids that may or may not exist: `ref meeting` → `M1` … `M4`. */
export function idsOf(kind: string): readonly string[] {
  if (kind === 'person') return POOLS.person;
  if (kind === 'organisation') return POOLS.organisation;
  const prefix = ID_PREFIXES[kind] ?? kind;
  return [1, 2, 3, 4].map((n) => `${prefix}${String(n)}`);
}

/** A literal of a policy. `key` says what it must compare with. */
export function literalValue(key: string, rng: Rng): Value {
  const [family, rest] = splitKey(key);
  switch (family) {
    case 'money':
      return multiplyExact(parseExact(rng.pick(MONEY_POOL)) as Exact, 100);
    case 'number':
      return parseExact(String(rng.pick([...POOLS.number, ...POOLS.ratio, ...POOLS.count])));
    case 'boolean':
      return rng.chance(0.5);
    case 'text':
      return rng.pick(POOLS.text).normalize('NFC');
    case 'date':
      return dateValue(rng);
    case 'instant':
      return parseInstant(rng.pick(POOLS.instant));
    case 'duration':
      return durationValue(rng);
    case 'period': {
      const [from, until] = rng.some([...POOLS.date], 2, 2).sort();
      return new Period(parseDate(String(from)), parseDate(String(until)));
    }
    case 'role':
      return rng.pick([...ROLES.keys()]);
    case 'body':
      return rng.pick(BODIES);
    case 'enum':
      return rng.pick(ENUM_VALUES[rest] ?? ['?']);
    case 'ref':
      return rng.pick(idsOf(rest));
    case 'list':
      return Array.from(
        {
          length: rng.weigh([
            [1, 0],
            [3, 1],
            [4, 2],
            [2, 3],
          ]),
        },
        () => literalValue(rest, rng),
      );
    default:
      throw new Error(`no literal of ${key}`);
  }
}

const ENUM_VALUES: Readonly<Record<string, readonly string[]>> = {
  method: ['cash', 'transfer', 'card'],
  matter: ['budget', 'land', 'charter'],
  relation: ['parent', 'child', 'spouse', 'sibling'],
  decision: ['yes', 'no'],
};

function splitKey(key: string): [string, string] {
  const at = key.indexOf(' ');
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

const MONEY_POOL = [...POOLS.money, ...POOLS.money, ...POOLS.balance];

function dateValue(rng: Rng): Value {
  return parseDate(rng.chance(0.1) ? rng.pick(POOLS.vagueDate) : rng.pick(POOLS.date));
}

export function durationValue(rng: Rng): Duration {
  return parseDuration(rng.pick(POOLS.duration)) as Duration;
}
