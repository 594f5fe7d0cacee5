import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, said } from '../testing/library-of.js';
import { checkTables } from './tables.js';

function found(inputs: string, rows: readonly string[]): string[] {
  const text = `
---
kind: Table
id: t
label: { zh: 表, en: table }
inputs: { ${inputs} }
outputs: { ok: { type: boolean } }
rows:
${rows.map((when) => `  - { when: { ${when} }, then: { ok: true } }`).join('\n')}
`;
  return said(checkTables(libraryOf(pack('national', BASE + text))), 'witness');
}

const METHOD = 'm: { type: enum, values: expenditure.method }';

describe('the rows of a table', () => {
  test.each([
    { what: 'cover an enum', inputs: METHOD, rows: ['m: [cash, bank]', 'm: card'], out: [] },
    {
      what: 'leave a gap in an enum',
      inputs: METHOD,
      rows: ['m: [cash, bank]'],
      out: ['table-gap m = card'],
    },
    {
      what: 'overlap in an enum',
      inputs: METHOD,
      rows: ['m: [cash, bank]', 'm: [bank, card]'],
      out: ['table-overlap m = bank'],
    },
    {
      what: 'cover two booleans',
      inputs: 'a: { type: boolean }, b: { type: boolean }',
      rows: ['a: true', 'a: false, b: true', 'a: false, b: false'],
      out: [],
    },
    {
      what: 'leave a corner',
      inputs: 'a: { type: boolean }, b: { type: boolean }',
      rows: ['a: true', 'b: true'],
      out: ['table-gap a = false, b = false', 'table-overlap a = true, b = true'],
    },
    {
      what: 'cover all bodies',
      inputs: 'x: { type: body }',
      rows: ['x: committee', 'x: assembly'],
      out: [],
    },
    {
      what: 'forget a body',
      inputs: 'x: { type: body }',
      rows: ['x: committee'],
      out: ['table-gap x = assembly'],
    },
    { what: 'cover all roles', inputs: 'x: { type: role }', rows: ['x: director'], out: [] },
    {
      what: 'meet at a bound',
      inputs: 'x: { type: money }',
      rows: ['x: { upTo: 100 }', 'x: { above: 100 }'],
      out: [],
    },
    {
      what: 'both hold a bound',
      inputs: 'x: { type: money }',
      rows: ['x: { upTo: 100 }', 'x: { from: 100 }'],
      out: ['table-overlap x = 100'],
    },
    {
      what: 'both miss a bound',
      inputs: 'x: { type: money }',
      rows: ['x: { below: 100 }', 'x: { above: 100 }'],
      out: ['table-gap x = 100'],
    },
    {
      what: 'leave the line between two fen',
      inputs: 'x: { type: money }',
      rows: ['x: { upTo: 1.00 }', 'x: { from: 1.01 }'],
      out: [],
    },
    {
      what: 'leave a part of the line',
      inputs: 'x: { type: number }',
      rows: ['x: { upTo: 1 }', 'x: { from: 2 }'],
      out: ['table-gap x = 1.5'],
    },
    {
      what: 'need not go below the least value',
      inputs: 'x: { type: integer, min: 0 }',
      rows: ['x: 0', 'x: { from: 1 }'],
      out: [],
    },
    {
      what: 'cover all dates',
      inputs: 'x: { type: date }',
      rows: ['x: { below: 2026-01-01 }', 'x: { from: 2026-01-01 }'],
      out: [],
    },
    {
      what: 'leave other texts',
      inputs: 'x: { type: text }',
      rows: ['x: a', 'x: b'],
      out: ['table-gap x = …'],
    },
    { what: 'say nothing of an input', inputs: METHOD, rows: [''], out: [] },
  ])('$what', ({ inputs, rows, out }) => {
    expect(found(inputs, rows)).toEqual(out);
  });

  test('are judged exactly in a table of many inputs', () => {
    const names = Array.from({ length: 20 }, (_, index) => `x${String(index)}`);
    const inputs = names.map((name) => `${name}: { type: boolean }`).join(', ');
    const rows = names.map((name, index) =>
      [...names.slice(0, index).map((earlier) => `${earlier}: false`), `${name}: true`].join(', '),
    );
    expect(found(inputs, rows)).toEqual([
      `table-gap ${names.map((name) => `${name} = false`).join(', ')}`,
    ]);
    expect(found(inputs, [...rows, names.map((name) => `${name}: false`).join(', ')])).toEqual([]);
  });
});
