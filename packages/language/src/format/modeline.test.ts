import { describe, expect, test } from 'vitest';
import { modelineFor } from './modeline.js';

describe('the modeline', () => {
  test.each([
    ['policies/national/roles.yaml', '../../schemas/policy.schema.json'],
    ['policies/village/powers/money/spending.yaml', '../../../../schemas/policy.schema.json'],
    ['policies/national/qingdan.yaml', '../../schemas/manifest.schema.json'],
    ['policies/village/tests/cash.test.yaml', '../../../schemas/test.schema.json'],
    ['policies\\village\\roles.yaml', '../../schemas/policy.schema.json'],
  ])('of %s leads to its schema', (file, schema) => {
    expect(modelineFor(file)).toBe(`# yaml-language-server: $schema=${schema}`);
  });

  test.each(['policies/village/qingdan.lock.yaml', 'policies/village/README.md'])(
    'is not for %s',
    (file) => {
      expect(modelineFor(file)).toBeUndefined();
    },
  );
});
