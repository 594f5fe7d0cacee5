// The published command comes as one file besides its modules: reading five hundred of them takes longer than a check.
// The file goes once it is packed: left lying, it would hide what is built from the sources.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
// Tests start the command hundreds of times, from a form of its own that nothing else would run.
const outDir = `${root}/${process.argv.includes('--for-tests') ? 'bundle-for-tests' : 'bundle'}`;
rmSync(outDir, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: 'dist/main.js', outDir, target: 'node20', minify: false },
  });
}
