import { type Diagnostic, diagnostic } from '@qingdan/core';
import type { Library } from '../library.js';
import { citingPlaces } from './citations.js';

/** A citation stays within the articles that its instrument has. */
export function checkArticles(library: Library): Diagnostic[] {
  return citingPlaces(library)
    .flatMap(({ basis }) => basis)
    .flatMap((citation) => {
      const law = library.instruments.get(citation.instrument);
      if (law?.articles === undefined || citation.article === undefined) return [];
      const { articles } = law;
      return articleNumbers(citation.article)
        .filter((number) => number < 1 || number > articles)
        .map((number) =>
          diagnostic(
            'no-such-article',
            { instrument: law.id, articles: String(articles), article: String(number) },
            citation.span,
            { related: [law.span] },
          ),
        );
    });
}

/**
 * The articles that a citation names: `35`, `35¶2(3)`, `35, 36`, `35-37`, `第35条第2款`, `第三十五条`. What stands for a paragraph or an
 * item isn't counted, and a part named by Chinese numerals, `(三)`, is no article.
 */
export function articleNumbers(article: string): number[] {
  return article
    .normalize('NFKC')
    .split(/[,;、和及]|\s*[-–—~至]\s*/u)
    .flatMap((part) => {
      const found = /^\s*第?\s*(\d+)(?!\d)/u.exec(part);
      if (found !== null) return [Number(found[1])];
      const chinese = /^\s*第([一二三四五六七八九十百零〇]+)条/u.exec(part)?.[1];
      return chinese === undefined ? [] : [chineseNumber(chinese)];
    });
}

/** 二十六 → 26, 一百零三 → 103 */
function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '百' || character === '十') {
      total += (digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10);
      digit = 0;
    } else digit = Math.max(0, '零一二三四五六七八九'.indexOf(character));
  }
  return total + digit;
}
