import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChecker } from '@qingdan/sdk';
import { assertScreened } from '../../evaluators/assert-screened.js';
import { CLOCK, readVillageYear, VILLAGE_YEAR } from '../../examples/village-year.js';
import { type Area, timeBar } from '../area.js';
import { figures } from '../timing/figures.js';
import { median } from '../timing/statistics.js';
import { timeEach } from './per-record.js';

/** The packs that are shipped, on the year of a village. */
export const VILLAGE_PACK: Area = {
  name: 'village',
  title: 'The shipped packs on a year of one village',
  measure: async ({ effort: { rounds } }) => {
    const { packs, records, books } = await readVillageYear();
    const checker = createChecker(packs, { clock: CLOCK, lang: 'en', records: { records, books } });
    for (const record of records) {
      const rules = checker.checkerFor(record);
      assertScreened(rules.screen(record, checker.world), rules.judge(record, checker.world));
    }
    const objects = [...new Set(records.map(({ origin }) => origin?.file))].flatMap(linesOf);
    const isCompliant = records.map(
      (record) => checker.checkRecord(record).outcome === 'compliant',
    );

    const screened = timeEach(records, (record) => checker.screenRecord(record), {
      rounds,
      calls: 20,
    });
    const screenedRaw = timeEach(objects, (object) => checker.screen(object), {
      rounds,
      calls: 20,
    });
    const checked = timeEach(records, (record) => checker.checkRecord(record), {
      rounds,
      calls: 1,
    });
    const checkedRaw = timeEach(objects, (object) => checker.check(object), { rounds, calls: 1 });

    const compliant = (times: readonly number[]): readonly number[] =>
      times.filter((_, index) => isCompliant[index]);
    const rows = [
      ['`screenRecord`, of a record that was read', screened],
      ['`screen`, of a plain object', screenedRaw],
      ['`checkRecord`, of a record that was read', checked],
      ['`check`, of a plain object: the JSON report', checkedRaw],
    ] as const;
    return {
      text: [
        `The national and village packs with those of a county, on the ${records.length} records of \`examples/01-village-year\`; ` +
          `${compliant(checked).length} of them are compliant, the others violate something or leave it open. Each record is ` +
          `judged beside all others, which its rules look through. A record's time is its median over ${rounds} rounds, after two ` +
          `that don't count; what is screened is screened twenty times in a row. Before timing, screening must give for every ` +
          `record what judging finds violated or undetermined.`,
      ],
      tables: [
        {
          head: ['', 'median', 'median of the compliant', '99 of 100 within', 'slowest record'],
          rows: rows.map(([name, times]) => [
            name,
            ...[
              median(times),
              median(compliant(times)),
              quantile(times, 0.99),
              Math.max(...times),
            ].map((time) => `${figures(time)} µs`),
          ]),
        },
      ],
      bars: [
        timeBar('`screenRecord`, median of all records', median(screened), 3, 'µs'),
        timeBar('`screen` from plain objects, median of all records', median(screenedRaw), 3, 'µs'),
        timeBar('`checkRecord`, median of the compliant', median(compliant(checked)), 50, 'µs'),
        timeBar(
          '`check` with its JSON report, median of the compliant',
          median(compliant(checkedRaw)),
          50,
          'µs',
        ),
        timeBar('`checkRecord`, slowest record', Math.max(...checked), 1000, 'µs'),
        timeBar(
          '`check` with its JSON report, slowest record',
          Math.max(...checkedRaw),
          1000,
          'µs',
        ),
      ],
    };
  },
};

function linesOf(file: string | undefined): readonly unknown[] {
  if (file === undefined) return [];
  const lines = readFileSync(join(VILLAGE_YEAR, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
