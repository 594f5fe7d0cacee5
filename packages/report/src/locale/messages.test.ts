import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { type MessageKey, say, sayList, saySentence } from './messages.js';
import { zh } from './zh.js';

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort();

describe('the locales', () => {
  it('have the same keys', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it.each(Object.keys(zh) as MessageKey[])('have the same placeholders in %s', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(zh[key]));
  });

  it('never accuse', () => {
    for (const text of Object.values(zh))
      expect(text).not.toMatch(/违法|犯罪|贪污|有罪|违纪|合规(?!则)/);
    for (const text of Object.values(en)) expect(text).not.toMatch(/guilt|crime|corrupt|illegal/i);
  });
});

describe('say', () => {
  it('does not read what it fills in as a template', () => {
    expect(say('en', 'note', { text: '{note}', note: 'x' })).toBe('{note} (x)');
  });

  it('joins lists and ends sentences in each language', () => {
    expect(sayList('zh', ['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(sayList('en', ['a', 'b', 'c'], 'list.or')).toBe('a, b or c');
    expect(saySentence('en', 'it rains')).toBe('It rains.');
    expect(saySentence('zh', '已核实。')).toBe('已核实。');
  });
});
