import { type RecordType, renderDiagnostic, StructType } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import type { CaseLog } from '@qingdan/core';
import { readCases } from '../read-cases.js';
import { isCaseMapping, readCaseMapping } from './read-case-mapping.js';

const label = (zh: string, en: string) => ({ zh, en });
const field = (name: string, type: RecordType['fields']['fields'][number]['type'], zh: string) => ({
  name,
  type,
  label: label(zh, name),
  privacy: 'public' as const,
});
const WORKS: RecordType = {
  id: 'works',
  label: label('工程', 'works'),
  fields: new StructType([
    field('cost', { kind: 'money' }, '概算'),
    field('isTendered', { kind: 'boolean' }, '是否招标'),
    field('signedOn', { kind: 'date' }, '签订日期'),
  ]),
  register: false,
  shared: false,
};
const PERSON: RecordType = {
  id: 'person',
  label: label('人员', 'person'),
  fields: new StructType([field('name', { kind: 'text' }, '姓名')]),
  register: true,
  shared: true,
};
const STEPS = [
  { id: 'plan', title: label('编制方案', 'plan') },
  { id: 'pay', title: label('付款', 'pay') },
];
const NAMES = {
  kinds: new Map([['person', PERSON]]),
  steps: new Map([['works', STEPS]]),
  fields: new Map([['works', WORKS]]),
};

const COLUMNS = 'columns: { 工程号: case, 办了什么: step, 哪天: at }';

describe('the mapping of a table of events', () => {
  it.each([
    ['kind: event\ncolumns: {}', true],
    ['# comment\nkind: "event" # of works', true],
    ['kind: expenditure\ncolumns: {}', false],
    ['columns: { kind: event }', false],
  ])('is told by its kind: %j', (text, expected) => {
    expect(isCaseMapping(text)).toBe(expected);
  });

  it.each([
    ['an empty file', '', 'QD5201', undefined],
    ['another kind', `kind: expenditure\n${COLUMNS}`, undefined, 1],
    ['no columns', 'kind: event', undefined, 1],
    ['an unknown key', `kind: event\n${COLUMNS}\nresovle: {}`, 'QD1202', 3],
    ['a column that is no field', 'kind: event\ncolumns:\n  工程号: kase', 'QD5425', 3],
    [
      'data that no field has',
      'kind: event\nprocedure: works\ncolumns:\n  预算: data.costt',
      undefined,
      4,
    ],
    ['an unknown procedure', `kind: event\nprocedure: work\n${COLUMNS}`, 'QD7011', 2],
    [
      'a step that the procedure lacks',
      `kind: event\nprocedure: works\n${COLUMNS}\nsteps:\n  编方案: plann`,
      'QD5426',
      5,
    ],
    [
      'values of a column that isn’t mapped',
      `kind: event\n${COLUMNS}\nvalues:\n  身份: {}`,
      'QD1202',
      4,
    ],
    [
      'a register that isn’t there',
      'kind: event\ncolumns: { 谁: by }\nresolve:\n  谁: persn by name',
      undefined,
      4,
    ],
    [
      'names in a column that is of no persons',
      'kind: event\ncolumns: { 谁: step }\nresolve:\n  谁: person by name',
      undefined,
      4,
    ],
  ])('tells of %s, at its place', (_, text, code, line) => {
    const { diagnostics } = readCaseMapping(text, 'm.yaml', NAMES);
    expect(diagnostics).toHaveLength(1);
    const told = renderDiagnostic(diagnostics[0]!, 'en');
    expect([told.severity, told.file]).toEqual(['error', 'm.yaml']);
    if (code !== undefined && text !== '') expect(told.code).toBe(code);
    expect(told.range?.start.line).toBe(line);
  });

  const read = async (mappingText: string, table: string) => {
    const { mapping, diagnostics } = readCaseMapping(mappingText, 'm.yaml', NAMES);
    expect(diagnostics).toEqual([]);
    const logs: CaseLog[] = [];
    const result = await readCases(
      { file: 'log.csv', chunks: [new TextEncoder().encode(table)] },
      {
        ...NAMES,
        procedure: 'works',
        words: { roles: new Map([['clerk', label('村文书', 'clerk')]]), bodies: new Map() },
        ...(mapping === undefined ? {} : { mapping }),
      },
      (log) => logs.push(log),
    );
    return { logs, ...result };
  };
  const FULL = `kind: event
procedure: works
columns: { 工程号: case, 办了什么: step, 哪天: at, 身份: role, 材料: evidence, 概算（万元）: data.cost, 招标: data.isTendered, 签订: data.signedOn }
steps: { 编方案: plan }
values: { 材料: { 预算书: budget } }
none: [—]
`;

  it('reads steps, dates, posts, papers and data as tables of records are read', async () => {
    const { logs, diagnostics } = await read(
      FULL,
      '工程号,办了什么,哪天,身份,材料,概算（万元）,招标,签订\nW-1,编方案,2026年1月5日,村文书,预算书、照片,1.2,是,2026.1.6\nW-1,付款,2026/1/7,—,—,—,—,—\n',
    );
    expect(diagnostics).toEqual([]);
    const [first, second] = logs[0]!.events;
    expect([first?.step, first?.by?.role, first?.data]).toEqual([
      'plan',
      'clerk',
      { cost: '12000', isTendered: true, signedOn: '2026-01-06' },
    ]);
    expect(first?.evidence.map(({ document }) => document)).toEqual(['budget', '照片']);
    expect([second?.step, second?.by, second?.evidence, second?.data]).toEqual([
      'pay',
      undefined,
      [],
      {},
    ]);
  });

  it('reads what can’t be read as unknown, with its cell', async () => {
    const { logs, diagnostics } = await read(
      FULL,
      '工程号,办了什么,哪天,身份,材料,概算（万元）,招标,签订\nW-1,编方案,2026年1月5日,,,若干,,2026-02-30\n',
    );
    expect(logs[0]?.events[0]?.data).toEqual({});
    expect(
      diagnostics.map((item) => {
        const { code, range } = renderDiagnostic(item, 'en');
        return [code, range?.start.line, range?.start.column];
      }),
    ).toEqual([
      [expect.any(String), 2, 6],
      [expect.any(String), 2, 8],
    ]);
  });

  it('points to the mapping where the table lacks a column of it', async () => {
    const { diagnostics } = await read(
      'kind: event\ncolumns:\n  工程号: case\n  办了甚么: step\n  哪天: at',
      '工程号,步骤,哪天\nW-1,付款,2026-01-05\n',
    );
    const [told] = diagnostics.map((item) => renderDiagnostic(item, 'en'));
    expect([told?.file, told?.range?.start.line]).toEqual(['m.yaml', 4]);
  });
});
