import { expect, it } from 'vitest';
import { jsonText } from './json-text.js';

it.each([
  '\u001b[31m',
  '\u009b2J',
  '\u202egnp',
  'a\u200bb',
  '\u2028',
  '</script>',
  '\ufeff',
  '\u007f',
  '"\\',
])('writes %j so that it reads back and nothing obeys it', (text) => {
  const written = jsonText({ [text]: text });
  expect(JSON.parse(written)).toEqual({ [text]: text });
  expect(written).toMatch(/^[\u0020-\u003b\u003d-\u007e]+$/);
});

it('leaves Chinese and line breaks of its own as they are', () => {
  expect(jsonText(['村务', 1], 2)).toBe('[\n  "村务",\n  1\n]');
});
