import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contains, type Day, dayOf, type Parameter, printDate } from '@qingdan/core';
import { loadPackFolders, type Packs, runTests } from '@qingdan/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUNTY, SHIPPED } from './village-year.js';

/** The county's documents are in force from the beginning of 2025. */
const DAYS = [dayOf(2025, 1, 1), dayOf(2025, 12, 31), dayOf(2026, 1, 1), dayOf(2026, 9, 1)].map(
  (day) => [printDate(day), day] as const,
);
const PLACE = { subject: 'village', jurisdiction: '990101001001' } as const;

describe('the county of the examples', () => {
  let packs: Packs;

  beforeAll(async () => {
    ({ packs } = await loadPackFolders([...SHIPPED, COUNTY]));
  }, 120_000);

  it('has no faults', () => {
    expect(packs.check()).toEqual([]);
  });

  it.each(DAYS)('sets every value that the shipped packs leave to the locality on %s', (_, day) => {
    const resolved = packs.policyFor(PLACE).parameters;
    const left = [...packs.library.parameters.values()].flatMap(([declared]) =>
      declared !== undefined && saidOn(declared.values, day)?.unset === true ? [declared.id] : [],
    );
    expect(left.length).toBeGreaterThan(100);
    const lacking = left.filter(
      (id) => saidOn(resolved.get(id)?.values ?? [], day)?.unset !== false,
    );
    expect(lacking).toEqual([]);
  });

  it('cites a document of its own for each value, in force when the value is', () => {
    const { instruments } = packs.library;
    const values = [...packs.library.parameters.values()]
      .flat()
      .filter(({ declares }) => !declares)
      .flatMap(({ id, values: of }) => of.map((value) => ({ id, value })));
    const uncited = values.filter(
      ({ value: { basis, interval } }) =>
        basis.length === 0 ||
        !basis.every(({ instrument, confidence }) => {
          const document = instruments.get(instrument);
          return (
            confidence === 'local' &&
            document !== undefined &&
            document.level !== 'CN' &&
            interval.from !== undefined &&
            contains(document.effective, interval.from)
          );
        }),
    );
    expect(values.length).toBeGreaterThan(100);
    expect(uncited.map(({ id }) => id)).toEqual([]);
  });

  it('passes its own tests', () => {
    const folder = join(COUNTY, 'tests');
    const files = readdirSync(folder).map((name) => ({
      file: name,
      text: readFileSync(join(folder, name), 'utf8'),
    }));
    const { tests } = runTests(packs, files);
    expect(tests.length).toBeGreaterThan(30);
    expect(tests.filter(({ passed }) => !passed)).toEqual([]);
  });
});

/** What a parameter says on a day: nothing before it begins. */
function saidOn(values: Parameter['values'], day: Day): Parameter['values'][number] | undefined {
  return values.find(({ interval }) => contains(interval, day));
}
