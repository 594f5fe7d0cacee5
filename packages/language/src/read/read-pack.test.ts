import { type Diagnostic, placeOf } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { readPack } from './read-pack.js';

const MANIFEST = `name: p
version: 1.0.0
title: { zh: 甲, en: p }
jurisdiction: CN
`;

/** The names and places of what is wrong, `manifest` apart. */
function read(text: string, manifest = MANIFEST) {
  const { value, diagnostics } = readPack([
    { file: 'p/qingdan.yaml', text: manifest },
    { file: 'p/a.yaml', text },
  ]);
  return { value, found: diagnostics.map(said) };
}

function said({ name, span }: Diagnostic): string {
  return span === undefined ? name : `${name} ${placeOf(span)}`;
}

const BODY = 'kind: Body\nid: b\ntitle: { zh: 会, en: body }\n';

describe('readPack', () => {
  const faults: [sentence: string, text: string, found: string[]][] = [
    ['reports YAML that cannot be parsed', 'kind: [', ['yaml-syntax p/a.yaml:1:8']],
    ['reports a full-width colon', 'kind：Body\nid: b\n', ['full-width-mark p/a.yaml:1:5']],
    ['reports one in the only line', 'kind：Body\n', ['full-width-mark p/a.yaml:1:5']],
    [
      'reports one in braces',
      BODY.replace('zh: 会, en:', 'zh： 会， en:'),
      ['full-width-mark p/a.yaml:3:12', 'missing-key p/a.yaml:3:8'],
    ],
    [
      'reports one where keys are asked for',
      'kind: Body\nid: b\ntitle: zh：会\n',
      ['full-width-mark p/a.yaml:3:10'],
    ],
    ['reports a key that stands twice', `${BODY}id: c\n`, ['duplicate-key p/a.yaml:4:1']],
    ['reports a merge key', `${BODY}<<: { a: 1 }\n`, ['yaml-feature p/a.yaml:4:1']],
    ['reports a tag', 'kind: !x Body\n', ['yaml-feature p/a.yaml:1:10']],
    ['reports a binary tag', 'kind: !!binary Body\n', ['yaml-feature p/a.yaml:1:16']],
    ['reports a directive', `%YAML 1.1\n---\n${BODY}`, ['yaml-feature p/a.yaml:1:1']],
    ['reports a key that is a list', '[a]: 1\n', ['yaml-feature p/a.yaml:1:1']],
    ['reports an anchor that is not there', 'kind: *x\n', ['yaml-syntax p/a.yaml:1:7']],
    ['reports an anchor that holds itself', 'kind: &x [*x]\n', ['yaml-syntax p/a.yaml:1:11']],
    ['reports an empty document', `${BODY}---\n`, ['lone-document p/a.yaml:4:1']],
    ['reports an empty file', '', ['empty-file p/a.yaml:1:1']],
    ['reports one of blank lines', '\n \n', ['empty-file p/a.yaml:1:1']],
    ['says nothing of one that only has comments', '# kind: Body\n\n', []],
    ['reports a document that is no mapping', '- a\n', ['wrong-shape p/a.yaml:1:1']],
    ['reports a document without a kind', 'id: b\n', ['missing-key p/a.yaml:1:1']],
    ['reports a kind that is not there', 'kind: Bdy\n', ['unknown-kind p/a.yaml:1:7']],
    [
      'reports a misspelt key and not that it lacks',
      BODY.replace('title', 'tilte'),
      ['unknown-key p/a.yaml:3:1'],
    ],
    ['reports a misspelt id once', BODY.replace('id:', 'idd:'), ['unknown-key p/a.yaml:2:1']],
    ['reports a misspelt kind as that', BODY.replace('kind', 'knid'), ['unknown-key p/a.yaml:1:1']],
    [
      'reports a misspelt key that stands in another’s place',
      BODY.replace('zh', 'zhh'),
      ['unknown-key p/a.yaml:3:10'],
    ],
    ['reports an unknown key', `${BODY}titel: x\n`, ['unknown-key p/a.yaml:4:1']],
    ['takes __proto__ for an unknown key', `${BODY}__proto__: x\n`, ['unknown-key p/a.yaml:4:1']],
    ['takes constructor for one too', `${BODY}constructor: x\n`, ['unknown-key p/a.yaml:4:1']],
    ['reports a key that lacks', 'kind: Body\nid: b\n', ['missing-key p/a.yaml:1:1']],
    ['reports a wrong shape', 'kind: Body\nid: b\ntitle: x\n', ['wrong-shape p/a.yaml:3:8']],
    ['reports a number for a text', BODY.replace('b\n', '5\n'), ['wrong-shape p/a.yaml:2:5']],
    ['reports a bad choice', `${BODY}subjects: [town]\n`, ['bad-value p/a.yaml:4:12']],
    ['reports half of a text', BODY.replace(', en: body', ''), ['missing-key p/a.yaml:3:8']],
    ['reports one fault at one place', `kind: ${'['.repeat(70)}`, ['yaml-syntax p/a.yaml:1:77']],
    [
      'reports nesting beyond the limit',
      `kind: ${'['.repeat(70)}${']'.repeat(70)}`,
      ['too-deep p/a.yaml:1:70'],
    ],
    ['survives a million dashes', '- '.repeat(500_000), ['too-deep p/a.yaml:1:513']],
    ['reports a file that is too large', ' '.repeat(1_100_000), ['too-large p/a.yaml:1:1']],
  ];
  it.each(faults)('%s', (_, text, found) => {
    expect(read(text).found).toEqual(found);
  });

  it('refuses aliases that multiply', () => {
    const levels = Array.from({ length: 9 }, (_, i) => {
      const before = i === 0 ? 'x' : `*a${String(i - 1)}`;
      return `k${String(i)}: &a${String(i)} [${Array(9).fill(before).join(', ')}]`;
    });
    expect(read(levels.join('\n')).found).toEqual(['yaml-feature p/a.yaml:4:15']);
  });

  it('lets a document repeat a part through an alias', () => {
    const { value, found } = read(`${BODY.replace('title: ', 'title: &t ')}note: *t\n`);
    expect(found).toEqual([]);
    expect(value.documents.map(({ kind, id }) => [kind, id])).toEqual([['Body', 'b']]);
  });

  it('keeps the documents beside one that cannot be read', () => {
    const { value } = read(`${BODY}---\nkind: [\n`);
    expect(value.documents).toHaveLength(1);
    expect(value.whole).toBe(false);
  });

  it('points behind a byte order mark', () => {
    expect(read(`\ufeff${BODY}`).found).toEqual([]);
    expect(read(`\ufeffkind: Bdy`).found).toEqual(['unknown-kind p/a.yaml:1:8']);
  });

  it('reads neither tests nor the lock file nor what is no YAML', () => {
    const files = ['tests/a.test.yaml', 'qingdan.lock.yaml', 'README.md'].map((name) => ({
      file: `p/${name}`,
      text: '][',
    }));
    const { diagnostics } = readPack([{ file: 'p/qingdan.yaml', text: MANIFEST }, ...files]);
    expect(diagnostics).toEqual([]);
  });

  it('says which folder lacks a manifest, and reads the rest', () => {
    const { value, diagnostics } = readPack([{ file: 'x/p/roles/a.yaml', text: BODY }], 'sha256:1');
    expect(diagnostics).toMatchObject([{ name: 'no-manifest', params: { folder: 'roles' } }]);
    expect(value.documents).toHaveLength(1);
    expect(value.digest).toBe('sha256:1');
  });

  it('reads a manifest', () => {
    const { value, found } = read(
      BODY,
      `name: yuyao
version: 0.1.0
title: { zh: 余姚, en: Yuyao }
jurisdiction: "330281"
subjects: [village]
covers: { from: 2019-01-01 }
extends: [{ pack: village, version: ^0.1, use: [village.exp-*] }]
terms: { 村民委员会: 居民委员会 }
waivers:
  - document: 某发〔2026〕1号
    item: village.exp-cash-over
    approver: { jurisdiction: CN, name: 某部门 }
    reason: { zh: 试点, en: trial }
    from: 2026-01-01
    until: 2026-07
`,
    );
    expect(found).toEqual([]);
    expect(value.manifest).toMatchObject({
      name: 'yuyao',
      jurisdiction: '330281',
      subjects: ['village'],
      coversFrom: 17897,
      extends: [{ pack: 'village', version: '^0.1', use: ['village.exp-*'] }],
      terms: new Map([['村民委员会', '居民委员会']]),
      waivers: [{ item: 'village.exp-cash-over', interval: { from: 20454, until: 20635 } }],
    });
  });

  const manifests: [sentence: string, change: [string, string], found: string[]][] = [
    ['a version that is none', ['1.0.0', 'one'], ['bad-value p/qingdan.yaml:2:10']],
    ['a jurisdiction that is none', ['CN', '"33a"'], ['bad-value p/qingdan.yaml:4:15']],
    [
      'a range of versions that is none',
      ['CN', 'CN\nextends: [{ pack: q, version: what }]'],
      ['bad-value p/qingdan.yaml:5:31'],
    ],
    [
      'a waiver of nothing',
      [
        'CN',
        'CN\nwaivers: [{ document: d, approver: { jurisdiction: CN, name: n }, reason: { zh: z, en: e } }]',
      ],
      ['missing-key p/qingdan.yaml:5:11'],
    ],
  ];
  it.each(manifests)('reports in a manifest %s', (_, [from, to], found) => {
    expect(read(BODY, MANIFEST.replace(from, to)).found).toEqual(found);
  });
});
