import { describe, expect, it } from 'vitest';
import { Draft, type DraftNode } from './draft.js';
import { markRepeated } from './mark-repeated.js';
import { settleDecided } from './settle-decided.js';
import { tidyDraft } from './tidy.js';

/** A draft of nodes written as `kind name`, of decisions with their question, and of flows `from > to`. */
function draftOf(nodes: readonly string[], flows: readonly string[]): Draft {
  const draft = new Draft();
  const byName = new Map<string, DraftNode>();
  for (const written of nodes) {
    const [kind = '', name = kind, label] = written.split(' ');
    const isFact = kind === 'decision';
    const node = {
      kind: kind as DraftNode['kind'],
      ...(label === undefined ? {} : { label, isFact }),
    };
    byName.set(name, draft.add(node));
  }
  for (const written of flows) {
    const [, from = '', to = '', label] = /^(\S+) > ([^\s:]+)(?:: (.*))?$/.exec(written) ?? [];
    draft.lead({ from: byName.get(from)!, label }, byName.get(to)!);
  }
  return draft;
}

describe('a question', () => {
  const TWICE = ['start s', 'decision a Q', 'task t', 'merge m', 'decision b Q', 'end e'];

  it.each([
    [
      'is marked where it was asked on every way there',
      TWICE,
      ['s > a', 'a > t', 'a > m', 't > m', 'm > b', 'b > e'],
      'Q Q*',
    ],
    [
      'isn’t where a way there goes past the first',
      TWICE,
      ['s > a', 'a > t', 's > m', 't > m', 'm > b', 'b > e'],
      'Q Q',
    ],
    [
      'isn’t where another one was asked',
      ['start s', 'decision a Q', 'decision b R', 'end e'],
      ['s > a', 'a > b', 'b > e'],
      'Q R',
    ],
    [
      'is marked each time it comes again, once',
      ['start s', 'decision a Q', 'decision b Q', 'decision c Q', 'end e'],
      ['s > a', 'a > b', 'b > c', 'c > e'],
      'Q Q* Q*',
    ],
  ])('%s', (_, nodes, flows, expected) => {
    const draft = draftOf(nodes, flows);
    markRepeated(draft, (label) => `${label}*`);
    const labels = draft.nodes.flatMap(({ kind, label = '' }) =>
      kind === 'decision' ? label : [],
    );
    expect(labels.join(' ')).toBe(expected);
  });
});

describe('a decision', () => {
  const NODES = ['start s', 'decision a Q', 'end no', 'task t', 'decision b Q', 'task u', 'end e'];

  it.each([
    [
      'is taken out where another answer closed the case',
      ['s > a', 'a > no: 否', 'a > t: 是', 't > b', 'b > u: 是', 'b > e: 否', 'u > e'],
      't > u',
    ],
    [
      'stays where a way goes past the answer',
      ['s > a', 'a > no: 否', 'a > t: 是', 's > b', 't > b', 'b > u: 是', 'b > e: 否', 'u > e'],
      't > b',
    ],
    [
      'stays where either answer leads to it',
      ['s > a', 'a > b: 否', 'a > t: 是', 't > b', 'b > u: 是', 'b > e: 否', 'u > e'],
      't > b',
    ],
  ])('%s', (_, flows, expected) => {
    const draft = draftOf(NODES, flows);
    const isSettled = settleDecided(draft);
    expect(isSettled).toBe(expected === 't > u');
    const [task] = draft.nodes.filter(({ kind }) => kind === 'task');
    const [way] = draft.flows.filter(({ from }) => from === task);
    expect(way?.to.kind).toBe(isSettled ? 'task' : 'decision');
  });
});

describe('a draft', () => {
  it.each([
    [
      'loses gates that neither part nor gather',
      ['start s', 'fork f', 'merge m', 'end e'],
      ['s > f', 'f > m', 'm > e'],
      'start end',
    ],
    [
      'loses what nothing leads to',
      ['start s', 'end e', 'merge m', 'end x'],
      ['s > e', 'm > x'],
      'start end',
    ],
    [
      'gets a gate where ways meet',
      ['start s', 'decision d Q', 'task t', 'end e'],
      ['s > d', 'd > t', 'd > e', 't > e'],
      'start decision task end merge',
    ],
    [
      'gets a gate where ways part',
      ['start s', 'task t', 'end e', 'end x'],
      ['s > t', 't > e', 't > x'],
      'start task end end fork',
    ],
  ])('%s', (_, nodes, flows, expected) => {
    const draft = draftOf(nodes, flows);
    tidyDraft(draft);
    expect(draft.nodes.map(({ kind }) => kind).join(' ')).toBe(expected);
  });
});
