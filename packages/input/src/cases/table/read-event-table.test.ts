import { parseDate, parseInstant } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readAllCases } from '../../testing/read-all-cases.js';
import { workbook } from '../../testing/workbook.js';

const CHINESE = `办件情况表,,,,,
案件编号,环节,办理时间,经办人,岗位,材料,金额（元）
2026-001,受理,2026年1月5日,张三,文书,申请表、身份证,1000
2026-001,公示,2026/1/6 9:30,李四,,,
2026-002,受理,20260107,,,,
`;

describe('a log in a table', () => {
  it('is read by the usual Chinese headers, and what no header names is data', async () => {
    const { logs, faults } = await readAllCases('办件.csv', CHINESE);
    expect(faults).toEqual([]);
    expect(logs.map(({ id }) => id)).toEqual(['2026-001', '2026-002']);
    expect(logs[0]?.events).toMatchObject([
      {
        id: '#1',
        step: '受理',
        day: parseDate('2026-01-05'),
        instant: undefined,
        by: { person: '张三', role: '文书' },
        evidence: [{ document: '申请表' }, { document: '身份证' }],
        data: { '金额（元）': '1000' },
        place: { file: '办件.csv', line: 3 },
      },
      {
        step: '公示',
        instant: parseInstant('2026-01-06T09:30:00+08:00'),
        by: { person: '李四', role: undefined },
        evidence: [],
        data: {},
      },
    ]);
  });

  it('is read by the headers that process mining uses', async () => {
    const { logs, faults } = await readAllCases(
      'log.csv',
      'case_id;activity;timestamp;org:resource\n3;decide;2011-01-06 09:18:00+01:00;Sara\n',
    );
    expect(faults).toEqual([]);
    expect(logs[0]?.events[0]).toMatchObject({
      step: 'decide',
      instant: parseInstant('2011-01-06T09:18:00+01:00'),
      by: { person: 'Sara' },
    });
  });

  it('is read by a mapping, which goes before what is usual', async () => {
    const text =
      '号,做什么,日期,时间,状态,同意,到会,类别,备注\nA,表决,2026-01-05,x,完成,5,7,甲,无\n';
    const { logs, faults } = await readAllCases('log.csv', text, {
      mapping: {
        columns: {
          号: 'case',
          做什么: 'step',
          日期: 'at',
          状态: 'kind',
          同意: 'tally.voters.yes',
          到会: 'tally.voters.present',
          类别: 'data.class',
        },
        ignore: ['备注'],
        steps: { 表决: 'vote' },
      },
    });
    expect(faults).toEqual([]);
    expect(logs[0]?.events[0]).toMatchObject({
      step: 'vote',
      kind: 'complete',
      tallies: [{ unit: 'voters', yes: 5, present: 7 }],
      data: { class: '甲', 时间: 'x' },
    });
  });

  it.each<[string, string, Record<string, string>, readonly string[]]>([
    ['has no column for the case', '环节,时间\n受理,2026-01-05\n', {}, ['1:1 no-event-column']],
    ['has nothing that is known', 'a,b\n1,2\n', {}, ['no-header']],
    ['is empty', '', {}, ['no-header']],
    [
      'may mean two columns',
      '案件编号,环节,时间,日期\nA,s,2026-01-05,x\n',
      {},
      ['?1:4 event-column-twice'],
    ],
    [
      'has a time that is none',
      '案件编号,环节,时间\nA,s,昨天\nA,s,2026-01-05\n',
      {},
      ['2:3 event-without-time'],
    ],
    [
      'has a count that is none',
      '案件编号,环节,时间,轮次\nA,s,2026-01-05,x\n',
      {},
      ['2:4 wrong-type'],
    ],
    [
      'has a kind that is none',
      '案件编号,环节,时间,事件类型\nA,s,2026-01-05,x\n',
      {},
      ['2:4 wrong-type'],
    ],
    [
      'lacks a case in a row',
      '案件编号,环节,时间\n,s,2026-01-05\nA,s,2026-01-05\n',
      {},
      ['2:1 event-without-case'],
    ],
    [
      'lacks a mapped column',
      '案件编号,环节,时间\nA,s,2026-01-05\n',
      { 数额: 'data.amount' },
      ['column-missing'],
    ],
    [
      'is mapped into no field',
      '案件编号,环节,时间,x\nA,s,2026-01-05,1\n',
      { x: 'stpe' },
      ['bad-column-field'],
    ],
  ])('that %s is reported', async (_what, text, columns, expected) => {
    const { faults } = await readAllCases('log.csv', text, { mapping: { columns } });
    expect(faults).toEqual(expected);
  });

  it('is read from a workbook', async () => {
    const bytes = workbook([
      {
        name: '办件',
        rows: [
          ['案件编号', '环节', '时间'],
          ['A', '受理', '2026-01-05'],
        ],
      },
    ]);
    const { logs, faults } = await readAllCases('办件.xlsx', bytes);
    expect([faults, logs.map(({ id }) => id)]).toEqual([[], ['A']]);
  });

  it('has one cell of a merged case, step or person for all rows that it reaches into, and figures for the first', async () => {
    const bytes = workbook([
      {
        name: '办件',
        rows: [
          ['案件编号', '环节', '时间', '经办人', '金额（元）'],
          ['A', '受理', '2026-01-05', '张三', '1000'],
          [null, '公示', '2026-01-06', null, null],
          [null, null, '2026-01-07', '李四', null],
          [null, '归档', '2026-01-08', '李四', null],
        ],
        merges: ['A2:A4', 'D2:D3', 'E2:E3', 'B3:B4'],
      },
    ]);
    const { logs, faults } = await readAllCases('办件.xlsx', bytes);
    expect(faults).toEqual(['5:1 event-without-case']);
    expect(
      logs[0]?.events.map(({ step, by, data }) => [step, by?.person, Object.values(data)]),
    ).toEqual([
      ['受理', '张三', ['1000']],
      ['公示', '张三', []],
      ['公示', '李四', []],
    ]);
  });

  it.each<[string, string]>([
    ['a total', '合计,,,,3000'],
    ['the header on the next page', '案件编号,环节,时间,经办人,金额'],
    ['a signature', '制表：王五,,,,'],
  ])('passes over %s, and says so', async (_what, line) => {
    const text = `案件编号,环节,时间,经办人,金额\nA,受理,2026-01-05,张三,1000\n${line}\nA,归档,2026-01-06,,\n`;
    const { logs, faults, counts } = await readAllCases('log.csv', text);
    expect(faults).toEqual(['?3:1 row-ignored']);
    expect(logs[0]?.events.map(({ step }) => step)).toEqual(['受理', '归档']);
    expect(counts.lostEvents).toBe(0);
  });

  it('takes a row for an event that has a case, whatever its step is called', async () => {
    const { logs, faults } = await readAllCases(
      'log.csv',
      '案件编号,环节,时间\nA,合计,2026-01-05\n',
    );
    expect([faults, logs[0]?.events.length]).toEqual([[], 1]);
  });

  it('takes a post that no role is called by for unknown, and not for another one', async () => {
    const label = { zh: '出纳', en: 'cashier' };
    const words = { roles: new Map([['cashier', label]]), bodies: new Map() };
    const text =
      '案件编号,环节,时间,岗位\nA,s,2026-01-05,出纳\nA,s,2026-01-06,cashier\nA,s,2026-01-07,大队长\n';
    const { logs, faults } = await readAllCases('log.csv', text, { words });
    expect(faults).toEqual(['4:4 cell-unreadable']);
    expect(logs[0]?.events.map(({ by }) => by?.role)).toEqual(['cashier', 'cashier', undefined]);
  });
});
