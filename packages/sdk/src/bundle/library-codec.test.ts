import { stringify } from 'devalue';
import { expect, it } from 'vitest';
import { decodeLibrary } from './library-codec.js';

it('refuses what holds itself: whoever follows it would never come to an end', () => {
  const circle: { all: unknown[] } = { all: [] };
  circle.all.push(circle);
  expect(() => decodeLibrary(stringify(circle))).toThrow('circle');
});

it('refuses what is nested deeper than any policy', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1000; level += 1) deep = [deep];
  expect(() => decodeLibrary(stringify(deep))).toThrow(RangeError);
});

it('keeps what is shared shared', () => {
  const shared = { id: 1 };
  const { a, b } = decodeLibrary(stringify({ a: shared, b: shared })) as unknown as {
    a: unknown;
    b: unknown;
  };
  expect(a).toBe(b);
});
