import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseJson, ReportWithCasesJson, SarifLog } from '@qingdan/report';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from './village-year.js';

const ROOT = join(import.meta.dirname, '../../../..');
const FOLDER = 'examples/07-project-log';
const LOG = `${FOLDER}/projects.jsonl`;

function run(...args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
} {
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      process.env.QINGDAN_COMMAND ?? join(ROOT, 'packages/cli/bin/qingdan.js'),
      ...args,
      '--clock',
      '2026-07-10',
      '--packs',
      ...SHIPPED,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout };
}

describe('the log of three projects', { timeout: 60_000 }, () => {
  const { status, stdout } = run('check', '--log', LOG, '--format', 'json', '--lang', 'zh');
  const cases = (JSON.parse(stdout) as ReportWithCasesJson).results.filter(
    (result): result is CaseJson => 'case' in result,
  );
  const of = (id: string): CaseJson | undefined => cases.find((each) => each.case.id === id);

  it('departs from the procedure in what was planted, and in nothing else', () => {
    expect(status).toBe(1);
    expect(
      cases.map((each) => [
        each.case.id,
        each.outcome,
        each.findings.map(({ code, step }) => `${code} ${step}`).join(', '),
      ]),
    ).toEqual([
      [
        'W-2026-ROAD',
        'violation',
        'PUBLICITY_SHORT decision-posting, LATE contract, SOD acceptance, MISSING members-decision, UNKNOWN_DATA seal',
      ],
      // What the locality hasn't set is wanting in the decision, and so in what rests on it.
      [
        'W-2026-WELL',
        'compliant',
        'UNKNOWN_DATA scheme, UNKNOWN_DATA members-decision, UNKNOWN_DATA direct-award, UNKNOWN_DATA seal',
      ],
      ['W-2026-BRIDGE', 'compliant', 'UNKNOWN_DATA members-decision'],
      [
        'D-2026-WELL',
        'compliant',
        'UNKNOWN_DATA deliberate, UNKNOWN_DATA collective-posting, UNKNOWN_DATA plan-posting',
      ],
      [
        'D-2026-BRIDGE',
        'compliant',
        'UNKNOWN_DATA deliberate, UNKNOWN_DATA collective-posting, UNKNOWN_DATA plan-posting',
      ],
      ['S-2026-ROAD', 'compliant', 'UNKNOWN_DATA check'],
      ['S-2026-WELL', 'compliant', 'UNKNOWN_DATA check'],
    ]);
  });

  it('counts the days for the contract over the Spring Festival', () => {
    const late = of('W-2026-ROAD')?.findings.find(({ code }) => code === 'LATE');
    expect(late?.due).toEqual({ day: '2026-02-24', counted: '2026-02-22', provisional: false });
    expect(late?.title).toBe(
      '“订立书面合同”应当在2026年2月24日前（含当日）完成，实际于2026年2月27日完成，逾期3日；自2026年1月23日“发出中标通知书”起30日，首日不计，届满日2026年2月22日为休息日，顺延至2026年2月24日',
    );
  });

  it('gives each its article, the figures of its day and who answers for it', () => {
    const found = of('W-2026-ROAD')?.findings.filter(isWrong) ?? [];
    expect(
      found.map(({ code, basis, accountable }) => [
        code,
        basis.map(({ instrument, article }) => `${instrument} ${String(article)}`).join(', '),
        accountable
          .map(({ role }) => role)
          .slice(0, 2)
          .join(', '),
      ]),
    ).toEqual([
      ['PUBLICITY_SHORT', 'VCOL25 35¶4', 'village-clerk, committee-member'],
      ['LATE', 'TBL 46¶1', 'village-director, board-chair'],
      ['SOD', 'FIN 7¶2, FIN 17', 'supervision-director, supervision-member'],
      ['MISSING', 'FIN 7¶2, FIN 8(1)', 'board-chair, board-deputy-chair'],
    ]);
  });

  it('tells what only follows from a step that was never done under that step', () => {
    const missing = of('W-2026-ROAD')?.findings.find(({ code }) => code === 'MISSING');
    expect(missing?.related).toHaveLength(2);
    expect(missing?.explanation).toContain(
      '由此引起：没有办理“成员大会或者成员代表大会决议”就办理了“决议公示”',
    );
  });

  it.each([
    ['zh', '应当办理：“订立书面合同”', '最迟2026年8月3日'],
    ['en', 'has to be done: “contract in writing”', 'by 3 August 2026 at the latest'],
  ])('says in %s what comes next for the bridge, and by when', (lang, ...expected) => {
    const next = run('next', '--log', LOG, '--case', 'W-2026-BRIDGE', '--lang', lang);
    expect(next.status).toBe(0);
    for (const words of expected) expect(next.stdout).toContain(words);
  });

  it('says the same in SARIF, each at its line of the log', () => {
    const report = run('check', '--log', LOG, '--format', 'sarif', '--lang', 'en');
    expect(report.status).toBe(1);
    const [{ results, tool, artifacts }] = (JSON.parse(report.stdout) as SarifLog).runs;
    expect(
      results.map(({ ruleId, level, locations: [{ physicalLocation }] }) =>
        [ruleId, level, physicalLocation?.region?.startLine].join(' '),
      ),
    ).toEqual([
      'village.four-discussions#deliberate.after none 61',
      'village.four-discussions#collective-posting.publicity none 65',
      'village.four-discussions#plan-posting.required none 59',
      'village.four-discussions#deliberate.after none 53',
      'village.four-discussions#collective-posting.publicity none 57',
      'village.four-discussions#plan-posting.required none 51',
      'village.seal-use#check.within none 72',
      'village.seal-use#check.within none 79',
      'village.small-works#members-decision.via none 43',
      'village.small-works#decision-posting.publicity error 5',
      'village.small-works#contract.within error 9',
      'village.small-works#acceptance.differentFrom error 13',
      'village.small-works#members-decision.required error 1',
      'village.small-works#seal.via none 11',
      'village.small-works#scheme.limit none 22',
      'village.small-works#members-decision.via none 24',
      'village.small-works#direct-award.limit none 28',
      'village.small-works#seal.via none 31',
    ]);
    const wrong = results.filter(({ level }) => level === 'error');
    expect(wrong.map((each) => each.partialFingerprints['qingdan/v1'])).toEqual(
      of('W-2026-ROAD')
        ?.findings.filter(isWrong)
        .map(({ fingerprint }) => fingerprint),
    );
    expect(tool.driver.rules.find(({ id }) => id.endsWith('contract.within'))?.help.text).toContain(
      '“contract in writing” has to be done within 30 days after “notice of award”.',
    );
    expect(tool.extensions.map(({ name }) => name)).toContain('village');
    expect(artifacts[0]?.location.uri).toBe(LOG);
  });

  it('says the same in JUnit, a test case for each case', () => {
    const report = run('check', '--log', LOG, '--format', 'junit', '--lang', 'zh');
    expect(report.status).toBe(1);
    expect(report.stdout).toContain('tests="7" failures="1" errors="0"');
    for (const { fingerprint } of of('W-2026-ROAD')?.findings.filter(isWrong) ?? [])
      expect(report.stdout).toContain(`编号：${fingerprint}`);
  });
});

