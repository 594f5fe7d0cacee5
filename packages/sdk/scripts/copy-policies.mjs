// The published package carries the standard packs, so that `qingdan explain …` works anywhere.
// The copy goes once it is packed: left lying, it would hide the packs of the repository.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = fileURLToPath(new URL('../../../policies', import.meta.url));
const to = fileURLToPath(new URL('../policies', import.meta.url));
rmSync(to, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  // Tests stay at home.
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/]tests$/.test(path) });
}
