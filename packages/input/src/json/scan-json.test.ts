import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKeyMarks, countKeys, DEPTH_LIMIT, findTooDeep } from './scan-json.js';

describe('the marks of keys', () => {
  it.each<[string, string, number]>([
    ['every key', '{"a":1,"b":{"c":[{"d":2}]}}', 4],
    ['a key that stands twice', '{"a":1,"a":2}', 2],
    ['a key with space before its colon', '{"a" \t\r\n:1}', 1],
    ['a key with a quote in it', '{"a\\"":1}', 1],
    ['no time of day', '{"at":"12:30:00"}', 1],
    ['a text that begins with a colon, for want of looking closer', '{"a":":b"}', 2],
  ])('count %s', (_, text, count) => {
    expect(countKeyMarks(text)).toBe(count);
  });

  it('are never fewer than the keys, so that none stands twice unseen', () => {
    const seed = Number(process.env.QINGDAN_SEED ?? Date.now() % 1_000_000);
    console.log(`marks of keys: QINGDAN_SEED=${String(seed)}`);
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const value = JSON.parse(json) as unknown;
        expect(countKeyMarks(JSON.stringify(value, null, space))).toBeGreaterThanOrEqual(
          countKeys(value),
        );
      }),
      { seed },
    );
  });
});

describe('nesting', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  it.each<[string, string, number | undefined]>([
    ['as deep as allowed', nested(DEPTH_LIMIT), undefined],
    ['one deeper', nested(DEPTH_LIMIT + 1), DEPTH_LIMIT],
    ['side by side', `[${'[],'.repeat(100)}[]]`, undefined],
    ['in a text only', JSON.stringify(nested(DEPTH_LIMIT + 1)), undefined],
    [
      'after a text full of brackets',
      `["${'['.repeat(99)}",${nested(DEPTH_LIMIT)}]`,
      102 + DEPTH_LIMIT,
    ],
  ])('%s', (_, text, at) => {
    expect(findTooDeep(text)).toBe(at);
  });
});
