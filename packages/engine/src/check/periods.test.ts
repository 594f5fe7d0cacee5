import { type Book, dayOf, NONE, Period, type PeriodUnit, type RecordNode } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  from,
  MEETING,
  OFFICER,
  on,
  ORGANISATION,
  PAYMENT,
  policyOf,
  prohibition,
  quantified,
  recordOf,
  SPAN,
  term,
  worldOf,
} from '../testing/build.js';
import { periodSubjects } from './periods.js';

const meetings = (
  from: number | undefined,
  until: number | undefined,
  organisation?: string,
): Book => ({
  kind: 'meeting',
  ...(organisation === undefined ? {} : { organisation }),
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

function subjectsFor(
  per: PeriodUnit,
  books: readonly Book[],
  {
    kinds = [MEETING],
    records = [] as readonly RecordNode[],
    clock = dayOf(2026, 3, 15),
    organisation = 'V1',
  } = {},
): readonly RecordNode[] {
  const item = prohibition(
    { kind: 'all', of: kinds.map((kind) => quantified('none', from(kind))), span: SPAN },
    { appliesTo: { kind: 'periods', per, record: 'spell' } },
  );
  const world = worldOf(records, books, clock);
  return periodSubjects(policyOf({ items: [item] }), organisation, world, world.books);
}
const idsOf = (subjects: readonly RecordNode[]): string[] => subjects.map(({ id }) => id);

describe('the periods that an organisation answers for', () => {
  const quarter = meetings(dayOf(2026, 1, 1), dayOf(2026, 4, 1));
  const year = meetings(dayOf(2025, 1, 1), dayOf(2026, 1, 1));

  it.each<
    [string, PeriodUnit, readonly Book[], Parameters<typeof subjectsFor>[2], readonly string[]]
  >([
    ['no month without books', 'month', [], {}, []],
    ['the months in the books that ended', 'month', [quarter], {}, ['V1@2026-01', 'V1@2026-02']],
    [
      'a month that ends with the clock',
      'month',
      [quarter],
      { clock: dayOf(2026, 2, 1) },
      ['V1@2026-01'],
    ],
    ['no month that ends a day later', 'month', [quarter], { clock: dayOf(2026, 1, 31) }, []],
    [
      'no month that the books begin or end within',
      'month',
      [meetings(dayOf(2025, 11, 2), dayOf(2026, 1, 31))],
      {},
      ['V1@2025-12'],
    ],
    [
      'the quarters',
      'quarter',
      [year],
      {},
      ['V1@2025-Q1', 'V1@2025-Q2', 'V1@2025-Q3', 'V1@2025-Q4'],
    ],
    ['no quarter that has not ended', 'quarter', [quarter], {}, []],
    ['the year', 'year', [year], {}, ['V1@2025']],
    [
      'no year of which a day is wanting',
      'year',
      [meetings(dayOf(2025, 1, 2), dayOf(2026, 1, 1))],
      {},
      [],
    ],
    [
      'a year that two books make',
      'year',
      [
        meetings(dayOf(2025, 1, 1), dayOf(2025, 7, 1)),
        meetings(dayOf(2025, 7, 1), dayOf(2026, 1, 1)),
      ],
      {},
      ['V1@2025'],
    ],
    ['none by the books of another', 'year', [meetings(undefined, undefined, 'V2')], {}, []],
    [
      'ten years by books without beginning',
      'year',
      [meetings(undefined, undefined)],
      {},
      Array.from({ length: 10 }, (_, index) => `V1@${2016 + index}`),
    ],
    [
      'those in the books of every kind that is read',
      'month',
      [quarter, { kind: 'payment', from: dayOf(2026, 2, 1) }],
      { kinds: [MEETING, PAYMENT] },
      ['V1@2026-02'],
    ],
    [
      'whatever registers are read beside',
      'month',
      [quarter],
      { kinds: [MEETING, OFFICER] },
      ['V1@2026-01', 'V1@2026-02'],
    ],
    [
      'none where registers alone are read',
      'month',
      [{ kind: 'officer' }],
      { kinds: [OFFICER] },
      [],
    ],
  ])('are %s', (_, per, books, more, expected) => {
    expect(idsOf(subjectsFor(per, books, more))).toEqual(expected);
  });

  it('are terms of office where the register names them', () => {
    const organisation = recordOf(ORGANISATION, 'V1', {
      terms: [
        term({ period: new Period(dayOf(2018, 1, 1), dayOf(2021, 1, 1)) }),
        term({ period: new Period(dayOf(2021, 1, 1), dayOf(2026, 1, 1)) }),
        term({ period: new Period(dayOf(2026, 1, 1), dayOf(2031, 1, 1)) }),
        term({ period: new Period(dayOf(2026, 1, 1), NONE) }),
        term({}),
      ],
    });
    const books = [meetings(dayOf(2020, 1, 1), undefined)];
    expect(idsOf(subjectsFor('term', books, { records: [organisation] }))).toEqual([
      'V1@2021-01-01..2026-01-01',
    ]);
    expect(idsOf(subjectsFor('term', books))).toEqual([]);
  });

  it('are records of their organisation and days, governed by the last one', () => {
    const [january] = subjectsFor('month', [meetings(on(1, 1), on(2, 1))]);
    expect(january).toMatchObject({ organisation: 'V1', record: { id: 'spell' } });
    expect(january?.fields.values).toEqual(['V1', new Period(on(1, 1), on(2, 1)), on(1, 31)]);
  });

  it('are named once for several items', () => {
    const item = (id: string) =>
      prohibition(quantified('none', from(MEETING)), {
        id,
        appliesTo: { kind: 'periods', per: 'month', record: 'spell' },
      });
    const world = worldOf([], [meetings(on(1, 1), on(2, 1))]);
    const policy = policyOf({ items: [item('p.a'), item('p.b')] });
    expect(idsOf(periodSubjects(policy, 'V1', world, world.books))).toEqual(['V1@2026-01']);
  });
});
