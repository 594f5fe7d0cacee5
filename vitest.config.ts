import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const packages = readdirSync(new URL('packages', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Its tests reach beyond their process: each starts from nothing. */
const ISOLATED = 'cli';

export default defineConfig({
  // Siblings are loaded from source, so that tests need no build. Vitest resolves through
  // `ssr`; setting `resolve.conditions` alone has no effect on it.
  ssr: { resolve: { conditions: ['@qingdan/source', 'module', 'node', 'import', 'default'] } },
  test: {
    // One core is left free otherwise, which on a machine of two is half of it.
    maxWorkers: '100%',
    projects: packages.map((name) => ({
      extends: true,
      test: {
        name,
        root: `packages/${name}`,
        include: ['src/**/*.test.ts'],
        // Loading the packages anew for each file takes as long as its tests.
        isolate: name === ISOLATED,
      },
    })),
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.bench.ts'],
    },
  },
});
