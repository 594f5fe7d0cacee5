import { gzipSync } from 'node:zlib';
import { bundleForBrowser } from '../browser/bundle-module.js';
import type { Area } from './area.js';
import { figures } from './timing/figures.js';

const KILOBYTES = 40;

const MODULES = [
  {
    name: 'the engine: reads records and gives verdicts',
    source: `export { Books, CompiledEvaluator, MemoryRecords } from '@qingdan/engine';
      export { readRecord } from '@qingdan/core';`,
  },
  {
    name: 'the whole SDK, with explanations in two languages',
    source: `export * from '@qingdan/sdk';`,
  },
] as const;

/** What a page loads. */
export const BUNDLE_SIZE: Area = {
  name: 'size',
  title: 'Size in a browser',
  measure: async () => {
    const sizes: { readonly whole: number; readonly packed: number }[] = [];
    for (const { source } of MODULES) {
      const { code } = await bundleForBrowser(source);
      sizes.push({ whole: Buffer.byteLength(code) / 1000, packed: gzipSync(code).length / 1000 });
    }
    const engine = sizes[0]?.packed ?? Number.NaN;
    return {
      text: [`Bundled for browsers by Vite from the sources, minified, compressed by gzip.`],
      tables: [
        {
          head: ['', 'minified', 'compressed'],
          rows: MODULES.map(({ name }, index) => {
            const { whole, packed } = sizes[index] ?? { whole: Number.NaN, packed: Number.NaN };
            return [name, `${figures(whole)} kB`, `${figures(packed)} kB`];
          }),
        },
      ],
      bars: [
        {
          what: 'the engine for browsers, compressed',
          bar: `under ${KILOBYTES} kB`,
          measured: `${figures(engine)} kB`,
          met: engine < KILOBYTES,
        },
      ],
    };
  },
};
