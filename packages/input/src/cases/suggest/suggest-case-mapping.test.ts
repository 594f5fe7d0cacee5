import {
  type Diagnostic,
  type RecordType,
  renderDiagnostic,
  StructType,
  type Type,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import type { CaseLog } from '@qingdan/core';
import { readCaseMapping } from '../mapping/read-case-mapping.js';
import { readCases } from '../read-cases.js';
import type { NamedProcedure } from './read-steps.js';
import { suggestCaseMapping } from './suggest-case-mapping.js';

const label = (zh: string, en: string) => ({ zh, en });
const field = (name: string, type: Type, zh: string) => ({
  name,
  type,
  label: label(zh, name),
  privacy: 'public' as const,
});
const kind = (id: string, fields: readonly ReturnType<typeof field>[]): RecordType => ({
  id,
  label: label(id, id),
  fields: new StructType(fields),
  register: false,
  shared: true,
});
const METHODS = new Map([
  ['open', label('公开招标', 'open tender')],
  ['direct', label('直接委托', 'direct award')],
]);
const step = (id: string, zh: string, ...evidence: readonly (readonly [string, string])[]) => ({
  id,
  title: label(zh, id),
  evidence: evidence.map(([document, name]) => ({ document, label: label(name, document) })),
});
const half = { kind: 'literal', value: { n: 1n, d: 2n } } as never;
const WORKS: NamedProcedure = {
  title: label('工程流程', 'works'),
  steps: [
    step('plan', '编制方案', ['budget', '工程预算']),
    step('vote', '成员代表大会决议', ['minutes', '会议记录和表决结果']),
    step('posting', '决议公示'),
    step('pay', '支付工程款', ['invoice', '发票']),
    step('result', '结果公示'),
  ],
  constraints: [
    {
      rule: {
        kind: 'quorum',
        step: 'vote',
        present: [{ unit: 'deputies', share: { above: false, share: half } }],
        yes: undefined,
      },
    },
  ],
};
const AID: NamedProcedure = {
  title: label('救助流程', 'aid'),
  steps: [step('apply', '提出申请'), step('visit', '入户核查', ['visit-record', '核查记录'])],
  constraints: [],
};
const NAMES = {
  procedures: new Map([
    ['t.works', [WORKS]],
    ['t.aid', [AID]],
  ]),
  fields: new Map([
    [
      't.works',
      kind('t.works', [
        field('cost', { kind: 'money' }, '概算'),
        field('method', { kind: 'enum', name: 'method', values: METHODS }, '发包方式'),
        field('isPublic', { kind: 'boolean' }, '是否公开'),
      ]),
    ],
    ['t.aid', kind('t.aid', [field('amount', { kind: 'money' }, '救助金额')])],
  ]),
  kinds: new Map([['person', kind('person', [field('name', { kind: 'text' }, '姓名')])]]),
  words: {
    roles: new Map([
      ['village-director', label('村民委员会主任', 'director')],
      ['cashier', label('出纳', 'cashier')],
      ['township-officer', label('乡镇（街道）经办人员', 'township officer')],
    ]),
    bodies: new Map(),
  },
};

/** `登记.csv:4 unknown-step: …` */
function tell(item: Diagnostic): string {
  const { range, message } = renderDiagnostic(item, 'en');
  const place = range === null ? '' : `登记.csv:${String(range.start.line)} `;
  return `${place}${item.name}: ${message}`;
}

async function suggest(csv: string, procedure?: string) {
  const chunks = [new TextEncoder().encode(csv)];
  const names = procedure === undefined ? NAMES : { ...NAMES, procedure };
  const { text, diagnostics } = await suggestCaseMapping({ file: '登记.csv', chunks }, names);
  return { text, told: diagnostics.map(tell) };
}

/** What its suggestion makes of a table. */
async function readBy(csv: string, text: string) {
  const steps = new Map([...NAMES.procedures].map(([id, [{ steps } = WORKS]]) => [id, steps]));
  const read = readCaseMapping(text, '登记.mapping.yaml', { ...NAMES, steps });
  const logs: CaseLog[] = [];
  const { diagnostics } = await readCases(
    { file: '登记.csv', chunks: [new TextEncoder().encode(csv)] },
    {
      steps,
      fields: NAMES.fields,
      words: NAMES.words,
      ...(read.mapping === undefined ? {} : { mapping: read.mapping }),
      ...(read.procedure === undefined ? {} : { procedure: read.procedure }),
    },
    (log) => logs.push(log),
  );
  const told = [...read.diagnostics, ...diagnostics].map(tell);
  return { logs, told };
}

const HEAD = '案号,环节,办理日期';

describe('the mapping that is proposed for a table of events', () => {
  it('names the papers of the procedure where a step has a name of its own', async () => {
    const csv = [
      '工程号,办理步骤,办理日,所附材料',
      'W-1,提方案,2026-01-05,工程预算、现场照片',
      'W-1,成员代表大会决议,2026-01-09,会议记录和表决结果',
      'W-1,结果公示,2026-03-09,',
    ].join('\n');
    const { text } = await suggest(csv, 't.works');
    expect(text).toContain('    工程预算: budget  # 工程预算');
    expect(text).toContain('#     现场照片:  # 请填写，相近的有');
  });

  it('says which procedures are likely where none has most of the steps', async () => {
    const csv = [
      '工程号,办理步骤,办理日',
      'W-1,动工,2026-01-05',
      'W-1,支付工程款,2026-01-09',
      'W-1,完工,2026-01-12',
      'W-1,移交,2026-01-15',
    ].join('\n');
    const { text } = await suggest(`${csv}\n`.replace('办理步骤', '环节'));
    expect(text).toContain('#   t.works  # 工程流程 · works（4个环节中1个） · 1 of 4 steps');
    expect(text?.indexOf('#   t.works')).toBeLessThan(text?.indexOf('#   t.aid') ?? 0);
  });

  it('has its columns, steps and words, and reads the table as it is', async () => {
    const csv = [
      '工程登记簿,,,,,,,,,,',
      '工程号,办理步骤,状态,办理日,经手人,身份,所附材料,概算（万元）,发包方式,实到人数,备注',
      'W-1,编方案,,2026年1月5日,王小明,村主任,预算、工程照片,38,直接委托给邻村,,',
      'W-1,代表大会决议,,2026.1.9,李四,乡镇经办人员,会议记录,,,37,补记',
      'W-1,决议公示,开始,2026/1/10,—,,,,,,',
    ].join('\n');
    const { text, told } = await suggest(csv);
    expect(told).toEqual([]);
    for (const line of [
      'procedure: t.works  # 工程流程 · works',
      '# organisation: V1  # 请填写本组织的编号 · the id of the organisation',
      'header: 2',
      '  工程号: case  # 案件编号 · the case',
      '  办理步骤: step  # 环节 · the step',
      '  状态: kind  # 开始、完成等 · start, complete, …',
      '  办理日: at  # 办理时间 · when it was done',
      '  身份: role  # 岗位 · in which post',
      '  概算（万元）: data.cost  # 概算 · cost',
      '  实到人数: tally.deputies.present  # 实到 · present',
      '  编方案: plan  # 编制方案',
      '  代表大会决议: vote  # 成员代表大会决议',
      '    乡镇经办人员: township-officer  # 乡镇（街道）经办人员',
      '    预算: budget  # 工程预算',
      '#     工程照片:  # 请填写，相近的有 · which one? the nearest: budget（工程预算）',
      '    会议记录: minutes  # 会议记录和表决结果',
      '    直接委托给邻村: direct  # 直接委托',
      'none: ["—"]  # 视为空白 · read as blank',
      'ignore: [备注]',
      '  经手人: person by name',
    ])
      expect(text?.split('\n')).toContain(line);
    const read = await readBy(csv, text ?? '');
    expect(read.told).toEqual([]);
    const [log] = read.logs;
    expect(log).toMatchObject({ id: 'W-1', procedure: 't.works' });
    expect(log?.events.map(({ step, kind: how }) => `${step} ${how}`)).toEqual([
      'plan instant',
      'vote instant',
      'posting start',
    ]);
    expect(log?.events[0]).toMatchObject({
      by: { person: '王小明', role: 'village-director' },
      evidence: [{ document: 'budget' }, { document: '工程照片' }],
      data: { cost: '380000', method: 'direct' },
    });
    expect(log?.events[1]).toMatchObject({ tallies: [{ unit: 'deputies', present: 37 }] });
  });

  it.each([
    [
      'a name that may be two steps',
      `${HEAD}\n1,编制方案,2026-01-05\n1,决议公示,2026-01-06\n1,公示,2026-01-07\n1,公示,2026-01-08\n`,
      [
        '#   公示:  # 请填写，相近的有 · which one? the nearest: posting（决议公示）、result（结果公示）',
      ],
      [/^登记\.csv:4 unknown-step: .*`公示` → `决议公示`\?; the log names it 2 times/],
    ],
    [
      'a post that nobody has',
      `${HEAD},岗位\n1,编制方案,2026-01-05,乡镇经办\n1,结果公示,2026-01-06,大队长\n`,
      [
        '    乡镇经办: township-officer  # 乡镇（街道）经办人员',
        '#     大队长:  # 请填写 · which one?',
      ],
      [],
    ],
    [
      'a column of votes without a unit',
      `${HEAD},赞成\n1,编制方案,2026-01-05,3\n1,结果公示,2026-01-06,\n`,
      ['# 表决人数的列：看不出按什么计票，请写入 columns，如 tally.deputies.yes', '#   赞成:'],
      [],
    ],
    [
      'a column of nothing that is known',
      `${HEAD},天气\n1,编制方案,2026-01-05,晴\n1,结果公示,2026-01-06,\n`,
      ['# 有哪些数据 · the data: qingdan explain t.works', '#   天气:'],
      [],
    ],
    [
      'the village, where it has a name',
      `${HEAD},所属村\n1,编制方案,2026-01-05,青石村\n1,结果公示,2026-01-06,青石村\n`,
      ['  所属村: organisation  # 组织编号 · the id of the organisation', '#     青石村:'],
      [],
    ],
    [
      'the procedure, where no steps tell it',
      `${HEAD}\n1,立项,2026-01-05\n1,完工,2026-01-06\n`,
      ['#   t.works  # 工程流程 · works', '#   t.aid  # 救助流程 · aid'],
      [],
    ],
  ])('leaves open %s', async (_, csv, lines, faults) => {
    const { text, told } = await suggest(csv);
    for (const line of lines) expect(text?.split('\n')).toContain(line);
    expect(told).toHaveLength(faults.length);
    for (const [index, fault] of faults.entries()) expect(told[index]).toMatch(fault);
    expect((await readBy(csv, text ?? '')).told.join('\n')).not.toMatch(
      /bad-|unknown-key|unknown-mapped/,
    );
  });

  it('has what a column calls the procedures, whose steps and data are read by it', async () => {
    const csv = [
      `${HEAD},流程,概算,救助金额（元）`,
      'W-1,编制方案,2026-01-05,工程流程,1000,',
      'W-1,付款,2026-01-06,工程流程,,',
      'A-1,提出申请,2026-01-05,救助,,300',
      'A-1,核查,2026-01-06,救助,,',
      'X-1,查看,2026-01-06,巡查,,',
    ].join('\n');
    const { text, told } = await suggest(csv);
    expect(told).toEqual([]);
    for (const line of [
      '    工程流程: t.works  # 工程流程',
      '    救助: t.aid  # 救助流程',
      '#     巡查:  # 请填写 · which one?',
      '  付款: pay  # 支付工程款',
      '  核查: visit  # 入户核查',
    ])
      expect(text?.split('\n')).toContain(line);
    expect(text).not.toMatch(/^procedure:/m);
    const { logs } = await readBy(csv, text ?? '');
    expect(
      logs.map(({ procedure, events }) => [procedure, events.map((each) => each.step)]),
    ).toEqual([
      ['t.works', ['plan', 'pay']],
      ['t.aid', ['apply', 'visit']],
      ['巡查', ['查看']],
    ]);
    expect(logs[1]?.events[0]?.data).toEqual({ amount: '300' });
  });

  it('finds a step, a time and a case by what is in the cells', async () => {
    const csv =
      '工程名称,做了什么,哪天\n水井,编制方案,2026-01-05\n水井,结果公示,2026-01-06\n水井,付款,2026-01-07\n';
    const { text } = await suggest(csv);
    expect(text).toContain('  工程名称: case');
    expect(text).toContain('  做了什么: step');
    expect(text).toContain('  哪天: at');
  });

  it.each([
    ['a ledger', '凭证号,付款日期,金额\n1,2026-01-05,100\n'],
    [
      'a ledger with a column of matters',
      '登记号,办理事项,日期\n1,开证明,2026-01-05\n2,盖章,2026-01-06\n',
    ],
  ])('is not made for %s', async (_, csv) => {
    expect(await suggest(csv)).toEqual({ text: undefined, told: [] });
  });

  it.each([
    [
      'that is named and not there',
      `${HEAD}\n1,编制方案,2026-01-05\n`,
      't.work',
      /no-procedure: .*`t\.work`.*`t\.works`/,
    ],
    [
      'whose table has no times',
      '案号,环节\n1,编制方案\n1,付款\n',
      't.works',
      /no-event-column: .*`at`/,
    ],
  ])('is refused for a procedure %s', async (_, csv, procedure, fault) => {
    const { text, told } = await suggest(csv, procedure);
    expect(text).toBeUndefined();
    expect(told.join('\n')).toMatch(fault);
  });
});
