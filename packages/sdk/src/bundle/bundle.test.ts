import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Diagnostic, renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { createChecker } from '../check/checker.js';
import { loadPacks, standardPackFolders } from '../load/load-packs.js';
import { CASH, packsFrom } from '../testing/small-packs.js';
import { packsFromBundle, readBundle, writeBundle } from './bundle.js';

const PAYMENTS = [
  { kind: 'payment', id: 'P1', organisation: 'V1', paidOn: '2026-02-03', amount: 1500 },
  { kind: 'payment', id: 'P2', organisation: 'V1', paidOn: '2026-02', amount: 900 },
];

describe('a bundle', () => {
  const { packs } = packsFrom({ nation: CASH });
  const text = writeBundle(packs);

  it('has the same bytes each time', () => {
    expect(writeBundle(packs)).toBe(text);
    expect(writeBundle(packsFromBundle(text))).toBe(text);
  });

  it('gives the reports that its packs give', () => {
    const options = { lang: 'zh', clock: '2026-03-01', all: true } as const;
    for (const payment of PAYMENTS) {
      const expected = createChecker(packs, options).check(payment);
      expect(createChecker(packsFromBundle(text), options).check(payment)).toEqual(expected);
    }
  });

  it('keeps the procedures of its packs', () => {
    const procedure = `
---
kind: Procedure
id: nation.pay
title: { zh: 付款, en: payment }
basis: [{ instrument: CASH, article: "6", confidence: verified }]
data: { amount: { type: money, label: { zh: 金额, en: amount } } }
steps:
  ask: { title: { zh: 申请, en: ask }, limit: { fact: amount, operator: lessThan, value: 5 } }
  pay: { title: { zh: 支付, en: pay }, after: ask, within: 3 workdays of ask, yellow: 90% }
`;
    const given = packsFrom({ nation: { ...CASH, policy: CASH.policy + procedure } }).packs;
    const bundled = writeBundle(given);
    const read = packsFromBundle(bundled);
    expect(writeBundle(read)).toBe(bundled);
    const [before] = given.library.procedures.get('nation.pay') ?? [];
    const [after] = read.library.procedures.get('nation.pay') ?? [];
    const rules = before?.constraints.map(({ id, rule }) => [id, rule.kind]);
    expect(rules).toHaveLength(5);
    expect(after?.constraints.map(({ id, rule }) => [id, rule.kind])).toEqual(rules);
    expect(after?.constraints.find(({ id }) => id === 'pay.within')?.rule).toMatchObject({
      within: { length: { value: { count: 3, unit: 'workdays' } } },
    });
  });

  it('knows what is wrong with its packs', () => {
    const policy = CASH.policy.replaceAll('article: "6"', 'article: "12"');
    const doubtful = packsFrom({ nation: { ...CASH, policy } }).packs;
    const bundled = packsFromBundle(writeBundle(doubtful));
    const said = ({ name, params, span }: Diagnostic) => ({
      name,
      params,
      file: span?.source.file,
    });
    expect(bundled.check().map(said)).toEqual(doubtful.check().map(said));
    expect(bundled.check().map(({ name }) => name)).toEqual(['no-such-article']);
  });

  it(
    'of the standard packs holds every kind of value and gives the same verdicts',
    { timeout: 60_000 },
    async () => {
      const standard = await loadPacks(await standardPackFolders());
      const bundled = packsFromBundle(writeBundle(standard));
      const organisation = {
        kind: 'organisation',
        id: 'V1',
        subject: 'village',
        jurisdiction: '990101',
      };
      const record = {
        kind: 'seal-use',
        id: 'S1',
        organisation: 'V1',
        usedOn: '2026-02-03',
        matter: 'guarantee',
        sealOf: 'villagers-committee',
      };
      const check = (from: typeof standard) =>
        createChecker(from, {
          clock: '2026-03-01',
          all: true,
          records: { records: [organisation] },
        }).check(record);
      expect(check(bundled)).toEqual(check(standard));
      expect(check(bundled).results[0]?.findings.length).toBeGreaterThan(10);
    },
  );

  it('is loaded from its file as pack folders are', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qingdan-bundle-'));
    const file = join(folder, 'packs.json');
    await writeFile(file, text);
    expect((await loadPacks(file)).info).toEqual(packs.info);
    await writeFile(file, text.slice(1));
    await expect(loadPacks(file)).rejects.toThrow('QD1302');
    await rm(folder, { recursive: true });
  });

  it.each([
    ['an empty text', '', 'does not hold a bundle'],
    ['other JSON', '{"schema":"qingdan.report/1"}', 'does not hold a bundle'],
    ['half a bundle', text.slice(0, text.length / 2), 'changed or cut off'],
    ['one value changed', text.replace('100000', '900000'), 'changed or cut off'],
    ['another digest', text.replace(/sha256:./, 'sha256:x'), 'changed or cut off'],
  ])('that is %s is refused', (_, broken, reason) => {
    expect(broken).not.toBe(text);
    const { packs: none, diagnostics } = readBundle(broken, 'b.json');
    expect(none).toBeUndefined();
    const [{ code, message, file }] = diagnostics.map((each) => renderDiagnostic(each, 'en')) as [
      ReturnType<typeof renderDiagnostic>,
    ];
    expect([code, file]).toEqual(['QD1302', 'b.json']);
    expect(message).toContain(reason);
    expect(() => packsFromBundle(broken)).toThrow('QD1302');
  });
});
