import { type CaseLog, parseDate, readRecord, type RecordType, StructType } from '@qingdan/core';
import { expect, it } from 'vitest';
import { readCaseMapping } from './read-case-mapping.js';
import { resolveCaseNames } from './resolve-case-names.js';

const PERSON: RecordType = {
  id: 'person',
  label: { zh: '人员', en: 'person' },
  fields: new StructType([
    {
      name: 'name',
      type: { kind: 'text' },
      label: { zh: '姓名', en: 'name' },
      privacy: 'personal',
    },
  ]),
  register: true,
  shared: true,
};
const KINDS = new Map([['person', PERSON]]);
const person = (id: string, name: string) =>
  readRecord({ kind: 'person', id, name }, KINDS).record!;
const REGISTER = [person('P-1', '王小明'), person('P-2', '李梅'), person('P-3', '李梅')];

const { mapping } = readCaseMapping(
  'kind: event\ncolumns: { 号: case, 谁: by, 参加: participants }\nresolve: { 谁: person by name, 参加: person by name }',
  'm.yaml',
  { kinds: KINDS, steps: new Map() },
);
const who = (name: string) => ({
  person: name,
  role: 'clerk',
  present: undefined,
  recused: undefined,
});
const log = (...names: readonly string[]): CaseLog => ({
  id: 'W-1',
  procedure: undefined,
  organisation: 'V1',
  closed: false,
  record: undefined,
  events: names.map((name, index) => ({
    id: `#${String(index)}`,
    step: 'pay',
    iteration: undefined,
    kind: 'instant',
    day: parseDate('2026-01-05') as number,
    instant: undefined,
    seq: undefined,
    recordedAt: undefined,
    by: who(name),
    participants: [who(name)],
    evidence: [],
    tallies: [],
    voids: undefined,
    data: {},
    place: { file: 'log.csv', line: index + 2 },
  })),
});

it('gives the id of a unique name, keeps ids, and makes unknown what nobody or several are called', () => {
  const { logs, diagnostics } = resolveCaseNames(
    [log('王 小明', 'P-2', '李梅', '赵六')],
    mapping!,
    'log.csv',
    REGISTER,
  );
  const events = logs[0]!.events;
  const found = ['P-1', 'P-2', undefined, undefined];
  expect(events.map(({ by }) => by?.person)).toEqual(found);
  expect(events.map(({ participants }) => participants[0]?.person)).toEqual(found);
  expect(events.map(({ by }) => by?.byName)).toEqual([true, undefined, undefined, undefined]);
  expect(events[0]?.participants[0]?.byName).toBe(true);
  expect(events.map(({ by }) => by?.role)).toEqual(['clerk', 'clerk', 'clerk', 'clerk']);
  expect(
    diagnostics.map(({ name, span }) => [name, span?.source.position(span.start).line]),
  ).toEqual([
    ['name-ambiguous', 4],
    ['name-ambiguous', 4],
    ['name-unknown', 5],
    ['name-unknown', 5],
  ]);
});

it('tells once a column that there is no register', () => {
  const { logs, diagnostics } = resolveCaseNames([log('王小明', '李梅')], mapping!, 'log.csv', []);
  expect(logs[0]?.events.map(({ by }) => by?.person)).toEqual([undefined, undefined]);
  expect(diagnostics.map(({ name }) => name)).toEqual(['no-register', 'no-register']);
});
