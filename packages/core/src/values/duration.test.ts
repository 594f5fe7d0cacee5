import { describe, expect, it } from 'vitest';
import { Duration, type DurationUnit, parseDuration, printDuration } from './duration.js';

describe('durations', () => {
  it.each<[string, number, DurationUnit]>([
    ['5 days', 5, 'days'],
    ['1 day', 1, 'days'],
    ['1 days', 1, 'days'],
    ['0 days', 0, 'days'],
    ['10 workdays', 10, 'workdays'],
    ['2 months', 2, 'months'],
    ['20 years', 20, 'years'],
    ['999999 days', 999999, 'days'],
  ])('reads %s', (text, count, unit) => {
    expect(parseDuration(text)).toEqual(new Duration(count, unit));
  });

  it.each([
    '5',
    'days',
    '5days',
    '-5 days',
    '1.5 days',
    '5 weeks',
    '5  days',
    '1000000 days',
    '5 Days',
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it.each([
    '1 day',
    '2 days',
    '1 workday',
    '0 workdays',
    '1 month',
    '12 months',
    '1 year',
    '20 years',
  ])('prints %s as it was read', (text) => {
    expect(printDuration(parseDuration(text)!)).toBe(text);
  });
});
