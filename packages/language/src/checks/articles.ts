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
 * The articles that a citation names: `35`, `35¶2(3)`, `35, 36`, `35-37`, `第35条第2款`. What stands for a paragraph or an
 * item isn't counted, and a part named by Chinese numerals, `(三)`, is no article.
 */
export function articleNumbers(article: string): number[] {
  return article
    .normalize('NFKC')
    .split(/[,;、和及]|\s*[-–—~至]\s*/u)
    .flatMap((part) => {
      const found = /^\s*第?\s*(\d+)(?!\d)/u.exec(part);
      return found === null ? [] : [Number(found[1])];
    });
}
