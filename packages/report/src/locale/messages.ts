import type { Language } from '@qingdan/core';
import { en } from './en.js';
import { zh } from './zh.js';

export type MessageKey = keyof typeof zh;

export const LOCALES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { zh, en };

/** A message of a language, its placeholders filled. What is filled in is never read as a template. */
export function say(
  lang: Language,
  key: MessageKey,
  params: Readonly<Record<string, string>> = {},
): string {
  return LOCALES[lang][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** `甲、乙、丙`, `a, b and c`. */
export function sayList(
  lang: Language,
  parts: readonly string[],
  last: 'list.last' | 'list.or' | 'list.comma' = 'list.last',
): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return parts.slice(0, -1).join(say(lang, 'list.comma')) + say(lang, last) + String(parts.at(-1));
}

/** A sentence: its first letter large, its end marked. */
export function saySentence(lang: Language, text: string): string {
  if (text === '') return '';
  const whole = lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[。.！!？?]$/.test(whole) ? whole : whole + say(lang, 'sentence.end');
}
