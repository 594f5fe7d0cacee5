import type { Language } from './text.js';

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  zh: new Intl.PluralRules('zh'),
  en: new Intl.PluralRules('en'),
};

/**
 * The form of a word that goes with a number, by the plural rules of the language: of `one day, other days`, `day` with `1`.
 * What is no number, such as a range, goes with `other`.
 */
export function pluralForm(lang: Language, count: string | undefined, forms: string): string {
  const category = count === undefined ? 'other' : RULES[lang].select(Number(count));
  const byCategory = new Map(
    forms.split(', ').map((form): [string, string] => {
      const end = form.indexOf(' ');
      return [form.slice(0, end), form.slice(end + 1)];
    }),
  );
  return byCategory.get(category) ?? byCategory.get('other') ?? '';
}
