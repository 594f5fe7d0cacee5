// The published package carries the standard packs, and one bundle of them for a quick start, so that the command works
// anywhere. The copy goes once it is packed: left lying, it would hide the packs of the repository.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../../../policies', import.meta.url));
const to = 'policies';
// Files are named in the bundle as they lie in the package, wherever it is packed.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync(to, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  // Tests stay at home.
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/]tests$/.test(path) });
  const { loadPacks, writeBundle } = await import('../dist/index.js');
  const packs = await loadPacks([`${to}/national`, `${to}/village`]);
  writeFileSync(`${to}/standard.bundle.json`, writeBundle(packs));
}
