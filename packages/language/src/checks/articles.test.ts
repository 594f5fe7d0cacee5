import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { articleNumbers, checkArticles } from './articles.js';

describe('the articles that a citation names', () => {
  test.each<[string, number[]]>([
    ['35', [35]],
    ['35¶2(3)', [35]],
    ['（三）', []],
    ['(二)', []],
    ['附件3', []],
    ['35, 36', [35, 36]],
    ['35-37', [35, 37]],
    ['第35条第2款', [35]],
    ['第二十六条', [26]],
    ['第一百零三条第二款', [103]],
    ['12¶1、14', [12, 14]],
  ])('in %s', (article, numbers) => {
    expect(articleNumbers(article)).toEqual(numbers);
  });
});

describe('a citation', () => {
  test.each([
    { article: '40', found: [] },
    { article: '41', found: ['no-such-article LAW 41'] },
    { article: '0', found: ['no-such-article LAW 0'] },
    { article: '(四十一)', found: [] },
  ])('of article $article of 40', ({ article, found }) => {
    const basis = `basis: [{ instrument: LAW, article: "${article}", confidence: verified }]`;
    const library = libraryOf(pack('national', BASE + prohibition('national.a', basis)));
    expect(said(checkArticles(library), 'instrument', 'article')).toEqual(found);
  });

  test('in a branch, a value and a table is checked too', () => {
    const basis = 'basis: [{ instrument: LAW, article: "99", confidence: verified }]';
    const text =
      prohibition(
        'national.a',
        '',
        `any: [{ fact: urgent, operator: equal, value: true, ${basis} }]`,
      ) +
      `
---
kind: Parameter
id: p
label: { zh: 参, en: p }
type: money
tighten: lower
values: [{ value: 1, ${basis} }]
---
kind: Table
id: t
label: { zh: 表, en: t }
inputs: { a: { type: boolean } }
outputs: { b: { type: boolean } }
rows: [{ when: {}, then: { b: true }, ${basis} }]
`;
    expect(checkArticles(libraryOf(pack('national', BASE + text)))).toHaveLength(3);
  });
});
