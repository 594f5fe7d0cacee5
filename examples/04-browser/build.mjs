// node build.mjs OUTPUT PACK... : writes one page with the packs and the engine in it.
import { writeFile, readFile } from 'node:fs/promises';
import { loadPacks, writeBundle } from '@qingdan/sdk';
import { build } from 'vite';

const [output, ...folders] = process.argv.slice(2);
if (output === undefined || folders.length === 0) {
  console.error('node build.mjs OUTPUT PACK...');
  process.exit(2);
}

const here = import.meta.dirname;
const bundle = writeBundle(await loadPacks(folders));
const built = await build({
  root: here,
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    target: 'es2022',
    lib: { entry: 'page.mjs', formats: ['iife'], name: 'page', fileName: 'page' },
  },
});
const [{ output: [script] }] = built;

const parts = {
  // As JSON and as JavaScript alike, `<` may be written so inside a text; nothing then ends the element early.
  BUNDLE: bundle.trimEnd().replaceAll('<', '\\u003c'),
  SCRIPT: script.code.replaceAll(/<(?=\/script|!--)/gi, '\\x3c'),
};
const page = await readFile(`${here}/page.html`, 'utf8');
await writeFile(output, page.replaceAll(/\{\{(BUNDLE|SCRIPT)\}\}/g, (_, name) => parts[name]));
