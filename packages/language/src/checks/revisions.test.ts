import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkRevisions } from './revisions.js';

describe('revisions', () => {
  test.each([
    {
      what: 'that follow each other are sound',
      first: '{ until: 2020-01-01 }',
      second: '{ from: 2020-01-01 }',
      found: [],
    },
    {
      what: 'that are both in force on a day are an error',
      first: '{ until: 2020-01-01 }',
      second: '{ from: 2019-12-31 }',
      found: ['revision-overlap national.a 2019-12-31'],
    },
    {
      what: 'without dates overlap',
      first: '{ from: 2018-01-01 }',
      second: '{ from: 2020-01-01 }',
      found: ['revision-overlap national.a 2020-01-01'],
    },
    {
      what: 'that leave a gap are an error',
      first: '{ until: 2020-01-01 }',
      second: '{ from: 2021-01-01 }',
      found: ['revision-gap national.a '],
    },
    {
      what: 'may leave a gap that is explained',
      first: '{ until: 2020-01-01 }',
      second: '{ from: 2021-01-01 }\ngap: { reason: { zh: 因, en: why } }',
      found: [],
    },
  ])('$what', ({ first, second, found }) => {
    const text =
      prohibition('national.a', `effective: ${first}`) +
      prohibition('national.a', `revision: 2\neffective: ${second}`);
    expect(said(checkRevisions(libraryOf(pack('national', BASE + text))), 'id', 'date')).toEqual(
      found,
    );
  });

  test('point to both places', () => {
    const text = prohibition('national.a') + prohibition('national.a', 'revision: 2');
    const [found] = checkRevisions(libraryOf(pack('national', BASE + text)));
    expect(found?.related).toHaveLength(1);
  });
});
