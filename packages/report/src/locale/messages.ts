import { type Language, pluralForm } from '@qingdan/core';
import { en } from './en.js';
import { zh } from './zh.js';

export type MessageKey = keyof typeof zh;

export const LOCALES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { zh, en };

/**
 * A message of a language, its placeholders filled; `{count: one day, other days}` is the word for so many. What is filled in is
 * never read as a template.
 */
export function say(
  lang: Language,
  key: MessageKey,
  params: Readonly<Record<string, string>> = {},
): string {
  const { first, places } = templateOf(lang, key);
  let text = first;
  for (const { name, forms, after } of places)
    text +=
      (forms === undefined
        ? (params[name] ?? `{${name}}`)
        : pluralForm(lang, params[name], forms)) + after;
  return text;
}

/** A message, taken apart at its placeholders. */
interface Template {
  readonly first: string;
  readonly places: readonly {
    readonly name: string;
    readonly forms: string | undefined;
    readonly after: string;
  }[];
}

const TEMPLATES: Readonly<Record<Language, Map<MessageKey, Template>>> = {
  zh: new Map(),
  en: new Map(),
};

function templateOf(lang: Language, key: MessageKey): Template {
  let template = TEMPLATES[lang].get(key);
  if (template === undefined) {
    // Split at two groups, of three parts two are what the groups hold.
    const [first = '', ...parts] = LOCALES[lang][key].split(/\{(\w+)(?:: ([^{}]+))?\}/);
    const places = parts.flatMap((name, index) =>
      index % 3 === 0 ? [{ name, forms: parts[index + 1], after: parts[index + 2] ?? '' }] : [],
    );
    TEMPLATES[lang].set(key, (template = { first, places }));
  }
  return template;
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

const ENDS = '。.！!？?';

/** A sentence: its first letter large, its end marked. */
export function saySentence(lang: Language, text: string): string {
  if (text === '') return '';
  const whole = lang === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return ENDS.includes(whole.charAt(whole.length - 1)) ? whole : whole + say(lang, 'sentence.end');
}
