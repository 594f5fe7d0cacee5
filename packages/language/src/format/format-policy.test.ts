import { describe, expect, test } from 'vitest';
import { formatPolicy } from './format-policy.js';

describe('the formatter', () => {
  test.each([
    {
      what: 'puts keys in the order of the guide',
      before: `id: a.b\ntitle: { en: e, zh: z }\nkind: Body\n`,
      after: `kind: Body\nid: a.b\ntitle: { zh: z, en: e }\n`,
    },
    {
      what: 'keeps the steps of a procedure as told, and orders their keys',
      before: `steps:\n  pay: { after: [ask], title: t, within: { of: ask, within: { parameter: p } } }\n  ask: { risk: { level: low, point: p }, by: r }\ndata:\n  b: { label: l, type: text }\nkind: Procedure\n`,
      after: `kind: Procedure\ndata:\n  b: { type: text, label: l }\nsteps:\n  pay: { title: t, after: [ask], within: { within: { parameter: p }, of: ask } }\n  ask: { by: r, risk: { point: p, level: low } }\n`,
    },
    {
      what: 'moves comments with their keys',
      before: `# the file\n---\n# the document\nid: a # its id\n# what it is\nkind: Body\n`,
      after: `# the file\n---\n# the document\n# what it is\nkind: Body\nid: a # its id\n`,
    },
    {
      what: 'writes one space inside braces and none inside brackets',
      before: `kind: Role\na: {x: [ 1,2 ]}\n`,
      after: `kind: Role\na: { x: [1, 2] }\n`,
    },
    {
      what: 'keeps quotes, and numbers as they are written',
      before: `kind: Role\na: "35"\nb: 1e3\nc: 0.10\nd: 12345678901234567890\ne: 'x'\n`,
      after: `kind: Role\na: "35"\nb: 1e3\nc: 0.10\nd: 12345678901234567890\ne: 'x'\n`,
    },
    {
      what: 'makes a block of a mapping that is too long for a line',
      before: `kind: Role\ntitle: { zh: ${'长'.repeat(60)}, en: ${'l'.repeat(60)} }\n`,
      after: `kind: Role\ntitle:\n  zh: ${'长'.repeat(60)}\n  en: ${'l'.repeat(60)}\n`,
    },
    {
      what: 'fills lines with a list that is too long for one',
      before: `kind: Role\nin: [${Array(30).fill('abcdefgh').join(', ')}]\n`,
      after: `kind: Role\nin:\n  [${Array(11).fill('abcdefgh').join(', ')},\n   ${Array(11).fill('abcdefgh').join(', ')},\n   ${Array(8).fill('abcdefgh').join(', ')}]\n`,
    },
    {
      what: 'fills lines with the records of a test, which are data and no clauses',
      before: `tests:\n  - records:\n      - { id: ${'a'.repeat(60)}, payee: { id: ${'b'.repeat(50)} }, on: 2026-01-01 }\n`,
      after: `tests:\n  - records:\n      - { id: ${'a'.repeat(60)},\n          payee: { id: ${'b'.repeat(50)} }, on: 2026-01-01 }\n`,
    },
    {
      what: 'joins a short list that was spread over lines',
      before: `kind: Role\nin: [\n  a,\n  b\n]\n`,
      after: `kind: Role\nin: [a, b]\n`,
    },
    {
      what: 'orders clauses, sources and values',
      before: [
        'kind: Prohibition',
        'violatedWhen:',
        '  any:',
        '    - { value: 3, operator: equal, fact: a, id: one }',
        '    - some: { where: { not: { fact: b, operator: present } }, as: x, in: list }',
        '',
      ].join('\n'),
      after: [
        'kind: Prohibition',
        'violatedWhen:',
        '  any:',
        '    - { id: one, fact: a, operator: equal, value: 3 }',
        '    - some: { in: list, as: x, where: { not: { fact: b, operator: present } } }',
        '',
      ].join('\n'),
    },
    {
      what: 'leaves names of the author in their order',
      before: `kind: Record\nfields:\n  zeta: { label: l, type: money }\n  any: { type: text }\n`,
      after: `kind: Record\nfields:\n  zeta: { type: money, label: l }\n  any: { type: text }\n`,
    },
    {
      what: 'leaves the inputs of a table in their order',
      before: `kind: Table\nrows:\n  - { then: { a: 1 }, when: { role: x, body: y } }\n`,
      after: `kind: Table\nrows:\n  - { when: { role: x, body: y }, then: { a: 1 } }\n`,
    },
    {
      what: 'leaves the records of a test as they are',
      before: `record: expenditure\ntests:\n  - given: { value: 1, id: E-1 }\n    name: n\n`,
      after: `record: expenditure\ntests:\n  - name: n\n    given: { value: 1, id: E-1 }\n`,
    },
    {
      what: 'keeps blank lines, but none before the first key',
      before: `\nid: a\n\nkind: Body\n\ntitle: t\n`,
      after: `kind: Body\nid: a\n\ntitle: t\n`,
    },
    {
      what: 'leaves the order alone where an alias must follow its anchor',
      before: `id: &x a\nkind: Body\ntitle: *x\n`,
      after: `id: &x a\nkind: Body\ntitle: *x\n`,
    },
    {
      what: 'writes line ends of one kind',
      before: `kind: Body\r\nid: a\r\n`,
      after: `kind: Body\nid: a\n`,
    },
  ])('$what', ({ before, after }) => {
    expect(formatPolicy(before)).toEqual({ value: after, diagnostics: [] });
    expect(formatPolicy(after).value).toBe(after);
  });

  test.each([
    { what: 'broken YAML', text: 'a: [', name: 'yaml-syntax' },
    { what: 'a repeated key', text: 'a: 1\na: 2\n', name: 'duplicate-key' },
    { what: 'an unknown tag', text: 'a: !x 1\n', name: 'yaml-feature' },
  ])('returns $what as it is, with what is wrong', ({ text, name }) => {
    const { value, diagnostics } = formatPolicy(text);
    expect(value).toBe(text);
    expect(diagnostics.map((item) => item.name)).toContain(name);
  });

  test('begins a file with its modeline, once', () => {
    const { value } = formatPolicy('kind: Body\nid: a\n', 'policies/village/bodies.yaml');
    expect(value).toBe(
      '# yaml-language-server: $schema=../../schemas/policy.schema.json\nkind: Body\nid: a\n',
    );
    expect(formatPolicy(value, 'policies/village/bodies.yaml').value).toBe(value);
    expect(formatPolicy(value, 'policies/village/more/bodies.yaml').value).toContain('=../../../s');
  });
});
