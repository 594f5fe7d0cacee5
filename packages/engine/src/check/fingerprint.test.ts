import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fingerprint } from './fingerprint.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20260301);
vi.setConfig({ testTimeout: 60_000 });

/** FNV-1a over the platform's UTF-8. */
function fnv(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, '0');
}

describe('a fingerprint', () => {
  it.each<[readonly string[], string]>([
    [[''], 'cbf29ce484222325'],
    [['a'], 'af63dc4c8601ec8c'],
    [['foobar'], '85944171f73967e8'],
  ])('of %j is what it always was', (parts, expected) => {
    expect(fingerprint(...parts)).toBe(expected);
  });

  it('tells where one part ends and the next begins', () => {
    expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
    expect(fingerprint('a', '')).not.toBe(fingerprint('a'));
  });

  it(`is FNV-1a over UTF-8, in 16 digits (seed ${String(seed)})`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        (parts) => {
          expect(fingerprint(...parts)).toBe(fnv(parts.join('\u0000')));
          expect(fingerprint(...parts)).toMatch(/^[0-9a-f]{16}$/);
        },
      ),
      { seed, numRuns: 200 },
    );
  });
});
