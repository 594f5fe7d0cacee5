import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, parameter, said } from '../testing/library-of.js';
import { checkNotTightenable } from './not-tightenable.js';

describe('a parameter of `tighten`', () => {
  test.each([
    { tighten: 'lower', found: [] },
    { tighten: 'none', found: ['not-tightenable limit'] },
  ])('$tighten, set below', ({ tighten, found }) => {
    const library = libraryOf(
      pack(
        'national',
        BASE + parameter('limit', `type: money\ntighten: ${tighten}\nvalues: [{ value: 2 }]`),
      ),
      pack(
        'village',
        'kind: Parameter\nid: limit\nvalues: [{ value: 1 }]',
        'extends: [{ pack: national, version: ^1 }]\n',
      ),
    );
    expect(said(checkNotTightenable(library), 'id')).toEqual(found);
  });
});
