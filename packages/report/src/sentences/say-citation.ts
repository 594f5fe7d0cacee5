import type { Basis, Language } from '@qingdan/core';
import { type MessageKey, say, sayList } from '../locale/messages.js';
import { Once } from '../once.js';
import { chineseNumber } from '../values/chinese-number.js';
import { tidyText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';

/** `《现金管理暂行条例》第五条第二款`; where the article isn't known, that it is to be verified. */
export function sayCitation(basis: Basis, voice: Voice): string {
  const { title, article } = citedIn(basis, voice);
  return article === undefined
    ? say(voice.lang, 'cite.unknown', { title })
    : say(voice.lang, 'cite.article', { title, article });
}

/** Several citations, the articles of one instrument together: `《甲》第三条、第五条、《乙》第八条`. */
export function sayCitations(basis: readonly Basis[], voice: Voice): string {
  const { lang } = voice;
  const byInstrument = new Map<string, { readonly title: string; readonly said: Set<string> }>();
  for (const each of basis) {
    const { title, article } = citedIn(each, voice);
    let cited = byInstrument.get(each.instrument);
    if (cited === undefined)
      byInstrument.set(each.instrument, (cited = { title, said: new Set<string>() }));
    if (article !== undefined) cited.said.add(article);
  }
  return [...byInstrument.values()]
    .map(({ title, said }) =>
      said.size === 0
        ? say(lang, 'cite.unknown', { title })
        : say(lang, 'cite.article', { title, article: sayList(lang, [...said]) }),
    )
    .join(say(lang, 'cite.between'));
}

interface Cited {
  readonly title: string;
  readonly article: string | undefined;
}

const CITED = new Once<Basis, Cited>();

function citedIn(basis: Basis, voice: Voice): Cited {
  const { policy, lang } = voice;
  const { instrument, article } = basis;
  return CITED.of(policy, basis, lang === 'zh' ? 0 : 1, () => ({
    title: sayInstrument(instrument, voice),
    article: article === undefined ? undefined : sayArticle(article, lang),
  }));
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
