import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, prohibition, said } from '../testing/library-of.js';
import { checkBasisCoverage } from './basis-coverage.js';

const V = 'confidence: verified';

describe('the basis of an item', () => {
  test.each([
    { what: 'may hold all the time', basis: `[{ instrument: LAW, ${V} }]`, found: [] },
    {
      what: 'must not be missing',
      basis: '[]',
      found: ['no-basis … …'],
    },
    {
      what: 'ends with its instrument',
      basis: `[{ instrument: OLD, ${V} }]`,
      found: ['no-basis 2026-01-01 …'],
    },
    {
      what: 'may be taken over by another one',
      basis: `[{ instrument: OLD, ${V} }, { instrument: LAW, from: 2026-01-01, ${V} }]`,
      found: [],
    },
    {
      what: 'must hold for each subject',
      basis: `[{ instrument: OLD, ${V} }, { instrument: LAW, subjects: [village, community], ${V} }]`,
      found: ['no-basis 2026-01-01 …  (cooperative, station)'],
    },
    {
      what: 'needs to hold for the subjects of the item only',
      basis: `[{ instrument: LAW, subjects: [village], ${V} }]\nsubjects: [village]`,
      found: [],
    },
  ])('$what', ({ basis, found }) => {
    const library = libraryOf(
      pack('national', BASE + prohibition('national.a', `basis: ${basis}`)),
    );
    expect(
      said(checkBasisCoverage(library), 'from', 'until', 'subject').map((text) => text.trim()),
    ).toEqual(found);
  });

  test('is judged for a branch that has its own', () => {
    const branch = `any: [{ fact: urgent, operator: equal, value: true, basis: [{ instrument: OLD, ${V} }] }]`;
    const library = libraryOf(pack('national', BASE + prohibition('national.a', '', branch)));
    expect(said(checkBasisCoverage(library), 'from')).toEqual(['no-basis 2026-01-01']);
  });
});

describe('the basis of a value', () => {
  test.each([
    {
      what: 'must hold while it does',
      value: `value: 1, basis: [{ instrument: OLD, ${V} }]`,
      found: ['no-basis limit 2026-01-01'],
    },
    {
      what: 'may hold for some subjects only',
      value: `value: 1, basis: [{ instrument: LAW, subjects: [village], ${V} }]`,
      found: [],
    },
    { what: 'is not asked for where it is unset', value: 'value: unset', found: [] },
  ])('$what', ({ value, found }) => {
    const library = libraryOf(
      pack(
        'national',
        BASE + parameter('limit', `type: money\ntighten: lower\nvalues: [{ ${value} }]`),
      ),
    );
    expect(said(checkBasisCoverage(library), 'id', 'from')).toEqual(found);
  });
});
