import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { CASES, IDENTITY, MIXED } from '../testing/cases.js';
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

/** What the schema of SARIF 2.1.0 has against a log, as it is written. */
function faultsOfSarif(log: unknown): readonly unknown[] {
  validate(JSON.parse(JSON.stringify(log)));
  return validate.errors ?? [];
}

const [RUN] = toSarif(VARIED, 'zh', { version: '1.2.3' }).runs;

describe('the SARIF report', () => {
  it.each(['zh', 'en'] as const)('follows the schema of SARIF 2.1.0 in %s', (lang) => {
    for (const report of [VARIED, REPORT, { ...REPORT, results: [], diagnostics: [] }])
      expect(faultsOfSarif(toSarif(report, lang, { version: '1.2.3' }))).toEqual([]);
  });

  it('would be told of what the schema forbids', () => {
    const log = JSON.parse(JSON.stringify(toSarif(VARIED, 'zh'))) as {
      runs: { results: object[] }[];
    };
    log.runs[0]?.results.push({ level: 'fatal' });
    expect(faultsOfSarif(log)).not.toEqual([]);
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

const [MIXED_RUN] = toSarif(MIXED, 'zh', { version: '1.2.3' }).runs;
const OF_CASES = MIXED_RUN.results.filter(({ properties }) => properties.list === 'procedure');

const resultOf = (fingerprint: string, of = 'C-1') =>
  OF_CASES.find(
    ({ partialFingerprints, locations: [{ logicalLocations }] }) =>
      partialFingerprints['qingdan/v1'] === fingerprint && logicalLocations?.[0].name === of,
  )!;

describe('cases in the SARIF report', () => {
  it.each(['zh', 'en'] as const)('follow the schema of SARIF 2.1.0 in %s', (lang) => {
    for (const report of [MIXED, { ...MIXED, results: [], diagnostics: [] }])
      expect(faultsOfSarif(toSarif(report, lang, { version: '1.2.3' }))).toEqual([]);
  });

  it('stand beside what was found of records, which they leave as it is', () => {
    const [alone] = toSarif(VARIED, 'zh', { version: '1.2.3' }).runs;
    const records = MIXED_RUN.results.slice(0, alone.results.length);
    const printed = (of: readonly object[]): string =>
      JSON.stringify(of, (key, value: unknown) => (key === 'ruleIndex' ? undefined : value));
    expect(printed(records)).toBe(printed(alone.results));
    expect(OF_CASES).toHaveLength(8);
  });

  it('have a rule for each requirement, which says in the asked language what it asks', () => {
    const rules = MIXED_RUN.tool.driver.rules.filter(({ id }) => id.includes('#'));
    expect(rules.map(({ id }) => id)).toEqual([
      'village.payment#pay.after',
      'village.payment#pay.by',
      'village.payment#pay.evidence.voucher',
      'village.payment#pay.required',
    ]);
    expect(rules.map(({ shortDescription }) => shortDescription.text)).toEqual([
      '付款流程：“审批”之后方可办理“付款”。',
      '付款流程：“付款”应当由出纳办理。',
      '付款流程：“付款”应当附原始凭证。',
      '付款流程：应当办理“付款”。',
    ]);
    const help = rules[3]?.help.text ?? '';
    for (const part of [
      '付款流程（village.payment）的要求pay.required（第2版）',
      '《现金管理暂行条例》第五条',
      '补办付款手续。',
      '要求见rules/<works>.yaml第2行。',
      '不作为定性依据',
    ])
      expect(help).toContain(part);
    const [english] = toSarif(MIXED, 'en').runs;
    expect(
      english.tool.driver.rules.find(({ id }) => id.endsWith('#pay.required'))?.help.text,
    ).toContain('What to do: Make up for the payment.');
  });

  it('point every result to its rule, which is as loud as the requirement is grave', () => {
    const { rules } = MIXED_RUN.tool.driver;
    for (const { ruleId, ruleIndex } of MIXED_RUN.results)
      expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(
      rules
        .filter(({ id }) => id.includes('#'))
        .map(({ defaultConfiguration }) => defaultConfiguration.level),
    ).toEqual(['error', 'note', 'error', 'error']);
  });

  it.each([
    ['a violation', '1111111111111111', 'fail', 'error', 'red'],
    ['a suspicion', '3333333333333333', 'fail', 'note', null],
    ['what can’t be told', '4444444444444444', 'open', 'none', null],
  ])('%s has its kind, level and card', (_, fingerprint, kind, level, card) => {
    const { properties, ...found } = resultOf(fingerprint);
    expect([found.kind, found.level, 'card' in properties ? properties.card : '']).toEqual([
      kind,
      level,
      card,
    ]);
  });

  it('say at which line of which log it shows, and where the other events are', () => {
    const { locations, relatedLocations } = resultOf('1111111111111111');
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '%E6%97%A5%E5%BF%97%201/%3Ca%3E.jsonl' },
          region: { startLine: 2 },
        },
        logicalLocations: [
          { name: 'C-1', fullyQualifiedName: 'village.payment/C-1', kind: 'case' },
        ],
      },
    ]);
    expect(relatedLocations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '%E6%97%A5%E5%BF%97%201/%3Ca%3E.jsonl' },
          region: { startLine: 5 },
        },
        message: { text: '“审批”，2026年1月7日，王***办理' },
      },
    ]);
  });

  it('show what never happened at the first event of the case', () => {
    const { locations, relatedLocations } = resultOf('2222222222222222');
    expect(locations[0].physicalLocation?.region).toEqual({ startLine: 2 });
    expect(relatedLocations).toBeUndefined();
  });

  it('have no place where none is known', () => {
    const [first] = CASES;
    const log = { ...first!.log, events: [] };
    const [run] = toSarif({ ...MIXED, results: [], cases: [{ ...first!, log }] }, 'zh').runs;
    const missing = run.results.find(
      ({ partialFingerprints }) => partialFingerprints['qingdan/v1'] === '2222222222222222',
    );
    expect(missing?.locations[0]).not.toHaveProperty('physicalLocation');
  });

  it('are suppressed where they were allowed, with the document', () => {
    const waived = OF_CASES.filter(({ suppressions }) => suppressions.length > 0);
    expect(waived.map(({ partialFingerprints }) => partialFingerprints['qingdan/v1'])).toEqual([
      '5555555555555555',
    ]);
    expect(waived[0]?.suppressions[0]?.justification).toContain('县纪〔2026〕3号');
  });

  it('mask persons and their numbers unless asked', () => {
    const text = JSON.stringify(MIXED_RUN);
    expect(text).not.toContain('王小明');
    expect(text).not.toContain(IDENTITY);
    const open = JSON.stringify(toSarif(MIXED, 'zh', { unmask: true }));
    expect(open).toContain('王小明');
    expect(open).toContain(IDENTITY);
  });

  it('do not depend on the order of cases', () => {
    const print = (report: typeof MIXED): string => JSON.stringify(toSarif(report, 'zh'));
    expect(print({ ...MIXED, cases: [...CASES].reverse() })).toBe(print(MIXED));
  });
});
