import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckReport, compareText, type Finding } from '@qingdan/core';
import { renderText, toJson, toJunit, toSarif } from '@qingdan/report';
import fc from 'fast-check';
import {
  answerKey,
  checkVillageYear,
  labelOf,
  nameOfRecord,
  nameOfSubject,
} from './village-year.js';

describe('the example village', () => {
  const key = answerKey();
  let report: CheckReport;
  let findings: Map<string, readonly Finding[]>;

  beforeAll(async () => {
    report = await checkVillageYear();
    findings = new Map(
      report.results.map(({ record, findings: list }) => [nameOfRecord(record), list]),
    );
  }, 120_000);

  it('is read without a single complaint', () => {
    expect(report.diagnostics).toEqual([]);
  });

  it('has at least 150 records of at least six kinds', () => {
    expect(report.results.length).toBeGreaterThanOrEqual(150);
    expect(
      new Set(report.results.map(({ record }) => record.record.id)).size,
    ).toBeGreaterThanOrEqual(6);
  });

  it('shows every planted problem', () => {
    const wrong = key.flatMap((planted) => {
      const subjects = [planted.record, ...(planted.sameAs ?? [])].map(nameOfSubject);
      const items = [planted.item, ...(planted.mayAlso ?? [])];
      const found = subjects
        .flatMap((subject) => findings.get(subject) ?? [])
        .filter(({ item }) => items.includes(item));
      const hit = found.find(
        ({ item, verdict }) => item === planted.item && verdict === planted.verdict,
      );
      if (hit === undefined) {
        return [
          `${planted.problem} ${subjects[0] ?? ''} ${planted.item} ${planted.verdict}: found ${found.map((each) => `${labelOf(each)} ${each.verdict}`).join(', ')}`,
        ];
      }
      if (
        planted.verdict === 'violated' &&
        planted.nature !== undefined &&
        hit.nature !== planted.nature
      ) {
        return [`${planted.problem} ${planted.item}: ${hit.nature}, not ${planted.nature}`];
      }
      const missing = hit.missing.map(({ fact }) => fact);
      const lacking = (planted.missing ?? []).filter((fact) => !missing.includes(fact));
      return planted.verdict === 'undetermined' && lacking.length > 0
        ? [
            `${planted.problem} ${planted.item}: missing ${missing.join(', ')}, not ${lacking.join(', ')}`,
          ]
        : [];
    });
    expect(wrong).toEqual([]);
  });

  it('stays silent on every look-alike', () => {
    const wrong = key.flatMap(({ problem, lookAlikes = [] }) =>
      lookAlikes.flatMap(({ record, item }) => {
        const subject = nameOfSubject(record);
        if (!findings.has(subject)) return [`${problem}: there is no ${subject}`];
        const loud = (findings.get(subject) ?? []).filter((each) => each.item === item);
        return loud.map(
          (each) =>
            `${problem}: ${subject} ${labelOf(each)} ${each.verdict} [${each.missing.map(({ fact }) => fact).join(', ')}]`,
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('accuses nobody else', () => {
    const planted = new Map<string, Set<string>>();
    for (const { record, sameAs = [], item, mayAlso = [] } of key) {
      for (const subject of [record, ...sameAs].map(nameOfSubject)) {
        const allowed = planted.get(subject) ?? new Set<string>();
        for (const each of [item, ...mayAlso]) allowed.add(each);
        planted.set(subject, allowed);
      }
    }
    const wrong = report.results.flatMap(({ record, findings: list }) => {
      const subject = nameOfRecord(record);
      return list
        .filter(
          ({ item, verdict }) => verdict === 'violated' && planted.get(subject)?.has(item) !== true,
        )
        .map((each) => `${subject} ${labelOf(each)}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the same records without books', () => {
  it('accuse nobody of what is merely not in the files', async () => {
    const open = await checkVillageYear('dataset-open.yaml');
    expect(open.books).toEqual([]);
    expect(open.results.filter(({ record }) => record.id.includes('@'))).toEqual([]);
  }, 120_000);
});

describe('the same records in another order', () => {
  const print = (report: CheckReport): Record<'text' | 'sarif' | 'junit', string> => ({
    text: renderText(report, { lang: 'zh' }),
    sarif: JSON.stringify(toSarif(report, 'zh'), null, 1),
    junit: toJunit(report, 'zh'),
  });
  /** JSON keeps the order of the input. */
  const sorted = (report: CheckReport): string => {
    const json = toJson(report, 'zh');
    const results = json.results.map((result) => JSON.stringify(result)).sort(compareText);
    return [JSON.stringify({ ...json, results: [] }), ...results].join('\n');
  };

  it('give the same bytes in every format', async () => {
    const report = await checkVillageYear();
    const mixed = await checkVillageYear('dataset.yaml', (records) => {
      const [order] = fc.sample(fc.shuffledSubarray([...records], { minLength: records.length }), {
        seed: 7,
        numRuns: 1,
      });
      return order ?? [];
    });
    expect(mixed.results.map(({ record }) => record.id)).not.toEqual(
      report.results.map(({ record }) => record.id),
    );
    // Lines, so that a difference can be read.
    const [printed, wanted] = [print(mixed), print(report)];
    for (const format of ['text', 'sarif', 'junit'] as const) {
      const lines = wanted[format].split('\n');
      const other = printed[format].split('\n').filter((line, at) => line !== lines[at]);
      expect(other.slice(0, 3), format).toEqual([]);
    }
    expect(sorted(mixed) === sorted(report)).toBe(true);
  }, 240_000);
});
