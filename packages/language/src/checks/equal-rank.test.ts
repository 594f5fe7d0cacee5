import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../testing/library-of.js';
import { checkEqualRank } from './equal-rank.js';

const extend = 'extends: [{ pack: national, version: ^1 }]\n';
const own = (jurisdiction: string, more = '') =>
  `jurisdiction: "${jurisdiction}"\n${extend}${more}`;
const set = (days = '') => `kind: Parameter\nid: limit\nvalues: [{ ${days}value: 1 }]`;

describe('two packs that set one parameter', () => {
  test.each([
    {
      what: 'for the same organisations, neither above the other',
      a: pack('a', set(), own('3302')),
      b: pack('b', set(), own('3302')),
      found: ['equal-rank limit a b'],
    },
    {
      what: 'one above the other',
      a: pack('a', set(), own('33')),
      b: pack('b', set(), own('3302')),
      found: [],
    },
    {
      what: 'in places apart',
      a: pack('a', set(), own('3301')),
      b: pack('b', set(), own('3302')),
      found: [],
    },
    {
      what: 'for subjects apart',
      a: pack('a', set(), own('33', 'subjects: [village]\n')),
      b: pack('b', set(), own('33', 'subjects: [station]\n')),
      found: [],
    },
    {
      what: 'one extending the other',
      a: pack('a', set(), own('33')),
      b: pack('b', set(), own('33').replace('national', 'a')),
      found: [],
    },
    {
      what: 'on days apart',
      a: pack('a', set('until: 2020-01-01, '), own('33')),
      b: pack('b', set('from: 2020-01-01, '), own('33')),
      found: [],
    },
  ])('$what', ({ a, b, found }) => {
    const national = pack(
      'national',
      BASE + parameter('limit', 'type: money\ntighten: lower\nvalues: [{ value: unset }]'),
    );
    expect(said(checkEqualRank(libraryOf(national, a, b)), 'id', 'first', 'second')).toEqual(found);
  });
});
