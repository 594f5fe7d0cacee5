import type { Language } from '@qingdan/core';

/** The language of messages: what was asked for, else the environment's, else Chinese. */
export function languageOf(
  asked: Language | undefined,
  configured: Language | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env.LC_ALL ?? env.LANG ?? '';
  const own = env.QINGDAN_LANG ?? '';
  return asked ?? languageIn(own) ?? configured ?? languageIn(locale) ?? 'zh';
}

function languageIn(locale: string): Language | undefined {
  const name = /^(zh|en)(?![a-z])/i.exec(locale)?.[1]?.toLowerCase();
  return name === 'zh' || name === 'en' ? name : undefined;
}
