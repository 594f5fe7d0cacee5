import { join } from 'node:path';
import { build } from 'vite';

/** What a browser would load for a module. */
export interface BrowserModule {
  readonly code: string;
  /** Every module in it, and every one that it would load besides. */
  readonly files: readonly string[];
}

const CONFORMANCE = join(import.meta.dirname, '../..');

/** Bundles a module of our own as embedders do for browsers, from the sources and minified. */
export async function bundleForBrowser(source: string): Promise<BrowserModule> {
  const entry = join(CONFORMANCE, 'src/browser/entry-of-a-test.js');
  const built = await build({
    root: CONFORMANCE,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@qingdan/source', 'browser', 'module', 'import', 'default'] },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['es'], fileName: 'module' },
    },
  });
  const chunks = (Array.isArray(built) ? built : [built])
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((each) => each.type === 'chunk');
  return {
    code: chunks.map(({ code }) => code).join('\n'),
    files: chunks.flatMap(({ modules, imports, dynamicImports }) => [
      ...Object.keys(modules),
      ...imports,
      ...dynamicImports,
    ]),
  };
}
