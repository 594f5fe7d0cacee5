import { type Diagnostic, diagnostic, said } from '@qingdan/core';
import { ENDLESS, type Line, LINE_LIMIT } from './line-splitter.js';
import { spanOfLine, type TextPlace } from './place.js';

const LONG_LINE = {
  ...said('what', { zh: '该行', en: 'the line' }),
  limit: `${LINE_LIMIT / 1024 / 1024} MiB`,
};

const ENDLESS_LINE = said('reason', {
  zh: `该行已达 ${ENDLESS / 1024 / 1024} MiB`,
  en: `the line has ${ENDLESS / 1024 / 1024} MiB and goes on`,
});

/** What is told of a line without text. */
export function unreadLine(fault: Line['fault'], place: TextPlace): Diagnostic {
  const span = spanOfLine(place);
  if (fault === 'endless') return diagnostic('rest-unread', ENDLESS_LINE, span);
  return fault === 'too-large'
    ? diagnostic('too-large', LONG_LINE, span)
    : diagnostic('not-utf8', {}, span);
}
