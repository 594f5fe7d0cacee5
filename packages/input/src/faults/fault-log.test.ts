import { type Diagnostic, diagnostic } from '@qingdan/core';
import { expect, it } from 'vitest';
import { FaultLog } from './fault-log.js';

/** How many are told, and what is said of the rest. */
function told(faults: Iterable<[Diagnostic, place?: string, what?: string]>) {
  const log = new FaultLog('a.json');
  for (const [fault, place, what] of faults) log.add(fault, place, what);
  const rest = log.rest().map(({ name, params }) => `${name} ${params.code} ${params.count}`);
  return { told: log.take().length, rest };
}
const many = (count: number, name: Diagnostic['name'], place = ''): [Diagnostic, string?][] =>
  Array.from({ length: count }, () => [diagnostic(name, {}), place]);
const more = (code: string, count: number): [Diagnostic] => [
  diagnostic('more-faults', { code, count: String(count) }),
];

it.each<[string, [Diagnostic, string?, string?][], number, string[]]>([
  ['a hundred are all told', many(100, 'not-a-record'), 100, []],
  ['of more the rest is counted', many(105, 'not-a-record'), 100, ['more-faults QD5002 5']],
  [
    'each place has its hundred',
    [...many(101, 'wrong-type', 'a'), ...many(102, 'wrong-type', 'b')],
    200,
    ['more-faults QD5102 3'],
  ],
  ['warnings stay warnings', many(101, 'name-unknown'), 100, ['more-warnings QD5341 1']],
  ['notes stay notes', many(101, 'row-ignored'), 100, ['more-notes QD5334 1']],
  [
    'what was counted before is added',
    [...many(101, 'unknown-field'), more('QD5101', 7), more('QD1104', 2)],
    100,
    ['more-faults QD5101 8', 'more-faults QD1104 2'],
  ],
  [
    'a word is told once a place and counted',
    ['x', 'x', 'y'].map((word) => [diagnostic('cell-unreadable', {}), 'a', word]),
    2,
    ['more-faults QD5331 1'],
  ],
])('%s', (_, faults, count, rest) => {
  expect(told(faults)).toEqual({ told: count, rest });
});
