import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../testing/library-of.js';
import { checkValuesOverlap } from './values-overlap.js';

describe('the values of a parameter', () => {
  test.each([
    { what: 'may follow each other', until: '2022-01-01', found: [] },
    {
      what: 'may not both hold on a day',
      until: '2022-01-02',
      found: ['values-overlap limit 2022-01-01'],
    },
  ])('$what', ({ until, found }) => {
    const values = `[{ from: 2020-01-01, until: ${until}, value: 1 }, { from: 2022-01-01, value: 2 }]`;
    const library = libraryOf(
      pack('national', BASE + parameter('limit', `type: money\ntighten: lower\nvalues: ${values}`)),
    );
    expect(said(checkValuesOverlap(library), 'id', 'date')).toEqual(found);
  });
});
