import { Fraction, type Procedure, type ProcedureRule } from '@qingdan/core';
import { describe, expect, it, test } from 'vitest';
import { BASE, libraryOf, pack } from '../../testing/library-of.js';
import { procedure, step } from '../../testing/procedures.js';

const DATA = `data:
  amount: { type: money, label: { zh: 金额, en: amount } }
  method: { type: enum, values: expenditure.method, label: { zh: 方式, en: method } }
  party: { type: person, label: { zh: 相对人, en: other party } }`;

const PARAMETERS = `
---
kind: Parameter
id: wait
type: duration
label: { zh: 间隔, en: wait }
tighten: higher
values: [{ value: 10 days, basis: [{ instrument: LAW, confidence: verified }] }]
---
kind: Table
id: shares
label: { zh: 比例, en: shares }
inputs: { method: { type: enum, values: expenditure.method } }
outputs: { share: { type: ratio } }
rows:
  - { when: { method: cash }, then: { share: 1/2 } }
  - { when: { method: [bank, card] }, then: { share: 2/3 } }
`;

function bound(steps: string, more = ''): Procedure {
  const text = BASE + PARAMETERS + procedure(steps, more);
  const found = libraryOf(pack('national', text)).procedures.get('national.p')?.[0];
  if (found === undefined) throw new Error('no procedure was bound');
  return found;
}

/** The constraints beside those that a step is required, by their ids; without places and types of expressions. */
function lowered(steps: string, more = ''): Record<string, unknown> {
  const { constraints } = bound(steps, more);
  return Object.fromEntries(
    constraints
      .filter(({ id }) => !id.endsWith('.required'))
      .map(({ id, rule }) => [id, plain(rule)]),
  );
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Fraction) return value;
  if (!('kind' in value) && 'count' in value && 'unit' in value)
    return `${String(value.count)} ${String(value.unit)}`;
  const node = value as { kind?: string; value?: unknown; id?: string; output?: string };
  if (node.kind === 'literal') return plain(node.value);
  if (node.kind === 'parameter') return { parameter: node.id };
  if (node.kind === 'table') return { table: node.id, output: node.output };
  if (node.kind === 'compare') return 'a condition';
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, plain(part)]));
}

const LIMIT = 'fact: amount, operator: lessThan, value: 500';
const PLAIN: ProcedureRule = {
  kind: 'existence',
  step: 'apply',
  least: 1,
  most: undefined,
};
const ONE = step('apply');
const COUNTING = { includesFirst: false, rolls: true };
const end = (name: string) => ({ step: name, part: 'end' });
const start = (name: string) => ({ step: name, part: 'start' });

