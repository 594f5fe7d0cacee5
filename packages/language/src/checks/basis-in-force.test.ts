import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkBasisInForce } from './basis-in-force.js';

describe('a citation', () => {
  test.each([
    { from: '2025-12-31', found: [] },
    { from: '2026-01-01', found: ['basis-not-in-force OLD'] },
  ])('of a law that ended with 2025, for an item from $from', ({ from, found }) => {
    const keys = `basis: [{ instrument: OLD, confidence: verified }]\neffective: { from: ${from} }`;
    const library = libraryOf(pack('national', BASE + prohibition('national.a', keys)));
    expect(said(checkBasisInForce(library), 'instrument')).toEqual(found);
  });
});
