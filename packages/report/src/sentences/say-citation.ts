import type { Basis, Language } from '@qingdan/core';
import { type MessageKey, say, sayList } from '../locale/messages.js';
import { chineseNumber } from '../values/chinese-number.js';
import { tidyText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';

/** `《现金管理暂行条例》第五条第二款`; where the article isn't known, that it is to be verified. */
export function sayCitation({ instrument, article }: Basis, voice: Voice): string {
  const { lang } = voice;
  const title = sayInstrument(instrument, voice);
  return article === undefined
    ? say(lang, 'cite.unknown', { title })
    : say(lang, 'cite.article', { title, article: sayArticle(article, lang) });
}

/** Several citations, the articles of one instrument together: `《甲》第三条、第五条、《乙》第八条`. */
export function sayCitations(basis: readonly Basis[], voice: Voice): string {
  const { lang } = voice;
  const byInstrument = new Map<string, Set<string>>();
  for (const { instrument, article } of basis) {
    const articles = byInstrument.get(instrument) ?? new Set();
    if (article !== undefined) articles.add(sayArticle(article, lang));
    byInstrument.set(instrument, articles);
  }
  return [...byInstrument]
    .map(([instrument, articles]) => {
      const title = sayInstrument(instrument, voice);
      return articles.size === 0
        ? say(lang, 'cite.unknown', { title })
        : say(lang, 'cite.article', { title, article: sayList(lang, [...articles]) });
    })
    .join(say(lang, 'cite.between'));
}

/** Its title; in Chinese the marks of a title within the title are single. */
function sayInstrument(instrument: string, { lang, policy }: Voice): string {
  const title = tidyText(policy.instruments.get(instrument)?.title[lang] ?? instrument);
  return lang === 'zh' ? title.replaceAll('《', '〈').replaceAll('》', '〉') : title;
}

/** `35¶2(3)` → `第三十五条第二款第（三）项`; what has another shape stays. */
export function sayArticle(article: string, lang: Language): string {
  const parts = /^(\d+)(?:¶(\d+))?(?:\((\d+)\))?$/.exec(article);
  if (parts === null) return tidyText(article);
  const number = (n: string): string => (lang === 'zh' ? chineseNumber(Number(n)) : n);
  const names: readonly MessageKey[] = ['article.article', 'article.paragraph', 'article.item'];
  return names
    .flatMap((key, index) => {
      const n = parts[index + 1];
      return n === undefined ? [] : [say(lang, key, { n: number(n) })];
    })
    .join(say(lang, 'article.join'));
}
