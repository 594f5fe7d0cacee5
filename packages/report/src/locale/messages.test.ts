import { describe, expect, it } from 'vitest';
import { en } from './en.js';
import { type MessageKey, say, sayList, saySentence } from './messages.js';
import { zh } from './zh.js';

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?:: [^{}]+)?\}/g)].map((match) => match[1]!))].sort();

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

  it.each([
    ['deviation.LATE.done', { days: '1' }, '1 day late'],
    ['deviation.LATE.open', { days: '2' }, '2 days late'],
    ['deviation.EARLY', { days: '1' }, '1 day early'],
    ['deviation.PUBLICITY_SHORT', { days: '1' }, '1 day short'],
    ['duration.workdays', { count: '1' }, '1 working day'],
    ['duration.years', { count: '20' }, '20 years'],
    ['template.existence', { count: '1' }, '1 time or more'],
    ['template.absence', { count: '2' }, '2 times'],
    ['parameter.items', { count: '1' }, '1 entry'],
    [
      'text.case.judged',
      { count: '9', open: '1', idle: '2', unknown: '1' },
      'of 9 requirements 1 is still in time, 2 were not called for, 1 could not be judged',
    ],
  ] as const)('counts in %s as English does: %#', (key, params, expected) => {
    expect(say('en', key, params)).toContain(expected);
  });

  it('joins lists and ends sentences in each language', () => {
    expect(sayList('zh', ['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(sayList('en', ['a', 'b', 'c'], 'list.or')).toBe('a, b or c');
    expect(saySentence('en', 'it rains')).toBe('It rains.');
    expect(saySentence('zh', '已核实。')).toBe('已核实。');
  });
});
