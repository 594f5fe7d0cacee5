import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as core from '@qingdan/core';
import type { CompiledEvaluator } from '@qingdan/engine';
import type { Evaluator } from '../evaluators/evaluator.js';
import type { Fault } from './fault.js';

const ENGINE = fileURLToPath(new URL('../../../engine/src/', import.meta.url));

const CORE = 'qingdanCore';

/** A module that hands on the core of this process. */
const SHARED_CORE = Object.keys(core)
  .map((name) => `export const ${name} = globalThis.${CORE}.${name};`)
  .join('\n');

/** What is used of esbuild, which Vite brings. */
interface Esbuild {
  build(options: object): Promise<unknown>;
}

function esbuild(): Esbuild {
  const require = createRequire(import.meta.url);
  return createRequire(require.resolve('vite'))('esbuild') as Esbuild;
}

/** Whether the place where a fault goes is still there. */
export function isApplicable({ file, find }: Fault): boolean {
  return readFileSync(join(ENGINE, 'compiled', file), 'utf8').includes(find);
}

/**
 * The compiled evaluator with a fault in it, bundled into a directory. Core stays the one that the rest of the process
 * uses: values are told apart by class and symbol.
 */
export async function faultyEvaluator(fault: Fault, directory: string): Promise<Evaluator> {
  Object.assign(globalThis, { [CORE]: core });
  const file = join(ENGINE, 'compiled', fault.file);
  const outfile = join(directory, `${fault.name.replace(/[^a-z]+/g, '-')}.mjs`);
  await esbuild().build({
    stdin: {
      contents: "export { CompiledEvaluator } from './compiled/evaluator.ts';",
      resolveDir: ENGINE,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'silent',
    plugins: [
      {
        name: 'fault',
        setup(build: PluginBuild) {
          build.onResolve({ filter: /^@qingdan\/core$/ }, () => ({ path: CORE, namespace: CORE }));
          build.onLoad({ filter: /./, namespace: CORE }, () => ({ contents: SHARED_CORE }));
          build.onLoad({ filter: /\/compiled\/[^/]+\.ts$/ }, ({ path }) => {
            if (path !== file) return undefined;
            const text = readFileSync(path, 'utf8');
            return { contents: text.replace(fault.find, () => fault.replace), loader: 'ts' };
          });
        },
      },
    ],
  });
  const module = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as {
    readonly CompiledEvaluator: typeof CompiledEvaluator;
  };
  return {
    name: fault.name,
    prepare: (policy) => {
      const compiled = new module.CompiledEvaluator(policy);
      return (record, world, asOf) => compiled.judge(record, world, asOf);
    },
  };
}

interface PluginBuild {
  onResolve(options: { filter: RegExp }, resolve: () => object): void;
  onLoad(
    options: { filter: RegExp; namespace?: string },
    load: (file: { path: string }) => object | undefined,
  ): void;
}
