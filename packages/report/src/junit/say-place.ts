import type { Language } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';

/** `来源：a.jsonl 第2行` */
export function sayPlace(
  { file, line }: { readonly file: string; readonly line?: number | undefined },
  lang: Language,
): string {
  const shown = escapeText(file);
  return line === undefined
    ? say(lang, 'text.source', { file: shown })
    : say(lang, 'text.source.line', { file: shown, line: String(line) });
}
