import {
  type Diagnostic,
  type Field,
  type RecordType,
  renderDiagnostic,
  StructType,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readRecords } from './read-records.js';

const field = (name: string, type: Field['type']): Field => ({
  name,
  type,
  label: { zh: name, en: name },
  privacy: 'public',
});

const expenditure: RecordType = {
  id: 'expenditure',
  label: { zh: '支出', en: 'expenditure' },
  fields: new StructType([
    field('amount', { kind: 'money' }),
    field('paidOn', { kind: 'date' }),
    field('approver', { kind: 'person', to: 'person' }),
    field('approvals', {
      kind: 'list',
      items: { kind: 'struct', struct: new StructType([field('on', { kind: 'date' })]) },
    }),
  ]),
  register: false,
  shared: false,
};
const kinds = new Map([['expenditure', expenditure]]);

const read = (file: string, content: string | Uint8Array, kind?: string) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { records, diagnostics } = readRecords(
    { file, bytes },
    kinds,
    kind === undefined ? {} : { kind },
  );
  return {
    records: records.map(({ id, origin }) => `${id}@${origin?.line ?? 0}`),
    faults: diagnostics.map(placed),
    values: records.map(({ fields }) => fields.values),
  };
};

function placed(item: Diagnostic): string {
  const { code, range } = renderDiagnostic(item, 'en');
  return `${range?.start.line ?? 0}:${range?.start.column ?? 0} ${code}`;
}

/** The kinds of which a record was lost; `?` where there is no telling. */
const lostOf = (file: string, content: string, kind?: string) =>
  [
    ...readRecords(
      { file, bytes: new TextEncoder().encode(content) },
      kinds,
      kind === undefined ? {} : { kind },
    ).lost,
  ].map((each) => each ?? '?');

const E1 = '{"kind":"expenditure","id":"E1"}';
const E2 = '{"kind":"expenditure","id":"E2"}';

const officer: RecordType = { ...expenditure, id: 'officer' };
const person: RecordType = { ...expenditure, id: 'person', shared: true };

it.each([
  ['that does not say its own', '{"kind":"officer","id":"X"}', 'V1'],
  ['that says its own', '{"kind":"officer","id":"X","organisation":"V2"}', 'V2'],
  ['that says that it knows none', '{"kind":"officer","id":"X","organisation":null}', undefined],
  ['of a kind that belongs to none', '{"kind":"person","id":"X"}', undefined],
])('the organisation of a record %s', (_, line, organisation) => {
  const all = new Map([officer, person].map((kind) => [kind.id, kind]));
  const source = { file: 'a.jsonl', bytes: new TextEncoder().encode(line) };
  const { records, diagnostics } = readRecords(source, all, { organisation: 'V1' });
  expect(diagnostics).toEqual([]);
  expect(records[0]?.organisation).toBe(organisation);
});

describe('records are read from', () => {
  it.each([
    ['one JSON object', 'a.json', `\n${E1}`, ['E1@2']],
    ['a JSON list', 'a.json', `[${E1},\n\n${E2}]`, ['E1@1', 'E2@3']],
    ['JSON with `records`', 'a.json', `{"records": [\n${E1},\n${E2}]}`, ['E1@2', 'E2@3']],
    ['lines', 'a.jsonl', `${E1}\n\n${E2}\n`, ['E1@1', 'E2@3']],
    ['lines of Windows', 'a.ndjson', `${E1}\r\n${E2}\r\n`, ['E1@1', 'E2@2']],
    ['a file with a byte order mark', 'a.jsonl', `\ufeff${E1}\n${E2}`, ['E1@1', 'E2@2']],
    ['JSON with a byte order mark', 'a.json', `\ufeff${E1}`, ['E1@1']],
    [
      'YAML documents',
      'a.yaml',
      'kind: expenditure\nid: E1\n---\n{kind: expenditure, id: E2}',
      ['E1@1', 'E2@4'],
    ],
    [
      'a YAML list',
      'a.yml',
      '- kind: expenditure\n  id: E1\n- {kind: expenditure, id: E2}',
      ['E1@1', 'E2@3'],
    ],
    ['YAML with `records`', 'a.yaml', 'records:\n  - {kind: expenditure, id: E1}', ['E1@2']],
    ['an empty file of lines', 'a.jsonl', '', []],
  ])('%s', (_, file, text, records) => {
    expect(read(file, text)).toMatchObject({ records, faults: [] });
  });

  it('a file whose kind the dataset names', () => {
    expect(read('a.json', '{"id":"E1"}', 'expenditure').records).toEqual(['E1@1']);
  });
});

