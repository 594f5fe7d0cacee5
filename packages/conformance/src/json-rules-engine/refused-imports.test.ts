import { renderDiagnostic } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { importTrial } from './both-ways.js';

const rule = (conditions: unknown, more: object = {}) => ({
  name: 'r',
  conditions,
  event: { type: 'e' },
  ...more,
});
const leaf = (fact: string, operator: string, value: unknown, more: object = {}) =>
  rule({ all: [{ fact, operator, value, ...more }] });

function messagesOf(rules: unknown): string[] {
  return importTrial(rules).diagnostics.map((item) => renderDiagnostic(item, 'en').message);
}

describe('a rule is refused by name', () => {
  it.each<[string, object, string]>([
    [
      'a path into every element',
      leaf('detail', 'equal', 1, { path: '$..price' }),
      'the path `$..price` is no plain one',
    ],
    ['a path with a wildcard', leaf('detail', 'equal', 1, { path: '$.*' }), 'the path `$.*`'],
    ['a path with an index', leaf('tags', 'equal', 'a', { path: '$[0]' }), 'the path `$[0]`'],
    [
      'a path with a filter',
      leaf('tags', 'equal', 'a', { path: '$[?(@.a)]' }),
      'the path `$[?(@.a)]`',
    ],
    ['a path without root', leaf('detail', 'equal', 'a', { path: 'place' }), 'the path `place`'],
    [
      'fact params',
      leaf('amount', 'equal', 1, { params: { unit: 'yuan' } }),
      'the fact `amount` takes params',
    ],
    [
      'fact params on the right',
      leaf('amount', 'equal', { fact: 'limit', params: { a: 1 } }),
      'the fact `limit` takes params',
    ],
    ['an unknown operator', leaf('note', 'startsWith', 'a'), 'there is no operator `startsWith`'],
    [
      'an unknown operator behind a decorator',
      leaf('note', 'not:matches', 'a'),
      'there is no operator `matches`',
    ],
    ['an unknown decorator', leaf('note', 'lower:equal', 'a'), 'there is no decorator `lower`'],
    ['an unknown condition', rule({ condition: 'large' }), 'there is no condition `large`'],
    ['an empty any', rule({ any: [] }), 'an empty `any`'],
    ['an empty all inside', rule({ any: [{ all: [] }] }), 'an empty `all`'],
    ['`in` on a text', leaf('note', 'in', 'cash,bank'), '`in` on a text'],
    ['`in` with one value', leaf('count', 'in', 5), '`in` needs a list'],
    ['`contains` on a text', leaf('note', 'contains', 'a'), '`contains` on a text'],
    ['`contains` on a number', leaf('amount', 'contains', 1), '`contains` needs a list'],
    ['a list compared as a whole', leaf('tags', 'equal', 'a'), 'a list or a group of fields'],
    [
      'texts in order',
      leaf('note', 'lessThan', 'b'),
      '`lessThan` orders nothing but numbers and dates',
    ],
    ['a number as a text', leaf('amount', 'equal', '1000'), 'the text `1000` beside a number'],
    ['a text beside a truth', leaf('flag', 'equal', 'true'), '`true` does not compare'],
    ['an option that there is not', leaf('method', 'equal', 'cheque'), '`cheque` does not compare'],
    ['null', leaf('note', 'equal', null), '`null` does not compare'],
    ['a month', leaf('day', 'lessThan', '2026-01'), '`2026-01` is no whole date'],
    ['a time beside a date', leaf('day', 'lessThan', '2026-01-01T00:00:00Z'), 'is no whole date'],
    [
      'facts of different types',
      leaf('amount', 'equal', { fact: 'note' }),
      'the two sides of `equal`',
    ],
    [
      'money beside a number',
      leaf('amount', 'lessThan', { fact: 'rate' }),
      'the two sides of `lessThan`',
    ],
    ['someFact on what is no list', leaf('note', 'someFact:equal', 'a'), '`someFact` needs a list'],
    [
      'someValue of what is no list',
      leaf('note', 'someValue:equal', 'a'),
      '`someValue` needs a list',
    ],
    [
      'everyValue of nothing',
      leaf('note', 'everyValue:equal', []),
      'the list of values of `everyValue` is empty',
    ],
    ['what is no condition', rule({ all: [{ fact: 'note' }] }), 'is no condition'],
    ['any that is no list', rule({ any: { fact: 'note' } }), '`any` is no condition'],
  ])('%s', (_, rules, reason) => {
    const messages = messagesOf(rules);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('the rule `r` cannot be imported: ');
    expect(messages[0]).toContain(reason);
  });

  it('a fact that the record does not have, such as one that a program adds at run time', () => {
    expect(messagesOf(leaf('amuont', 'equal', 1))).toEqual([
      'the rule `r` reads the fact `amuont`, and records of kind `trial` have no such field → `amount`?',
    ]);
    expect(messagesOf(leaf('detail', 'equal', 1, { path: '$.colour' }))[0]).toContain(
      'reads the fact `detail.colour`',
    );
    expect(messagesOf(leaf('payee', 'equal', 'a', { path: '$.name' }))[0]).toContain(
      'reads the fact `payee.name`',
    );
  });

  it('named conditions that name each other', () => {
    const conditions = { a: { all: [{ condition: 'b' }] }, b: { not: { condition: 'a' } } };
    expect(messagesOf({ rules: [rule({ condition: 'a' })], conditions })).toEqual([
      'the rule `r` cannot be imported: the condition `a` names itself',
    ]);
  });

  it('nesting that could exhaust the stack', () => {
    let deep: unknown = { fact: 'amount', operator: 'equal', value: 1 };
    for (let n = 0; n < 200; n += 1) deep = { not: deep };
    expect(messagesOf(rule({ not: deep }))[0]).toContain('nest too deep');
  });

  it('while the others stand', () => {
    const { policy, diagnostics } = importTrial([
      leaf('note', 'matches', 'a'),
      { ...leaf('amount', 'greaterThan', 5), name: 'good' },
    ]);
    expect(diagnostics).toHaveLength(1);
    expect(policy?.items.flat().map(({ id }) => id)).toEqual(['mine.good']);
  });
});

describe('what is no rule is named', () => {
  it.each<[unknown, string]>([
    [{ event: { type: 'e' }, name: 'r' }, 'the rule r has no conditions'],
    [{ conditions: { all: [] } }, 'the rule 1 has no event.type'],
    [[5], 'a rule has to be an object'],
    [[], 'no rules'],
    [{ rules: [], conditions: { a: 5 } }, 'the condition a has to be an object'],
  ])('%j', (rules, reason) => {
    expect(messagesOf(rules).join('\n')).toContain(`no rules of json-rules-engine: ${reason}`);
  });
});

describe('what changes nothing about when a rule fires is left out with a note', () => {
  it.each([
    ['priority', { priority: 10 }],
    ['onSuccess', { onSuccess: 'notify' }],
    ['onFailure', { onFailure: 'notify' }],
  ])('%s', (key, more) => {
    const { policy, diagnostics } = importTrial({ ...leaf('amount', 'equal', 1), ...more });
    expect(diagnostics.map((item) => [item.name, item.params.key])).toEqual([
      ['dropped-on-import', key],
    ]);
    expect(policy?.items).toHaveLength(1);
  });
});
