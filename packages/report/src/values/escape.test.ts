import { describe, expect, it } from 'vitest';
import { escapeText, tidyText } from './escape.js';

describe('escapeText', () => {
  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\nb', 'a\\u{a}b'],
    ['\u202egnp', '\\u{202e}gnp'],
    ['a\u200bb', 'a\\u{200b}b'],
    ['\u009b31m', '\\u{9b}31m'],
    ['\ufffe', '\\u{fffe}'],
    ['村民委员会', '村民委员会'],
    ['𠮷', '𠮷'],
  ])('makes %j visible', (text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });

  it('cuts what is long', () => {
    expect(escapeText('字'.repeat(300))).toBe(`${'字'.repeat(200)}…`);
  });
});

describe('tidyText', () => {
  it('makes one line of a text of a policy', () => {
    expect(tidyText(' 一\n  二\n')).toBe('一 二');
  });
});
