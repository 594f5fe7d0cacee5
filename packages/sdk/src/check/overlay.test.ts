import { renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { CASH, packsFrom, placesOf } from '../testing/small-packs.js';
import { createChecker } from './checker.js';

const county = (limit: number, waiver = ''): { manifest: string; policy: string } => ({
  manifest: `
title: { zh: 县, en: County }
jurisdiction: "990101"
extends: [{ pack: nation, version: ^1 }]
${waiver}`,
  policy: `
kind: Instrument
id: COUNTY
title: { zh: 县规定, en: County rules }
level: "990101"
effective: { from: 2026-01-01 }
confidence: local
---
kind: Parameter
id: cash.limit
values:
  - { from: 2026-01-01, until: 2026-07-01, value: ${String(limit)}, basis: [{ instrument: COUNTY, confidence: local }] }
`,
});

const waiverBy = (jurisdiction: string): string => `
waivers:
  - parameter: cash.limit
    document: 某发〔2026〕1号
    approver: { jurisdiction: ${JSON.stringify(jurisdiction)}, name: 某部门 }
    reason: { zh: 银行网点远, en: the bank is far }
    from: 2026-01-01
    until: 2026-07-01
`;

const V1 = { kind: 'organisation', id: 'V1', subject: 'village', jurisdiction: '990101001001' };
const paid = (amount: number, paidOn = '2026-02-03') => ({
  kind: 'payment',
  id: 'E-1',
  organisation: 'V1',
  paidOn,
  amount,
  method: 'cash',
  payee: 'P1',
  approver: 'P2',
});

function findingsOf(packs: ReturnType<typeof packsFrom>['packs'], record: ReturnType<typeof paid>) {
  const checker = createChecker(packs, { clock: '2026-03-01', records: { records: [V1] } });
  const [result] = [checker.check(record).results[0]];
  return result?.findings ?? [];
}

describe('a county that sets a national cap', () => {
  it('holds its villages to a lower one', () => {
    const { packs, diagnostics } = packsFrom({ nation: CASH, county: county(500) });
    expect(placesOf(diagnostics)).toEqual([]);
    expect(findingsOf(packs, paid(800)).map(({ item }) => item)).toEqual(['nation.cash-over']);
    expect(findingsOf(packs, paid(800, '2025-12-31'))).toEqual([]);
  });

  it('cannot raise it, and is shown both places', () => {
    const { diagnostics } = packsFrom({ nation: CASH, county: county(2000) });
    expect(placesOf(diagnostics)).toEqual(['QD4102 county/policy.yaml:12']);
    const [first] = diagnostics;
    expect(first && renderDiagnostic(first, 'en').message).toContain('nation/policy.yaml:');
  });

  it('may with a waiver by the level that made the cap; the strict value still judges, and every report shows it', () => {
    const { packs, diagnostics } = packsFrom({
      nation: CASH,
      county: county(2000, waiverBy('CN')),
    });
    expect(placesOf(diagnostics)).toEqual([]);
    const [finding] = findingsOf(packs, paid(1500));
    expect(finding?.item).toBe('nation.cash-over');
    expect(finding?.waived).toMatchObject({ document: '某发〔2026〕1号' });
    expect(findingsOf(packs, paid(2500))[0]?.waived).toBeNull();
    const checker = createChecker(packs, { clock: '2026-03-01', records: { records: [V1] } });
    const report = checker.check(paid(100));
    expect(report.waivers).toMatchObject([{ document: '某发〔2026〕1号' }]);
    expect(checker.check(paid(1500)).summary).toMatchObject({ violation: 0 });
  });

  it('cannot waive it by itself', () => {
    const { diagnostics } = packsFrom({ nation: CASH, county: county(2000, waiverBy('990101')) });
    expect(placesOf(diagnostics)).toEqual([
      'QD4102 county/policy.yaml:12',
      'QD4201 county/qingdan.yaml:9',
    ]);
  });
});

describe('a waiver of a parameter', () => {
  it('covers nothing once the local value has ended', () => {
    const { packs } = packsFrom({
      nation: CASH,
      county: county(2000, waiverBy('CN').replace('2026-07-01', '2027-01-01')),
    });
    const checker = createChecker(packs, { clock: '2026-12-01', records: { records: [V1] } });
    const [result] = checker.check(paid(1500, '2026-08-03')).results;
    expect(result?.findings[0]?.waived).toBeNull();
  });

  it('is asked under the law that --as-of chooses', () => {
    const { packs } = packsFrom({ nation: CASH, county: county(2000, waiverBy('CN')) });
    const at = (asOf: string) => {
      const checker = createChecker(packs, {
        clock: '2026-03-01',
        asOf,
        records: { records: [V1] },
      });
      return checker.check(paid(1500)).results[0]?.findings[0]?.waived ?? null;
    };
    expect(at('2025-06-01')).toBeNull();
    expect(at('2026-03-01')).not.toBeNull();
  });
});

/** The nation with communities, too. */
const NATION = {
  ...CASH,
  policy: CASH.policy.replace(
    'village: { zh: 村, en: village }',
    'village: { zh: 村, en: village }, community: { zh: 社区, en: community }',
  ),
};

describe('an organisation of which nothing is known', () => {
  it('is judged by national rules, and the report says so', () => {
    const { packs } = packsFrom({ nation: CASH, county: county(500) });
    const checker = createChecker(packs, { clock: '2026-03-01', lang: 'en' });
    const report = checker.check(paid(1500));
    expect(report.results[0]?.findings.map(({ item }) => item)).toEqual(['nation.cash-over']);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['QD5203']);
  });

  it('is judged as the subject on whose packs the others build, and the report says which', () => {
    const of = (subject: string, above: string, id: string) => ({
      manifest: `
title: { zh: ${subject}, en: ${subject} }
jurisdiction: CN
subjects: [${subject}]
extends: [{ pack: ${above}, version: ^1, use: ['none'] }]
`,
      policy: `
kind: Prohibition
id: ${id}
effective: { from: 2020-01-01 }
title: { zh: 金额过大, en: Too much }
basis: [{ instrument: CASH, article: "5", confidence: verified }]
severity: serious
nature: violation
appliesTo: payment
violatedWhen: { fact: amount, operator: greaterThan, value: 10 }
`,
    });
    const { packs } = packsFrom({
      nation: NATION,
      village: of('village', 'nation', 'village.much'),
      community: of('community', 'village', 'community.much'),
    });
    const judged = (organisation: object) => {
      const records = { records: [{ kind: 'organisation', id: 'V1', ...organisation }] };
      const checker = createChecker(packs, { clock: '2026-03-01', lang: 'en', records });
      const { results, diagnostics } = checker.check(paid(20));
      const items = results[0]?.findings.map(({ item }) => item) ?? [];
      return [...items, ...diagnostics.map(({ code }) => code)];
    };
    expect(judged({ jurisdiction: '990101' })).toEqual(['village.much', 'QD5205']);
    expect(judged({})).toEqual(['village.much', 'QD5203', 'QD5205']);
    expect(judged({ jurisdiction: '990101', subject: 'village' })).toEqual(['village.much']);
    expect(judged({ jurisdiction: '990101', subject: 'community' })).toEqual(['community.much']);
  });

  it('of a subject for which the packs have no lists is not judged, and the report says so', () => {
    const { packs } = packsFrom({
      nation: { ...NATION, policy: NATION.policy.replace(/---\nkind: Prohibition[\s\S]*/u, '') },
      village: {
        manifest: `
title: { zh: 村, en: village }
jurisdiction: CN
subjects: [village]
extends: [{ pack: nation, version: ^1 }]
`,
        policy: CASH.policy
          .slice(CASH.policy.indexOf('kind: Prohibition'))
          .replaceAll('nation.', 'village.'),
      },
    });
    const of = (subject: string) => {
      const records = {
        records: [{ kind: 'organisation', id: 'V1', jurisdiction: '990101', subject }],
      };
      const checker = createChecker(packs, { clock: '2026-03-01', lang: 'en', records });
      const { results, diagnostics } = checker.check(paid(1500));
      return [
        ...results.map(({ outcome }) => outcome),
        ...diagnostics.map(({ message }) => message),
      ];
    };
    expect(of('village')).toEqual(['violation']);
    const [outcome, message] = of('community');
    expect(outcome).toBe('notJudged');
    expect(message).toContain('no lists for the organisation V1 (community)');
  });
});
