import {
  type Calendar,
  createCalendar,
  type Day,
  NO_CALENDAR,
  parseDate,
  readRecord,
  type RecordNode,
  type Value,
} from '@qingdan/core';
import { Books, MemoryRecords, type World } from '@qingdan/engine';
import { KINDS } from './schema.js';
import { idsOf } from './literals.js';
import { makeRaw, type Raw } from './records.js';
import type { Rng } from './rng.js';

type Book = Books['all'][number];

/** What a world is made of, so that a smaller one can be made from it. */
export interface WorldParts {
  readonly records: readonly RecordNode[];
  readonly books: readonly Book[];
  readonly clock: Day;
  readonly calendar: Calendar;
}

export function worldOf({ records, books, clock, calendar }: WorldParts): World {
  return { records: new MemoryRecords(records, new Books(books), clock), clock, calendar };
}

const SIZES = { payment: 4, contract: 3, meeting: 4, officer: 6, kinship: 4, person: 4 } as const;

export function makeWorld(rng: Rng): WorldParts {
  const records: RecordNode[] = [];
  for (const [kind, size] of Object.entries(SIZES)) {
    if (rng.chance(0.05)) continue;
    for (let index = 0; index < size; index += 1) {
      const id = idsOf(kind)[index] ?? `${kind}${String(index + 1)}`;
      if (KINDS.get(kind)?.shared === true || rng.chance(0.85)) {
        records.push(makeRecord(makeRaw(kind, id, rng)));
        continue;
      }
      // Each organisation numbers its own: the same id once in each of several, or where none is known.
      for (const organisation of rng.some(['V1', 'V2', 'V3', null], 2, 3))
        records.push(makeRecord({ ...makeRaw(kind, id, rng), organisation }));
    }
  }
  const clock = parseDate(rng.pick(['2026-01-05', '2025-07-20', '2026-03-01'])) as number;
  return {
    records,
    books: makeBooks(rng),
    clock,
    calendar: rng.chance(0.9) ? CALENDAR : NO_CALENDAR,
  };
}

/** Reads a record; a field called `organisation` gets a person, which no file could give it. */
export function makeRecord(raw: Raw): RecordNode {
  const { record } = readRecord(raw, KINDS);
  if (record === undefined) throw new Error('not a record');
  const slot = record.record.fields.slotOf('organisation');
  if (slot === undefined) return record;
  const values: Value[] = [...record.fields.values];
  values[slot] = values[record.record.fields.slotOf('party') ?? 0];
  return { ...record, fields: { ...record.fields, values } };
}

function makeBooks(rng: Rng): Book[] {
  const share = rng.weigh([
    [5, 1],
    [3, 0.6],
    [2, 0.1],
  ]);
  return [...KINDS.keys()].flatMap((kind): Book[] => {
    if (!rng.chance(share)) return [];
    const shared = KINDS.get(kind)?.shared === true;
    return [
      {
        kind,
        ...(shared || rng.chance(0.6) ? {} : { organisation: 'V1' }),
        ...(rng.chance(0.8) ? {} : { from: parseDate('2025-01-01') as number }),
        ...(rng.chance(0.8) ? {} : { until: parseDate('2025-12-31') as number }),
      },
    ];
  });
}

const days = (texts: readonly string[]): ReadonlySet<Day> =>
  new Set(texts.map((text) => parseDate(text) as number));

/** Knows three years, with a few days off and one made up for. */
export const CALENDAR: Calendar = createCalendar({
  digest: 'random',
  first: parseDate('2024-01-01') as number,
  last: parseDate('2026-12-31') as number,
  off: days(['2025-01-01', '2025-10-01', '2025-10-02', '2025-10-03', '2026-01-01', '2026-01-02']),
  working: days(['2025-09-28', '2026-01-04']),
});
