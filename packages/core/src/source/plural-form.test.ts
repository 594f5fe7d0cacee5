import { describe, expect, it } from 'vitest';
import { pluralForm } from './plural-form.js';

describe('the form of a word for a number', () => {
  const days = 'one day, other days';
  it.each([
    ['en', '1', 'day'],
    ['en', '0', 'days'],
    ['en', '2', 'days'],
    ['en', '21', 'days'],
    ['en', '1/2', 'days'],
    ['en', 'at least 1', 'days'],
    ['en', undefined, 'days'],
    ['zh', '1', 'days'],
  ] as const)('in %s for %s is “%s”', (lang, count, form) => {
    expect(pluralForm(lang, count, days)).toBe(form);
  });
});
