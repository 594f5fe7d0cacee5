import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, prohibition, said } from '../testing/library-of.js';
import { checkEmptyIntervals } from './empty-intervals.js';

const basis =
  'basis: [{ instrument: LAW, confidence: verified, from: 2026-01-01, until: 2025-01-01 }]';

describe('an interval', () => {
  test.each([
    {
      what: 'of one day is sound',
      text: prohibition('national.a', 'effective: { from: 2026-01-01, until: 2026-01-02 }'),
      found: 0,
    },
    {
      what: 'of an item without a day',
      text: prohibition('national.a', 'effective: { from: 2026-01-01, until: 2026-01-01 }'),
      found: 1,
    },
    { what: 'of a citation without a day', text: prohibition('national.a', basis), found: 1 },
    {
      what: 'of a value without a day',
      text: parameter(
        'p',
        'type: money\ntighten: lower\nvalues: [{ from: 2026-01-01, until: 2025-01-01, value: 1 }]',
      ),
      found: 1,
    },
  ])('$what: $found', ({ text, found }) => {
    const diagnostics = checkEmptyIntervals(libraryOf(pack('national', BASE + text)));
    expect(said(diagnostics)).toEqual(Array(found).fill('empty-interval'));
  });
});
