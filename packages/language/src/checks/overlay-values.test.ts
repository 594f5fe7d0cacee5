import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../testing/library-of.js';
import { checkOverlayValues } from './overlay-values.js';

const LAW = 'basis: [{ instrument: LAW, confidence: verified }]';
const waived = (jurisdiction: string, days: string) =>
  `waivers: [{ parameter: limit, document: 文, approver: { jurisdiction: ${jurisdiction}, name: 部 }, reason: { zh: 因, en: why }, ${days} }]\n`;

function found(above: string, below: string, more = '', type = 'type: money\ntighten: lower') {
  const library = libraryOf(
    pack('national', BASE + parameter('limit', `${type}\nvalues: ${above}`)),
    pack(
      'city',
      `kind: Parameter\nid: limit\nvalues: ${below}`,
      `jurisdiction: "3302"\nextends: [{ pack: national, version: ^1 }]\n${more}`,
    ),
  );
  return checkOverlayValues(library);
}

const says = (...args: Parameters<typeof found>) => said(found(...args), 'value', 'higher', 'date');

describe('a value of a lower level', () => {
  test.each([
    { what: 'may be stricter', below: '[{ from: 2022-01-01, value: 500 }]', out: [] },
    { what: 'may be as strict', below: '[{ from: 2022-01-01, value: 1000 }]', out: [] },
    {
      what: 'may begin before the one above',
      below: '[{ from: 2010-01-01, until: 2020-01-01, value: 5000 }]',
      out: [],
    },
    {
      what: 'may not be looser when it begins',
      below: '[{ from: 2022-01-01, value: 1500.50 }]',
      out: ['looser-value 1500.5 1000 2022-01-01'],
    },
    {
      what: 'that is overtaken later is only warned of',
      below: '[{ from: 2010-01-01, value: 5000 }]',
      out: ['overtaken-value 5000 1000 2020-01-01'],
    },
  ])('$what', ({ below, out }) => {
    expect(says(`[{ from: 2020-01-01, value: 1000, ${LAW} }]`, below)).toEqual(out);
  });

  test('is shown with the place of the stricter one', () => {
    const [looser] = found('[{ value: 1 }]', '[{ value: 2 }]');
    expect(looser?.related?.[0]?.source.file).toBe('national/a.yaml');
  });

  test.each([
    { what: 'the level of the law', approver: 'CN', days: 'from: 2022-01-01', out: [] },
    {
      what: 'a level below the law',
      approver: '"33"',
      days: 'from: 2022-01-01',
      out: ['looser-value 2000 1000 2022-01-01'],
    },
    {
      what: 'the level of the law, for some of the days',
      approver: 'CN',
      days: 'from: 2022-01-01, until: 2023-01-01',
      out: ['looser-value 2000 1000 2023-01-01'],
    },
  ])('may be looser by a waiver of $what', ({ approver, days, out }) => {
    const above = `[{ from: 2020-01-01, value: 1000, ${LAW} }]`;
    expect(says(above, '[{ from: 2022-01-01, value: 2000 }]', waived(approver, days))).toEqual(out);
  });

  test.each([
    {
      what: 'in another unit can not be compared where the month decides',
      type: 'type: duration\ntighten: higher',
      above: '30 days',
      below: '1 month',
      out: ['incomparable-value 1 month 30 days …'],
    },
    {
      what: 'in another unit can where every month says the same',
      type: 'type: duration\ntighten: higher',
      above: '1 month',
      below: '20 days',
      out: ['looser-value 20 days 1 month …'],
    },
    {
      what: 'in months may stand beside one in years',
      type: 'type: duration\ntighten: higher',
      above: '20 years',
      below: '241 months',
      out: [],
    },
    {
      what: 'in the same unit can',
      type: 'type: duration\ntighten: higher',
      above: '15 days',
      below: '20 days',
      out: [],
    },
    {
      what: 'may be a subset',
      type: 'type: set\nitems: { type: text }\ntighten: subset',
      above: '[a, b]',
      below: '[a]',
      out: [],
    },
    {
      what: 'may not leave the set',
      type: 'type: set\nitems: { type: text }\ntighten: subset',
      above: '[a, b]',
      below: '[a, c]',
      out: ['looser-value [a, c] [a, b] …'],
    },
    {
      what: 'may hold the set',
      type: 'type: set\nitems: { type: text }\ntighten: superset',
      above: '[a]',
      below: '[a, c]',
      out: [],
    },
    {
      what: 'may turn a thing on',
      type: 'type: boolean\ntighten: higher',
      above: 'false',
      below: 'true',
      out: [],
    },
    {
      what: 'may not turn it off',
      type: 'type: boolean\ntighten: higher',
      above: 'true',
      below: 'false',
      out: ['looser-value false true …'],
    },
  ])('$what', ({ type, above, below, out }) => {
    expect(says(`[{ value: ${above} }]`, `[{ value: ${below} }]`, '', type)).toEqual(out);
  });
});
