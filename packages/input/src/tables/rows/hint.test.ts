import type { Text } from '@qingdan/core';
import { expect, it } from 'vitest';
import { hintOf } from './hint.js';

const roles = new Map<string, Text>([
  ['director', { zh: '村民委员会主任', en: 'director' }],
  ['deputy', { zh: '村民委员会副主任', en: 'deputy' }],
  ['community-deputy', { zh: '居民委员会副主任', en: 'deputy of the community' }],
]);

it.each([
  ['副主任', '村民委员会副主任、居民委员会副主任'],
  ['主任', '村民委员会主任'],
  ['皇帝', '村民委员会主任、村民委员会副主任、居民委员会副主任'],
])('%s may be %s', (written, zh) => {
  expect(hintOf({ kind: 'role' }, written, { roles, bodies: new Map() }).zh).toBe(zh);
});
