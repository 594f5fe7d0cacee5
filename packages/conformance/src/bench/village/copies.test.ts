import { createChecker, readDataset, readRecords } from '@qingdan/sdk';
import { expect, it } from 'vitest';
import { checkVillageYear, CLOCK, readVillageYear } from '../../examples/village-year.js';
import { copiesOfTheYear } from './copies.js';

it('copies of the year are found to violate what the year does, each by itself', async () => {
  const { packs } = await readVillageYear();
  const { chunks, lines, dataset } = copiesOfTheYear(2);
  const text = [...chunks].join('');
  expect(text.trimEnd().split('\n')).toHaveLength(lines);

  const { books } = readDataset(dataset('records.jsonl'), 'dataset.yaml', packs.records);
  const { records } = readRecords(
    { file: 'records.jsonl', bytes: Buffer.from(text) },
    packs.records,
  );
  const set = { records, books };
  const report = createChecker(packs, { clock: CLOCK, records: set }).checkAll(records);
  const year = await checkVillageYear();
  const count = (results: typeof year.results): number =>
    results.reduce((sum, { findings }) => sum + findings.length, 0);
  expect(report.results).toHaveLength(year.results.length * 2);
  expect(count(report.results)).toBe(count(year.results) * 2);
}, 120_000);