describe('a step', () => {
  test.each([
    { what: 'is required', keys: '', ids: ['apply.required'] },
    { what: 'may be optional', keys: 'optional: true', ids: [] },
    { what: 'may come once', keys: 'once: true', ids: ['apply.required', 'apply.once'] },
  ])('$what', ({ keys, ids }) => {
    const { constraints } = bound(step('apply', keys));
    expect(constraints.map(({ id }) => id)).toEqual(ids);
    if (ids.length === 1) expect(constraints[0]?.rule).toEqual(PLAIN);
  });

  test.each<{ key: string; keys: string; rule: unknown; id?: string }>([
    { key: 'once', keys: 'once: true', rule: { kind: 'existence', step: 'x', least: 0, most: 1 } },
    {
      key: 'after',
      keys: 'after: apply',
      rule: { kind: 'precedence', step: 'x', after: { kind: 'step', ...end('apply') } },
    },
    {
      key: 'after',
      keys: 'after: [apply.start, { any: [talk, bid] }], redoOn: bid',
      rule: {
        kind: 'precedence',
        step: 'x',
        after: {
          kind: 'all',
          of: [
            { kind: 'step', ...start('apply') },
            {
              kind: 'any',
              of: [
                { kind: 'step', ...end('talk') },
                { kind: 'step', ...end('bid') },
              ],
            },
          ],
        },
        redoOn: 'bid',
      },
    },
    {
      key: 'after',
      keys: 'after: { all: [{ any: [talk] }, bid] }',
      rule: {
        kind: 'precedence',
        step: 'x',
        after: {
          kind: 'all',
          of: [
            { kind: 'step', ...end('talk') },
            { kind: 'step', ...end('bid') },
          ],
        },
      },
    },
    {
      key: 'else',
      keys: `when: { ${LIMIT} }, else: forbid, decidedBy: apply`,
      rule: { kind: 'guard', step: 'x', when: 'a condition', decidedBy: 'apply' },
    },
    {
      key: 'within',
      keys: 'within: 3 workdays of apply, yellow: 90%',
      rule: {
        kind: 'deadline',
        from: end('apply'),
        to: end('x'),
        within: { kind: 'length', length: '3 workdays' },
        counting: COUNTING,
        yellow: new Fraction(9n, 10n),
      },
    },
    {
      key: 'within',
      keys: 'within: { within: { parameter: wait }, of: apply.start, part: start, pausedBy: talk }, counting: { includesFirst: true, rolls: false }',
      rule: {
        kind: 'deadline',
        from: start('apply'),
        to: start('x'),
        within: { kind: 'length', length: { parameter: 'wait' } },
        counting: { includesFirst: true, rolls: false },
        pausedBy: 'talk',
      },
    },
    {
      key: 'within',
      keys: 'within: { within: 5 days, of: { end: quarter of apply } }',
      rule: {
        kind: 'deadline',
        from: end('apply'),
        to: end('x'),
        within: { kind: 'end', of: 'quarter', plus: '5 days' },
        counting: COUNTING,
      },
    },
    {
      key: 'within',
      keys: 'within: { of: { end: month of apply } }',
      rule: {
        kind: 'deadline',
        from: end('apply'),
        to: end('x'),
        within: { kind: 'end', of: 'month' },
        counting: COUNTING,
      },
    },
    {
      key: 'notBefore',
      keys: 'notBefore: 10 days after apply',
      rule: { kind: 'gap', from: end('apply'), to: start('x'), least: '10 days' },
    },
    {
      key: 'notBefore',
      keys: 'notBefore: { by: { parameter: wait }, after: apply.start }',
      rule: { kind: 'gap', from: start('apply'), to: start('x'), least: { parameter: 'wait' } },
    },
    {
      key: 'publicity',
      keys: 'publicity: { min: 15 days, interruptedBy: talk }',
      rule: { kind: 'publicity', step: 'x', least: '15 days', interruptedBy: 'talk' },
    },
    {
      key: 'repeats',
      keys: 'repeats: { every: 12 months, until: talk }',
      rule: { kind: 'recurrence', step: 'x', every: '12 months', until: 'talk' },
    },
    {
      key: 'by',
      keys: 'by: director, notRole: [director]',
      rule: { kind: 'role', step: 'x', roles: ['director'], count: 1, not: ['director'] },
    },
    {
      key: 'by',
      keys: 'by: { any: [director], count: 2 }',
      rule: { kind: 'role', step: 'x', roles: ['director'], count: 2, not: [] },
    },
    {
      key: 'notRole',
      keys: 'notRole: director',
      rule: { kind: 'role', step: 'x', roles: [], count: 1, not: ['director'] },
    },
    {
      key: 'differentFrom',
      keys: 'differentFrom: [apply, bid]',
      rule: { kind: 'apart', step: 'x', relation: 'different', steps: ['apply', 'bid'] },
    },
    {
      key: 'sameAs',
      keys: 'sameAs: apply',
      rule: { kind: 'apart', step: 'x', relation: 'same', steps: ['apply'] },
    },
    {
      key: 'notRelatedTo',
      keys: 'notRelatedTo: apply',
      rule: { kind: 'apart', step: 'x', relation: 'unrelated', steps: ['apply'] },
    },
    {
      key: 'evidence.minutes',
      keys: 'evidence: [{ document: minutes, label: { zh: 会议记录, en: minutes }, dueWithin: 5 days }]',
      rule: { kind: 'evidence', step: 'x', document: 'minutes', dueWithin: '5 days' },
    },
    {
      key: 'limit',
      keys: `limit: { ${LIMIT} }`,
      rule: { kind: 'limit', step: 'x', condition: 'a condition' },
    },
    {
      key: 'quorum',
      keys: 'quorum: { anyOf: [{ unit: adults, present: ">1/2" }, { unit: households, present: ">=2/3" }], yes: { share: { above: { table: shares, inputs: { method: { fact: method } }, output: share } }, of: present } }, recusedCount: out',
      rule: {
        kind: 'quorum',
        step: 'x',
        present: [
          { unit: 'adults', share: { above: true, share: new Fraction(1n, 2n) } },
          { unit: 'households', share: { above: false, share: new Fraction(2n, 3n) } },
        ],
        yes: {
          of: 'present',
          share: { above: true, share: { table: 'shares', output: 'share' } },
        },
        recused: 'out',
      },
    },
  ])('lowers `$keys`', ({ key, keys, rule }) => {
    const all = lowered(ONE + step('talk') + step('bid') + step('x', keys), DATA);
    expect(all).toEqual({ [`x.${key}`]: rule });
  });

  it('that is shown in public has to begin in time', () => {
    const all = lowered(ONE + step('show', 'within: 5 days of apply, publicity: { min: 15 days }'));
    expect(all['show.within']).toMatchObject({ to: start('show') });
  });

  it('keeps what the engine and the drawing need', () => {
    const { steps } = bound(
      step(
        'apply',
        'by: director, risk: { point: { zh: 虚报, en: false claim }, level: high, prevention: { zh: 复核, en: review } }',
      ) +
        step(
          'pay',
          `when: { ${LIMIT} }, decidedBy: apply, ends: approved, via: national.p, evidence: [{ document: slip, label: { zh: 凭证, en: slip } }]`,
        ),
      DATA,
    );
    expect(steps[0]).toMatchObject({
      id: 'apply',
      roles: ['director'],
      optional: false,
      risk: { level: 'high' },
    });
    expect(steps[1]).toMatchObject({
      id: 'pay',
      roles: [],
      when: { kind: 'compare' },
      decidedBy: 'apply',
      ends: 'approved',
      via: 'national.p',
      evidence: [{ document: 'slip', label: { zh: '凭证', en: 'slip' } }],
      basis: [],
    });
  });

  it('takes its weight from the procedure where it says none, and points to its keys', () => {
    const own =
      'severity: critical, nature: violation, basis: [{ instrument: LAW, article: "7", confidence: verified }], remedy: { zh: 改, en: mend }';
    const { constraints, basis } = bound(ONE + step('pay', `after: apply, ${own}`));
    expect(constraints.map(({ id, severity, nature }) => [id, severity, nature])).toEqual([
      ['apply.required', 'minor', 'suspicion'],
      ['pay.required', 'critical', 'violation'],
      ['pay.after', 'critical', 'violation'],
    ]);
    expect(constraints[0]?.basis).toBe(basis);
    expect(constraints[2]?.basis[0]?.article).toBe('7');
    expect(constraints[2]?.remedy?.en).toBe('mend');
    const { source, start: from, end: until } = constraints[2]!.span;
    expect(source.text.slice(from, until)).toBe('after');
  });
});

