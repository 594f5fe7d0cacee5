import { describe, expect, it } from 'vitest';
import { basis, POLICY } from '../testing/build.js';
import { sayArticle, sayCitation, sayCitations } from './say-citation.js';

const zh = { lang: 'zh', policy: POLICY, unmask: false } as const;
const en = { ...zh, lang: 'en' } as const;

describe('an article', () => {
  it.each([
    ['35', '第三十五条', 'art. 35'],
    ['5¶2', '第五条第二款', 'art. 5 para. 2'],
    ['11(4)', '第十一条第（四）项', 'art. 11 item 4'],
    ['261¶2(3)', '第二百六十一条第二款第（三）项', 'art. 261 para. 2 item 3'],
    ['(二)', '(二)', '(二)'],
  ])('%s is written as statutes are cited', (article, chinese, english) => {
    expect(sayArticle(article, 'zh')).toBe(chinese);
    expect(sayArticle(article, 'en')).toBe(english);
  });
});

describe('a citation', () => {
  it('says where the article is not known', () => {
    expect(sayCitation(basis('SEAL'), zh)).toBe('《印章管理意见》（条款号待核）');
    expect(sayCitation(basis('SEAL'), en)).toBe('Opinions on Seals (article to be verified)');
  });

  it('names an instrument once', () => {
    const all = [basis('CASH', '3'), basis('CASH', '5¶2'), basis('SEAL')];
    expect(sayCitations(all, zh)).toBe(
      '《现金管理暂行条例》第三条、第五条第二款、《印章管理意见》（条款号待核）',
    );
    expect(sayCitations(all, en)).toBe(
      'Interim Regulations on Cash Management, art. 3 and art. 5 para. 2; Opinions on Seals (article to be verified)',
    );
  });
});
