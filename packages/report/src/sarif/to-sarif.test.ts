import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../testing/items.js';
import { VARIED } from '../testing/varied-report.js';
import { toSarif } from './to-sarif.js';

/** The schema of the standard. */
const SCHEMA = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);

// A pattern of the schema has a bracket too many, which only the older syntax forgives.
const ajv = new Ajv.default({ unicodeRegExp: false, strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')) as object);

const [RUN] = toSarif(VARIED, 'zh', { version: '1.2.3' }).runs;

describe('the SARIF report', () => {
  it.each(['zh', 'en'] as const)('follows the schema of SARIF 2.1.0 in %s', (lang) => {
    for (const report of [VARIED, REPORT, { ...REPORT, results: [], diagnostics: [] }]) {
      validate(JSON.parse(JSON.stringify(toSarif(report, lang, { version: '1.2.3' }))));
      expect(validate.errors).toBeNull();
    }
  });

  it('would be told of what the schema forbids', () => {
    const log = JSON.parse(JSON.stringify(toSarif(VARIED, 'zh'))) as {
      runs: { results: object[] }[];
    };
    log.runs[0]?.results.push({ level: 'fatal' });
    expect(validate(log)).toBe(false);
  });

  it('has an item for each rule, with its help in the language asked for', () => {
    const { rules } = RUN.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([
      'village.a',
      'village.b',
      'village.exp-cash-over',
      'village.routine-expense.review',
    ]);
    expect(rules[2]?.help.text).toContain('现金管理暂行条例');
    expect(rules[2]?.help.text).toContain('此后一律转账。');
    const [english] = toSarif(VARIED, 'en').runs;
    expect(english.tool.driver.rules[2]?.help.text).toContain('From now on pay by transfer.');
  });

  it('points every result to its rule', () => {
    const { rules } = RUN.tool.driver;
    expect(RUN.results).toHaveLength(9);
    for (const { ruleId, ruleIndex } of RUN.results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('is never louder than nature and severity allow, and missing evidence is open', () => {
    expect(
      RUN.results.map(({ kind, level, properties: { verdict, nature, severity } }) =>
        [verdict, nature, severity, kind, level].join(' '),
      ),
    ).toEqual([
      'violated violation serious fail error',
      'violated violation serious fail error',
      'violated violation serious fail error',
      'violated violation minor fail warning',
      'violated violation notice fail note',
      'violated suspicion critical fail warning',
      'undetermined violation serious open none',
      'satisfied violation serious pass none',
      'notApplicable violation serious notApplicable none',
    ]);
  });

  it('keeps waived findings, suppressed with the document', () => {
    const waived = RUN.results.filter(({ suppressions }) => suppressions.length > 0);
    expect(waived.map(({ partialFingerprints }) => partialFingerprints)).toEqual([
      { 'qingdan/v1': 'aaaaaaaaaaaaaaaa' },
    ]);
    expect(waived[0]?.suppressions[0]?.justification).toContain('县纪〔2026〕3号');
  });

  it('says where a record was read, and which it is', () => {
    const { locations } = RUN.results.find(({ ruleId }) => ruleId === 'village.a')!;
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'ledger%1B%5B2J.jsonl' },
          region: { startLine: 2 },
        },
        logicalLocations: [{ name: 'E-2', fullyQualifiedName: 'expenditure/E-2', kind: 'record' }],
      },
    ]);
  });

  it('carries the digests, the disclaimer and what was missing', () => {
    expect(RUN.tool.extensions[0]?.properties.digest).toMatch(/^sha256:/);
    expect(RUN.artifacts[0]?.hashes['sha-256']).toBe('1'.repeat(64));
    expect(RUN.properties.disclaimer).toBe('本结果为监督线索，不作为定性依据。');
    expect(RUN.tool.driver.fullDescription.text).toBe(RUN.properties.disclaimer);
    for (const { message } of RUN.results) expect(message.text).toContain('不作为定性依据');
    const open = RUN.results.find(({ kind }) => kind === 'open');
    expect(open?.properties.missing.map(({ fact }) => fact)).toContain('note');
  });

  it('tells of bad input as notifications, and that the run then failed', () => {
    const [{ executionSuccessful, toolExecutionNotifications }] = RUN.invocations;
    expect(executionSuccessful).toBe(false);
    expect(
      toolExecutionNotifications.map(({ descriptor, level }) => ({ descriptor, level })),
    ).toEqual([
      { descriptor: { id: RUN.tool.driver.notifications[0]?.id, index: 0 }, level: 'error' },
    ]);
    const [clean] = toSarif({ ...VARIED, diagnostics: [] }, 'zh').runs;
    expect(clean.invocations[0].executionSuccessful).toBe(true);
  });

  it('masks persons unless asked', () => {
    expect(JSON.stringify(RUN)).not.toContain('王小明');
    expect(JSON.stringify(toSarif(VARIED, 'zh', { unmask: true }))).toContain('王小明');
  });

  it('does not depend on the order of results', () => {
    const results = [...VARIED.results].reverse();
    const print = (report: typeof VARIED): string => JSON.stringify(toSarif(report, 'zh'));
    expect(print({ ...VARIED, results })).toBe(print(VARIED));
  });
});
