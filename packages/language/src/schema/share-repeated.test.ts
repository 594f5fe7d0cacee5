import { describe, expect, test } from 'vitest';
import type { JsonSchema } from './json-schema.js';
import { shareRepeated } from './share-repeated.js';

const long: JsonSchema = {
  title: 'a thing',
  type: 'object',
  properties: { name: { type: 'string', description: 'x'.repeat(160) } },
};

describe('sharing what repeats', () => {
  test('writes it once and refers to it', () => {
    const shared = shareRepeated({ type: 'object', properties: { a: long, b: long } });
    expect(shared).toEqual({
      type: 'object',
      properties: { a: { $ref: '#/definitions/a-thing' }, b: { $ref: '#/definitions/a-thing' } },
      definitions: { 'a-thing': long },
    });
  });

  test('leaves alone what is short or there once', () => {
    const schema: JsonSchema = {
      properties: { a: long, b: { type: 'string' }, c: { type: 'string' } },
    };
    expect(shareRepeated(schema)).toEqual(schema);
  });

  test('drops definitions that nothing refers to, and keeps those that refer to themselves', () => {
    const schema: JsonSchema = {
      properties: { a: { $ref: '#/definitions/tree' } },
      definitions: { tree: { items: { $ref: '#/definitions/tree' } }, other: { type: 'string' } },
    };
    expect(Object.keys(shareRepeated(schema).definitions ?? {})).toEqual(['tree']);
  });
});