describe('the same events in the tables of a clerk', { timeout: 60_000 }, () => {
  const NAMES = ['工程办理登记', '决策办理登记', '用印办理登记'];
  const TABLES = NAMES.map(inExample);

  it.each(NAMES)('have the mapping that is proposed for %s, unchanged', (name) => {
    const { status, stdout } = run('check', '--suggest-mapping', inExample(name));
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(ROOT, FOLDER, `${name}.mapping.yaml`), 'utf8'));
  });

  it.each(['zh', 'en'])('come to the same findings in %s, to the last word', (lang) => {
    const of = (...args: readonly string[]): unknown => {
      const { status, stdout } = run('check', ...args, '--format', 'json', '--lang', lang);
      expect(status).toBe(1);
      const { results, diagnostics } = JSON.parse(stdout) as ReportWithCasesJson;
      expect(diagnostics).toEqual([]);
      const cases = results.filter((result): result is CaseJson => 'case' in result);
      return withoutPlaces(new Map(cases.map((each) => [each.case.id, each])));
    };
    const told = of('--log', LOG);
    expect(told).toHaveLength(7);
    expect(of('--log', ...TABLES)).toEqual(told);
  });
});

/** What a figure decides that no locality has set is nothing that is wrong. */
function isWrong({ code }: CaseJson['findings'][number]): boolean {
  return code !== 'UNKNOWN_DATA';
}

function inExample(name: string): string {
  return `${FOLDER}/${name}.csv`;
}

/** Cases by id, and nothing of the lines that they stand on. */
function withoutPlaces(cases: ReadonlyMap<string, CaseJson>): unknown {
  const sorted = [...cases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return JSON.parse(JSON.stringify(sorted), (key, value: unknown) =>
    key === 'source' ? undefined : value,
  );
}