describe('a fault has its place, and the rest is read', () => {
  const line = (fields: string) => `${E1}\n{"kind":"expenditure","id":"E2",${fields}}\n`;
  it.each([
    ['a wrong type', 'a.jsonl', line('"amount":"x"'), ['E1@1', 'E2@2'], ['2:42 QD5102']],
    [
      'a day that does not exist',
      'a.jsonl',
      line('"paidOn":"2026-02-30"'),
      ['E1@1', 'E2@2'],
      ['2:42 QD5102'],
    ],
    [
      'a value in a list',
      'a.jsonl',
      line('"approvals":[{},{"on":1}]'),
      ['E1@1', 'E2@2'],
      ['2:55 QD5102'],
    ],
    [
      'a number beyond all numbers',
      'a.jsonl',
      line('"amount":1e999'),
      ['E1@1', 'E2@2'],
      ['2:42 QD5102'],
    ],
    ['an unknown field', 'a.jsonl', line('"amout":1'), ['E1@1', 'E2@2'], ['2:33 QD5101']],
    [
      'a key called __proto__',
      'a.jsonl',
      line('"__proto__":{"amount":1}'),
      ['E1@1', 'E2@2'],
      ['2:33 QD5101'],
    ],
    [
      'a key that stands twice',
      'a.jsonl',
      line('"amount":1,"amount":2'),
      ['E1@1', 'E2@2'],
      ['2:44 QD1104'],
    ],
    ['an id that stands twice', 'a.jsonl', `${E1}\n${E1}`, ['E1@1'], ['2:28 QD5103']],
    [
      'an id that stands twice in one organisation, and once in another',
      'a.jsonl',
      line('"organisation":"V1"') +
        '{"kind":"expenditure","id":"E2","organisation":"V2"}\n{"kind":"expenditure","id":"E2","organisation":"V1"}',
      ['E1@1', 'E2@2', 'E2@3'],
      ['4:28 QD5103'],
    ],
    ['NaN', 'a.jsonl', line('"amount":NaN'), ['E1@1'], ['2:42 QD5001']],
    ['a line that ends too early', 'a.jsonl', `{"kind":"expe\n${E2}`, ['E2@2'], ['1:9 QD5001']],
    ['a line that is no object', 'a.jsonl', `3\n${E2}`, ['E2@2'], ['1:1 QD5002']],
    ['an unknown kind', 'a.json', '[{"kind":"expnditure","id":"E1"}]', [], ['1:10 QD5003']],
    [
      'a record without an id',
      'a.json',
      `[${E1},\n {"kind":"expenditure"}]`,
      ['E1@1'],
      ['2:2 QD5004'],
    ],
    [
      'a field in JSON',
      'a.json',
      `{"records":[\n{"kind":"expenditure","id":"E1",\n"amount":[]}]}`,
      ['E1@2'],
      ['3:10 QD5102'],
    ],
    [
      'a key beside `records`',
      'a.json',
      `{"records":[${E1}],\n"extra":1}`,
      ['E1@1'],
      ['2:1 QD1202'],
    ],
    ['JSON cut off', 'a.json', `[${E1},`, [], ['1:35 QD5001']],
    ['an empty JSON file', 'a.json', '', [], ['1:1 QD5001']],
    ['an unknown format', 'a.csv', 'id', [], ['1:1 QD5202']],
    [
      'a field in YAML',
      'a.yaml',
      '- kind: expenditure\n  id: E1\n  amount: x',
      ['E1@1'],
      ['3:11 QD5102'],
    ],
    [
      'not a number in YAML',
      'a.yaml',
      'kind: expenditure\nid: E1\namount: .nan',
      ['E1@1'],
      ['3:9 QD5102'],
    ],
    [
      'a YAML key that stands twice',
      'a.yaml',
      'kind: expenditure\nid: E1\namount: 1\namount: 2',
      ['E1@1'],
      ['4:1 QD1104'],
    ],
    [
      'a YAML key called __proto__',
      'a.yaml',
      'kind: expenditure\nid: E1\n__proto__: 2',
      ['E1@1'],
      ['3:1 QD5101'],
    ],
    ['an alias', 'a.yaml', `- &a ${E1}\n- *a`, [], ['2:3 QD1102']],
    ['a tag', 'a.yaml', `kind: !!binary x\nid: E1`, [], ['1:16 QD1102']],
    ['a merge key', 'a.yaml', `{kind: expenditure, id: E1, <<: {}}`, [], ['1:29 QD1102']],
    ['a full-width colon in JSON', 'a.json', '{"a"：1}', [], ['1:5 QD1105']],
    ['full-width quotes in JSON', 'a.json', '{“a”: 1}', [], ['1:2 QD1105']],
    ['a full-width colon in YAML', 'a.yaml', 'kind：x\nid: y\n', [], ['1:5 QD1105']],
    ['YAML syntax', 'a.yaml', `a: [\n---\n${E1}`, ['E1@3'], ['2:1 QD1101']],
  ])('%s', (_, file, text, records, faults) => {
    expect(read(file, text)).toMatchObject({ records, faults });
  });

  it('bytes that are no UTF-8 cost their line only', () => {
    const bytes = new TextEncoder().encode(`${E1}\n?\n${E2}`);
    bytes[bytes.indexOf(0x3f)] = 0xff;
    expect(read('a.jsonl', bytes)).toMatchObject({
      records: ['E1@1', 'E2@3'],
      faults: ['2:1 QD1002'],
    });
    expect(read('a.json', bytes)).toMatchObject({ records: [], faults: ['1:1 QD1002'] });
  });
});

