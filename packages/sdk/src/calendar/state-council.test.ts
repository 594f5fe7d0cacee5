import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDate } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from './state-council.js';

const shared = process.env.QINGDAN_SHARED ?? join(import.meta.dirname, '../../../../../shared');
const folder = join(shared, 'fixtures/holiday-cn');

describe('the calendar of the State Council', () => {
  const calendar = stateCouncilCalendar();
  const day = (text: string): number => parseDate(text) as number;

  it.each([
    ['2026-01-01', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-23', false],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2027-01-01', undefined],
  ])('knows whether %s is a working day', (date, expected) => {
    expect(calendar.isWorkday(day(date))).toBe(expected);
  });

  it('has a digest', () => {
    expect(calendar.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.skipIf(!existsSync(folder))(
    'agrees with a public table on every day from 2007 to 2026',
    () => {
      const isOff = new Map<number, boolean>();
      const files = readdirSync(folder).filter((name) =>
        /^20(0[7-9]|1\d|2[0-6])\.json$/.test(name),
      );
      expect(files).toHaveLength(20);
      for (const file of files) {
        const { days } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
          days: { date: string; isOffDay: boolean }[];
        };
        for (const { date, isOffDay } of days) isOff.set(day(date), isOffDay);
      }
      const wrong: string[] = [];
      for (let each = day('2007-01-01'); each <= day('2026-12-31'); each += 1) {
        const date = new Date(each * 86_400_000);
        const isWeekend = date.getUTCDay() % 6 === 0;
        if (calendar.isWorkday(each) !== !(isOff.get(each) ?? isWeekend))
          wrong.push(date.toISOString().slice(0, 10));
      }
      expect(wrong).toEqual([]);
    },
  );
});
