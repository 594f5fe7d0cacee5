import { CATALOG, type Diagnostic, renderDiagnostic, type RecordType } from '@qingdan/core';
import { readDataset, readRecords } from '@qingdan/input';
import { bindPacks, readPack } from '@qingdan/language';
import { Packs, runTests } from '@qingdan/sdk';
import { describe, expect, it } from 'vitest';

/** Two or more words of English in a row, outside what is quoted or is a path. */
function englishIn(text: string): readonly string[] {
  const own = text
    .replace(/`[^`]*`/g, '`')
    .replace(/“[^”]*”/g, '“')
    .replace(/"[^"]*"/g, '"')
    .replace(/\{[^{}]*\}/g, '{')
    .replace(/\S*[/.]\S*/g, '/');
  return own.match(/[a-z]{2,}(?: +[a-z]{2,})+/gi) ?? [];
}

const faults = Object.entries(CATALOG);

describe('a message in Chinese', () => {
  it.each(faults)('has no English of its own: %s', (_, { message, help }) => {
    expect([...englishIn(message.zh), ...englishIn(help.zh)]).toEqual([]);
  });

  it('has some where a parameter is in English, which is how the others are found', () => {
    expect(englishIn('此处应为a plain type，实为整数')).toEqual(['plain type']);
    expect(englishIn('此处应为 `a plain type`，见 docs/a b.md')).toEqual([]);
  });
});

const L = 'label: { zh: 名, en: name }';
const T = 'title: { zh: 名, en: name }';
const POLICY = `
kind: Record
id: payment
${L}
governingDate: paidOn
fields:
  amount: { type: money, min: 0, ${L} }
  paidOn: { type: date, ${L} }
  method: { type: enum, values: { cash: { zh: 现金, en: cash } }, ${L} }
  steps: { type: list, ${L}, fields: { on: { type: date, ${L} } } }
---
kind: Prohibition
id: p.x
${T}
appliesTo: payment
violatedWhen: { fact: amount, operator: greaterThan, value: 5 }
`;

const kinds: ReadonlyMap<string, RecordType> = packOf(POLICY).packs.records;

function packOf(text: string): { packs: Packs; diagnostics: readonly Diagnostic[] } {
  const read = readPack([
    {
      file: 'p/qingdan.yaml',
      text: `name: p\nversion: 1.0.0\n${T}\njurisdiction: CN\n`,
    },
    { file: 'p/a.yaml', text },
  ]);
  const bound = bindPacks([read.value]);
  const packs = new Packs(bound.value);
  return { packs, diagnostics: [...read.diagnostics, ...bound.diagnostics, ...packs.check()] };
}

function messagesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  expect(diagnostics).not.toEqual([]);
  return diagnostics.flatMap((item) => {
    const { message, help } = renderDiagnostic(item, 'zh');
    expect(`${message}${help}`).not.toMatch(/\{\w+\}/);
    return [message, help];
  });
}

describe('a policy that is wrong is told so in Chinese alone', () => {
  const changed = (from: string, to: string): string => POLICY.replace(from, to);
  it.each<[string, string]>([
    ['a bracket without end', changed('fields:', 'fields: [')],
    ['a quote without end', changed('paidOn\n', '"paidOn\n')],
    ['tabs', changed('  amount', '\tamount')],
    ['two colons', changed('appliesTo: payment', 'appliesTo: a: b')],
    ['a full-width colon', changed('appliesTo: payment', 'appliesTo：payment')],
    ['a reserved mark', changed('appliesTo: payment', 'appliesTo: @payment')],
    ['an anchor that is not there', changed('appliesTo: payment', 'appliesTo: *x')],
    ['a tag', changed('appliesTo: payment', 'appliesTo: !x payment')],
    ['a directive', `%YAML 1.1\n---\n${POLICY}`],
    ['a merge key', changed('appliesTo: payment', '<<: { a: 1 }')],
    ['a list for a key', changed('appliesTo: payment', '[a]: b')],
    ['a key twice', changed('id: p.x', 'id: p.x\nid: p.y')],
    ['a misspelt key', changed('appliesTo', 'apliesTo')],
    ['a misspelt kind', changed('kind: Prohibition', 'kind: Prohibitoin')],
    ['no kind', changed('kind: Prohibition\n', '')],
    ['a scalar for a mapping', changed(T, 'title: x')],
    ['a mapping for a scalar', changed('id: p.x', 'id: { a: b }')],
    ['a list for a scalar', changed('id: p.x', 'id: [a]')],
    ['a number for a text', changed('id: p.x', 'id: 5')],
    ['a truth value for a text', changed('id: p.x', 'id: true')],
    ['nothing for a text', changed('id: p.x', 'id:')],
    ['an empty document', `${POLICY}---\n`],
    ['another record', changed('appliesTo: payment', 'appliesTo: paymnt')],
    ['another fact', changed('fact: amount', 'fact: amuont')],
    ['a path through a list', changed('fact: amount', 'fact: steps.on')],
    ['a literal that is none', changed('value: 5', 'value: x')],
    ['a literal below the least', changed('value: 5', 'value: -5')],
    ['types that do not compare', changed('value: 5', 'value: { fact: paidOn }')],
    ['a type that is none', changed('type: money', 'type: mony')],
    ['an enum without values', changed('values: { cash: { zh: 现金, en: cash } }', 'values: {}')],
    ['a governing date that is none', changed('governingDate: paidOn', 'governingDate: amount')],
    ['a subject that is none', changed('id: p.x', 'id: p.x\nsubjects: [town]')],
    ['an id without its pack', changed('id: p.x', 'id: x')],
    ['an empty group', changed('{ fact: amount, operator: greaterThan, value: 5 }', '{ all: [] }')],
    [
      'a window that is none',
      changed(
        '{ fact: amount, operator: greaterThan, value: 5 }',
        '{ some: { in: payment, as: o, within: 3 dayz } }',
      ),
    ],
    ['no whole record', changed('fact: amount', 'fact: record')],
  ])('%s', (_, text) => {
    expect(messagesOf(packOf(text).diagnostics).flatMap(englishIn)).toEqual([]);
  });
});

