import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, prohibition, said } from '../testing/library-of.js';
import { checkGlobs } from './globs.js';

describe.each(['prohibits', 'guards'])('what a power %s', (key) => {
  test.each([
    { glob: 'national.exp-*', found: [] },
    { glob: 'national.*-cash', found: [] },
    { glob: 'national.land-*', found: ['unknown-reference national.land-*'] },
  ])('by $glob', ({ glob, found }) => {
    const text = `${prohibition('national.exp-cash')}
---
kind: Power
id: national.p
title: { zh: 权, en: power }
severity: minor
nature: suspicion
holders: [committee]
capacities: [collective]
governs: { record: expenditure }
${key}: ["${glob}"]
`;
    expect(said(checkGlobs(libraryOf(pack('national', BASE + text))), 'id')).toEqual(found);
  });
});