describe('nothing nests too deeply', () => {
  it.each([
    [
      'lists',
      'a.jsonl',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}\n${E2}`,
      ['E2@2'],
      '1:65 QD1103',
    ],
    [
      'objects',
      'a.jsonl',
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}\n${E2}`,
      ['E2@2'],
      '1:321 QD1103',
    ],
    ['a list that never ends', 'a.json', '['.repeat(100_000), [], '1:65 QD1103'],
    ['lists in YAML', 'a.yaml', '['.repeat(10_000), [], '1:257 QD1103'],
    ['dashes in YAML', 'a.yaml', '- '.repeat(10_000), [], '1:513 QD1103'],
    ['keys in YAML', 'a.yaml', '? '.repeat(10_000), [], '1:513 QD1103'],
    ['YAML a little too deep', 'a.yaml', `${'['.repeat(70)}${']'.repeat(70)}`, [], '1:65 QD1103'],
  ])('%s', (_, file, text, records, fault) => {
    expect(read(file, text)).toMatchObject({ records, faults: [fault] });
  });
});

it('of a key that stands twice neither value is taken', () => {
  const text = '{"kind":"expenditure","id":"E1","amount":1,"amount":2,"paidOn":"2026-02-03"}';
  expect(read('a.json', text).values[0]).toEqual([undefined, 20487, undefined, undefined]);
});

it('a quote or brace inside a text changes no place', () => {
  const text = `[{"kind":"expenditure","id":"E\\"{[:\\\\"},\n${E2}]`;
  expect(read('a.json', text).records).toEqual(['E"{[:\\@1', 'E2@2']);
});

