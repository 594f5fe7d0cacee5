import { renderDiagnostic } from '@qingdan/core';
import { importRules } from '@qingdan/engine/json-rules-engine';
import { describe, expect, it } from 'vitest';

type Leaf = readonly [fact: string, operator: string, value: unknown, path?: string];

/** The fields of the record that rules of one leaf each would make, or why there is none. */
function fieldsOf(...leaves: readonly Leaf[]): unknown {
  const rules = leaves.map(([fact, operator, value, path], index) => ({
    name: `r${String(index)}`,
    conditions: { all: [{ fact, operator, value, ...(path === undefined ? {} : { path }) }] },
    event: { type: 'e' },
  }));
  const { value, diagnostics } = importRules(JSON.stringify(rules), { file: 'f', pack: 'p' });
  if (diagnostics.length > 0)
    return diagnostics.map((item) => renderDiagnostic(item, 'en').message).join('\n');
  const record = value.records[0] as { fields: Record<string, object> };
  return JSON.parse(
    JSON.stringify(record.fields, (key, each: unknown) => (key === 'label' ? undefined : each)),
  );
}

describe('the fields of a new record', () => {
  it.each<[string, readonly Leaf[], object]>([
    ['a number', [['a', 'lessThan', 5]], { a: { type: 'number' } }],
    ['a truth', [['a', 'equal', true]], { a: { type: 'boolean' } }],
    ['a text', [['a', 'in', ['x', 'y']]], { a: { type: 'text' } }],
    ['a date', [['a', 'greaterThan', '2026-01-01']], { a: { type: 'date' } }],
    [
      'a text that may look like a date',
      [
        ['a', 'equal', '2026-01-01'],
        ['a', 'equal', 'never'],
      ],
      { a: { type: 'text' } },
    ],
    ['a list', [['a', 'contains', 5]], { a: { type: 'list', items: { type: 'number' } } }],
    [
      'a list by a decorator',
      [['a', 'not:someFact:equal', 'x']],
      { a: { type: 'list', items: { type: 'text' } } },
    ],
    [
      'a list of lists',
      [['a', 'everyFact:someFact:lessThan', 5]],
      { a: { type: 'list', items: { type: 'list', items: { type: 'number' } } } },
    ],
    [
      'a field inside another',
      [
        ['a', 'equal', 5, '$.b.c'],
        ['a', 'contains', 'x', '$.d'],
      ],
      {
        a: {
          type: 'struct',
          fields: {
            b: { type: 'struct', fields: { c: { type: 'number' } } },
            d: { type: 'list', items: { type: 'text' } },
          },
        },
      },
    ],
    [
      'what it stands beside',
      [
        ['a', 'equal', { fact: 'b' }],
        ['b', 'equal', { fact: 'c' }],
        ['c', 'equal', '2026-01-01'],
        ['d', 'contains', { fact: 'a' }],
      ],
      {
        a: { type: 'date' },
        b: { type: 'date' },
        c: { type: 'date' },
        d: { type: 'list', items: { type: 'date' } },
      },
    ],
    [
      'numbers, where it is only ordered',
      [['a', 'lessThan', { fact: 'b' }]],
      { a: { type: 'number' }, b: { type: 'number' } },
    ],
    ['exchanged sides', [['a', 'swap:contains', [5]]], { a: { type: 'number' } }],
    ['values of a list', [['a', 'someValue:equal', ['x']]], { a: { type: 'text' } }],
  ])('know %s', (_, leaves, fields) => {
    expect(fieldsOf(...leaves)).toEqual(fields);
  });

  it.each<[readonly Leaf[], string]>([
    [
      [
        ['a', 'equal', 5],
        ['a', 'equal', 'x'],
      ],
      'the rule `r1` cannot be imported: the fact `a` is of one type here and of another there',
    ],
    [
      [
        ['a', 'equal', 5],
        ['a', 'equal', 5, '$.b'],
      ],
      'the rule `r1` cannot be imported: the fact `a.b` is of one type',
    ],
    [[['a b', 'equal', 5]], 'the fact `a b` cannot be the name of a field'],
    [[['none', 'equal', 5]], 'the fact `none` cannot be the name of a field'],
    [[['a', 'like', 5]], 'there is no operator `like`'],
    [[['a', 'upper:equal', 5]], 'there is no decorator `upper`'],
  ])('are refused for %j', (leaves, reason) => {
    expect(fieldsOf(...leaves)).toContain(reason);
  });
});
