import { Duration, type Template } from '@qingdan/core';
import { expect, it } from 'vitest';
import { literal, worldOf } from '../../../testing/build.js';
import { binary, pattern, unary } from '../../../testing/declare.js';
import { checkerOf, event, logOf, procedureOf, stepOf } from '../../testing.js';

const WITHDRAWN = stepOf('d', { ends: 'withdrawn' });
const steps = [stepOf('a'), stepOf('b'), stepOf('c'), WITHDRAWN];

function stateOf(of: Template, taken: readonly string[], closed = false) {
  const checker = checkerOf(procedureOf(steps, { kind: 'template', template: of }));
  const events = taken.map((step, i) => event(step, 20_500 + i));
  return checker.check(logOf(events, { closed }), worldOf(), 20_520)!.states[0]!;
}

const within3 = binary('response', {
  time: { least: undefined, most: literal(new Duration(3, 'days')) },
});

it.each<[string, Template, readonly string[], string]>([
  ['a response', binary('response'), ['a', 'd'], 'permanentlySatisfied'],
  ['a response in time', within3, ['a', 'd'], 'permanentlySatisfied'],
  ['a step', unary('existence', 1, pattern('b')), ['a', 'd'], 'notApplicable'],
  ['a choice', binary('choice'), ['d'], 'notApplicable'],
])('does not ask for %s once the case has ended another way', (_what, of, taken, verdict) => {
  const { verdict: told, deviations } = stateOf(of, taken);
  expect([told, deviations]).toEqual([verdict, []]);
});

it('asks for it in a case that is closed before its end', () => {
  expect(stateOf(binary('response'), ['a'], true).verdict).toBe('permanentlyViolated');
});

it.each<[string, Template, readonly string[], readonly unknown[]]>([
  ['what never came', unary('existence', 1), ['b'], ['MISSING', 'a', []]],
  ['what is forbidden', unary('absence', 1), ['a'], ['FORBIDDEN', 'a', ['a']]],
  ['what came too often', unary('exactly', 1), ['a', 'b', 'a'], ['DUPLICATE', 'a', ['a']]],
  ['what a case does not begin with', unary('init', 1), ['b', 'a'], ['ORDER', 'a', ['b']]],
  ['what nobody chose', binary('choice'), ['c'], ['MISSING', 'a', []]],
  [
    'what excludes the other',
    binary('exclusiveChoice'),
    ['b', 'a'],
    ['FORBIDDEN', 'b', ['a', 'b']],
  ],
  ['what did not follow', binary('response'), ['b', 'a'], ['MISSING', 'b', ['a']]],
  ['what followed too late', within3, ['a', 'c', 'c', 'c', 'b'], ['LATE', 'b', ['a']]],
  ['what is not next', binary('chainResponse'), ['a', 'c', 'b'], ['ORDER', 'b', ['a', 'c']]],
  ['what did not come before', binary('precedence'), ['a', 'b'], ['ORDER', 'a', ['a'], ['b']]],
  ['what may not follow', binary('notResponse'), ['a', 'b'], ['ORDER', 'b', ['a', 'b']]],
])('tells %s, of which step and between which events', (_what, of, taken, said) => {
  const told = stateOf(of, taken, true).deviations.map(({ code, step, events, lacking }) => [
    code,
    step,
    events.map((each) => each.step),
    ...(lacking.length === 0 ? [] : [lacking]),
  ]);
  expect(told).toEqual([said]);
});