describe('the whole of a procedure', () => {
  test.each<{ what: string; more: string; id: string; rule: unknown }>([
    {
      what: 'a deadline over several steps',
      more: 'deadlines: [{ id: whole, from: apply.start, to: pay, within: 30 days, pausedBy: talk, yellow: 1/2 }]',
      id: 'whole',
      rule: {
        kind: 'deadline',
        from: start('apply'),
        to: end('pay'),
        within: { kind: 'length', length: '30 days' },
        counting: COUNTING,
        pausedBy: 'talk',
        yellow: new Fraction(1n, 2n),
      },
    },
    {
      what: 'a limit at every event',
      more: `limit: { ${LIMIT} }`,
      id: 'limit',
      rule: { kind: 'limit', condition: 'a condition' },
    },
    {
      what: 'a template over one step',
      more: 'constraints: [{ id: thrice, template: exactly, activation: talk, count: 3 }]',
      id: 'thrice',
      rule: { kind: 'template', template: { kind: 'exactly', of: { step: 'talk' }, count: 3 } },
    },
    {
      what: 'a template over two with data and time',
      more: `constraints: [{ id: answer, template: chainResponse, activation: { step: apply, when: { ${LIMIT} } }, target: pay, correlation: { fact: amount, operator: lessThanInclusive, value: { fact: activation.amount } }, time: { least: 1 days, most: { parameter: wait } } }]`,
      id: 'answer',
      rule: {
        kind: 'template',
        template: {
          kind: 'chainResponse',
          activation: { step: 'apply', when: 'a condition' },
          target: { step: 'pay' },
          correlation: 'a condition',
          time: { least: '1 days', most: { parameter: 'wait' } },
        },
      },
    },
  ])('lowers $what', ({ more, id, rule }) => {
    const steps = ONE + step('talk') + step('pay');
    expect(lowered(steps, `${DATA}\n${more}`)).toEqual({ [id]: rule });
  });

  it('compares with the case at the activation under the first alias', () => {
    const { constraints } = bound(
      ONE + step('pay'),
      `${DATA}\nconstraints: [{ id: same, template: response, activation: apply, target: pay, correlation: { fact: party, operator: equal, value: { fact: activation.party } } }]`,
    );
    const rule = constraints.at(-1)?.rule;
    expect(rule).toMatchObject({
      template: {
        correlation: {
          left: { path: { root: { kind: 'record' } } },
          right: { path: { root: { kind: 'alias', name: 'activation', slot: 0 } } },
        },
      },
    });
  });

  it('makes its cases a kind of record, which later revisions may add to', () => {
    const later = procedure(
      ONE,
      'revision: 2\neffective: { from: 2025-01-01 }\ndata: { note: { type: text, label: { zh: 说明, en: note } } }',
    );
    const first = procedure(ONE, `effective: { until: 2025-01-01 }\n${DATA}`);
    const { records, procedures } = libraryOf(pack('national', BASE + first + later));
    expect(records.get('national.p')?.fields.names()).toEqual([
      'openedOn',
      'amount',
      'method',
      'party',
      'note',
    ]);
    expect(procedures.get('national.p')?.map(({ revision }) => revision)).toEqual([1, 2]);
  });
});
