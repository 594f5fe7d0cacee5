import { type Basis, SourceText, type Span, type Text, ALWAYS } from '@qingdan/core';

/** The place of everything that no author wrote. */
export const HERE: Span = { source: new SourceText('built', ''), start: 0, end: 0 };

export function label(words: string): Text {
  return { zh: words, en: words };
}

export const BASIS: readonly Basis[] = [
  { instrument: 'LAW', article: '1', confidence: 'verified', interval: ALWAYS, span: HERE },
];