describe('a flood of faults is told by its first hundred and counted', () => {
  const numbers = Array<string>(10_000).fill('1');
  it.each([
    ['in JSON', 'a.json', `[${E1},${numbers.join(',')}]`, 10_000],
    ['in lines', 'a.jsonl', `${E1}\n${numbers.join('\n')}`, 10_000],
    ['in YAML', 'a.yaml', `[${E1},${numbers.slice(0, 1000).join(',')}]`, 1000],
  ])('%s', (_, file, content, count) => {
    const { records, faults } = read(file, content);
    expect(records).toEqual(['E1@1']);
    expect(faults).toHaveLength(101);
    const bytes = new TextEncoder().encode(content);
    const { diagnostics, lost } = readRecords({ file, bytes }, kinds);
    expect(diagnostics.at(-1)).toMatchObject({
      name: 'more-faults',
      params: { code: 'QD5002', count: String(count - 100) },
      file,
    });
    expect([...lost]).toEqual([undefined]);
  });

  const more = [...numbers, ...numbers];
  it.each([
    ['in JSON', 'a.json', `[${E1},${more.join(',')},${E2}]`],
    ['in lines', 'a.jsonl', `${E1}\n${more.join('\n')}\n${E2}`],
    ['in YAML', 'a.yaml', `- ${E1}\n- ${more.join('\n- ')}\n- ${E2}`],
  ])('%s, until there are ten thousand more than records', (_, file, content) => {
    const { records, faults } = read(file, content);
    expect(records).toEqual(['E1@1']);
    expect(faults.filter((fault) => fault.endsWith('QD5006'))).toHaveLength(1);
    const bytes = new TextEncoder().encode(content);
    const { diagnostics, lost } = readRecords({ file, bytes }, kinds);
    expect(diagnostics.at(-1)?.params).toEqual({ code: 'QD5002', count: '9902' });
    expect([...lost]).toEqual([undefined]);
  });

  it('of each field apart', () => {
    const lines = Array.from(
      { length: 150 },
      (_, at) => `{"kind":"expenditure","id":"E${at}","amount":"x","paidOn":"y","k${at}":1}`,
    );
    const counts = new Map<string, number>();
    for (const fault of read('a.jsonl', lines.join('\n')).faults) {
      const code = fault.slice(-6);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    expect([...counts].sort()).toEqual([
      ['QD5101', 100],
      ['QD5102', 200],
      ['QD5335', 2],
    ]);
  });
});

describe('lost is', () => {
  it.each([
    ['nothing of a sound file', 'a.jsonl', `${E1}\n${E2}`, []],
    [
      'nothing where a field is wrong',
      'a.jsonl',
      '{"kind":"expenditure","id":"E1","amount":"x"}',
      [],
    ],
    ['any kind by a truncated line', 'a.jsonl', `${E1}\n{"kind":"expend`, ['?']],
    ['any kind by what is no record', 'a.json', `[${E1}, 3]`, ['?']],
    ['any kind by an unknown kind', 'a.json', '{"kind":"expnditure","id":"E1"}', ['?']],
    ['any kind by a truncated file', 'a.json', `[${E1},`, ['?']],
    ['any kind by bad YAML', 'a.yaml', 'kind: expenditure\nid: [', ['?']],
    ['any kind by a key beside the records', 'a.json', `{"records":[${E1}],"more":[${E2}]}`, ['?']],
    ['the same in YAML', 'a.yaml', `{"records":[${E1}],"more":[${E2}]}`, ['?']],
    ['any kind by an unknown ending', 'a.csv', 'id', ['?']],
    ['the kind of a record without id', 'a.yaml', '{ kind: expenditure }', ['expenditure']],
    ['the kind of a repeated record', 'a.jsonl', `${E1}\n${E1}`, ['expenditure']],
  ])('%s', (_, file, content, lost) => {
    expect(lostOf(file, content)).toEqual(lost);
  });

  it('the kind of the file where the record does not say its own', () => {
    expect(lostOf('a.jsonl', '{"id":', 'expenditure')).toEqual(['expenditure']);
    expect(lostOf('a.yaml', 'id: [', 'expenditure')).toEqual(['expenditure']);
    expect(lostOf('a.csv', '', 'expenditure')).toEqual(['expenditure']);
  });
});
