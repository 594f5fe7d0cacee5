import { describe, expect, test } from 'vitest';
import { BASE, libraryOf, pack, said } from '../testing/library-of.js';
import { checkInstrumentsOverlap } from './instruments-overlap.js';

describe('an instrument', () => {
  test.each([
    { from: '2026-01-01', found: [] },
    { from: '2025-06-01', found: ['instrument-overlap NEW OLD 2025-06-01'] },
  ])('in force from $from replaces one that ended with 2025', ({ from, found }) => {
    const text = `
---
kind: Instrument
id: NEW
title: { zh: 新法, en: new law }
level: CN
effective: { from: ${from} }
replaces: [OLD]
confidence: verified
`;
    expect(
      said(
        checkInstrumentsOverlap(libraryOf(pack('national', BASE + text))),
        'id',
        'other',
        'date',
      ),
    ).toEqual(found);
  });
});
