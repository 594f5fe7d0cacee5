import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONFORMANCE_PAGE, conformancePage } from './page.js';

it('has the page of cases that `pnpm run generate` writes', () => {
  expect(readFileSync(CONFORMANCE_PAGE, 'utf8') === conformancePage()).toBe(true);
});
