import { type Field, type RecordType, StructType, type Type } from '@qingdan/core';
import { expect, it } from 'vitest';
import { readAllCases } from '../testing/read-all-cases.js';

const label = (zh: string, en: string) => ({ zh, en });
const TYPES: readonly (readonly [string, string, Type])[] = [
  ['amount', '金额', { kind: 'money', min: 0 }],
  ['days', '天数', { kind: 'integer', max: 30 }],
  [
    'how',
    '方式',
    { kind: 'enum', name: 'how', values: new Map([['cash', label('现金', 'cash')]]) },
  ],
  ['on', '日期', { kind: 'date' }],
];
const fields = TYPES.map(([name, zh, type]): Field => ({
  name,
  type,
  label: label(zh, `${name} of it`),
  privacy: 'public',
}));
const WORKS: RecordType = {
  id: 'works',
  label: label('工程', 'works'),
  fields: new StructType(fields),
  governingDate: 3,
  register: false,
  shared: false,
};
const OPTIONS = { fields: new Map([['works', WORKS]]), procedure: 'works' };

const line = (data: unknown, more = {}) =>
  JSON.stringify({ case: 'A', step: 's', at: '2026-01-05', ...more, data });
/** Where the value stands in such a line. */
const at = (text: string, value: string) => `1:${String(text.indexOf(value) + 1)}`;

it.each([
  ['is below its bound', { amount: -5 }, '-5', 'out-of-range'],
  ['is above its bound', { days: 31 }, '31', 'out-of-range'],
  ['is none of its values', { how: 'cheque' }, '"cheque"', 'wrong-type'],
  ['has another type', { amount: 'much' }, '"much"', 'wrong-type'],
  ['is called by its label', { 天数: 31 }, '31', 'out-of-range'],
])(
  'a value of an event that %s is told where it stands, and no event is lost',
  async (_, data, value, fault) => {
    const text = line(data);
    const { logs, faults, counts, diagnostics } = await readAllCases('log.jsonl', text, OPTIONS);
    expect(faults).toEqual([`${at(text, value)} ${fault}`]);
    expect(diagnostics[0]?.params.value).toBe(value.replaceAll('"', ''));
    expect([counts.events, counts.lostEvents, logs[0]?.lost]).toEqual([1, 0, 0]);
  },
);

it.each([
  ['keeps to its field', { amount: 5, days: 30, how: 'cash', on: '2026-01-05' }],
  ['says nothing', { amount: null }],
  ['is of no field', { colour: -5 }],
  ['is said not to be', { none: ['amount'] }],
])('of a value that %s nothing is told', async (_, data) => {
  expect((await readAllCases('log.jsonl', line(data), OPTIONS)).faults).toEqual([]);
});

it('what is said not to be must be a field', async () => {
  const { faults } = await readAllCases('log.jsonl', line({ none: ['amuont'] }), OPTIONS);
  expect(faults).toEqual([expect.stringMatching(/^1:\d+ unknown-field$/)]);
});

it('values are told of the procedure that the case is of, though a later line says it', async () => {
  const early = `${line({ days: 31 })}\n${line({ days: 32 }, { procedure: 'works' })}\n`;
  const { fields } = OPTIONS;
  const { faults } = await readAllCases('log.jsonl', early, { fields });
  expect(faults).toEqual([expect.stringMatching(/^2:\d\d out-of-range$/), '1:1 out-of-range']);
  expect((await readAllCases('log.jsonl', line({ days: 31 }), { fields })).faults).toEqual([]);
});

it('a flood of them is counted', async () => {
  const text = Array.from({ length: 120 }, () => line({ days: 31 })).join('\n');
  const { faults } = await readAllCases('log.jsonl', text, OPTIONS);
  expect([faults.length, faults.at(-1)]).toEqual([101, 'more-faults']);
});

it('cells of a table are told by row and column', async () => {
  const table = '案件编号,环节,时间,天数,金额\nA,s,2026-01-05,31,5\nA,s,2026-01-06,3,-7\n';
  const { faults, counts } = await readAllCases('log.csv', table, OPTIONS);
  expect([faults, counts.events]).toEqual([['2:4 out-of-range', '3:5 out-of-range'], 2]);
});

const XES = `<log>
<trace><string key="concept:name" value="A"/><int key="days" value="31"/>
<event><string key="concept:name" value="s"/><date key="time:timestamp" value="2026-01-05"/>
<float key="amount" value="-1"/><string key="on" value="2026-01-05"/></event></trace></log>`;
it('attributes of XES are told by their event, and those of a trace by it', async () => {
  const { faults, counts } = await readAllCases('log.xes', XES, OPTIONS);
  expect([faults, counts.events]).toEqual([['3:1 out-of-range', '2:1 out-of-range'], 1]);
});

it('attributes of OCEL are told by their event, and those of an object by it', async () => {
  const log = {
    objectTypes: [{ name: 'case', attributes: [{ name: 'days', type: 'integer' }] }],
    eventTypes: [{ name: 's', attributes: [{ name: 'amount', type: 'float' }] }],
    objects: [
      {
        id: 'A',
        type: 'case',
        attributes: [{ name: 'days', value: '31', time: '1970-01-01T00:00:00Z' }],
      },
    ],
    events: [
      {
        id: 'e',
        type: 's',
        time: '2026-01-05T00:00:00Z',
        attributes: [{ name: 'amount', value: '-1' }],
        relationships: [{ objectId: 'A', qualifier: 'x' }],
      },
    ],
  };
  const { faults, counts } = await readAllCases('log.json', JSON.stringify(log), OPTIONS);
  expect([faults.length, counts.events]).toEqual([2, 1]);
  for (const fault of faults) expect(fault).toMatch(/ out-of-range$/);
});