describe('input that is wrong is told so in Chinese alone', () => {
  const record = (more: string): string => `{"kind":"payment","id":"E1",${more}}`;
  it.each<[string, string, string]>([
    ['JSON cut short', 'a.json', '{"a":'],
    ['a key without quotes', 'a.json', '{a: 1}'],
    ['a comma too many', 'a.json', '{"a": 1,}'],
    ['no comma', 'a.json', '{"a": 1 "b": 2}'],
    ['a comment', 'a.json', '{"a": 1} // b'],
    ['an escape that is none', 'a.json', '{"a": "\\q"}'],
    ['full-width marks', 'a.json', '{“a”：1}'],
    ['a list for a record', 'a.json', '[[1]]'],
    ['a text for a record', 'a.json', '"x"'],
    ['no kind', 'a.json', '{"id":"E1"}'],
    ['an unknown kind', 'a.json', '{"kind":"paymnt","id":"E1"}'],
    ['an id that is a number', 'a.json', '{"kind":"payment","id":1}'],
    ['an unknown field', 'a.json', record('"amuont":1')],
    ['a wrong type', 'a.json', record('"amount":"x"')],
    ['an object for an amount', 'a.json', record('"amount":{}')],
    ['a list for a date', 'a.json', record('"paidOn":[]')],
    ['too small an amount', 'a.json', record('"amount":-1')],
    ['too large an amount', 'a.json', record('"amount":1e14')],
    ['another word of an enum', 'a.json', record('"method":"barter"')],
    ['none and a value', 'a.json', record('"amount":1,"none":["amount"]')],
    ['none of a wrong type', 'a.json', record('"none":"amount"')],
    ['YAML that is none', 'a.yaml', 'a: [\n'],
    ['a YAML alias', 'a.yaml', '- &a { kind: payment, id: E1 }\n- *a\n'],
    ['an unknown format', 'a.xyz', ''],
  ])('%s', (_, file, text) => {
    const bytes = new TextEncoder().encode(text);
    const { diagnostics } = readRecords({ file, bytes }, kinds);
    expect(messagesOf(diagnostics).flatMap(englishIn)).toEqual([]);
  });

  it.each<[string, string]>([
    ['files that are no list', 'files: a.jsonl'],
    ['a file that is no mapping', 'files: [[1]]'],
    ['a path outside', 'files: [../a.jsonl]'],
    ['a key that is not known', 'files: []\nbook: []'],
    ['a day that is none', 'books: [{ kind: payment, from: 5 }]'],
    ['a number for a kind', 'books: [{ kind: 5 }]'],
    ['two documents', 'files: []\n---\nfiles: []'],
  ])('a dataset with %s', (_, text) => {
    const { diagnostics } = readDataset(text, 'dataset.yaml', kinds);
    expect(messagesOf(diagnostics).flatMap(englishIn)).toEqual([]);
  });
});

describe('a test that fails is told so in Chinese alone', () => {
  const { packs } = packOf(POLICY);
  it.each<[string, string]>([
    ['misspelt `tests`', 'record: payment\ntset: []\n'],
    ['no `tests`', 'record: payment\n'],
    ['an unknown key', 'record: payment\ntests: [{ name: a, givn: {} }]\n'],
    ['no mapping', 'record: payment\ntests: [1]\n'],
    [
      'a misspelt fact',
      'record: payment\ntests: [{ name: a, given: { id: E, amuont: 1 }, expect: { satisfied: [p.x] } }]\n',
    ],
    [
      'another verdict',
      'record: payment\ntests: [{ name: a, given: { id: E, amount: 1, paidOn: 2026-01-01 }, expect: { violated: [p.x] } }]\n',
    ],
    [
      'another item',
      'record: payment\ntests: [{ name: a, given: { id: E, amount: 1, paidOn: 2026-01-01 }, expect: { satisfied: [p.y] } }]\n',
    ],
    ['YAML that is none', 'tests: ['],
  ])('%s', (_, text) => {
    const { tests, diagnostics } = runTests(packs, [{ file: 'a.test.yaml', text }]);
    const failures = tests.flatMap((test) => test.failures.map(({ zh }) => zh));
    expect([...diagnostics, ...failures]).not.toEqual([]);
    const said = diagnostics.length === 0 ? [] : messagesOf(diagnostics);
    expect([...said, ...failures].flatMap(englishIn)).toEqual([]);
  });
});
