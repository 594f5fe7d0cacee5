import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../../..');

/** Packs the command and the SDK as they are published, lays them out in a folder, and answers where the command is. */
export function installPacked(folder: string): string {
  const packed = join(folder, 'packed');
  const names = ['qingdan', '@qingdan/sdk'];
  const filters = names.flatMap((name) => ['--filter', name]);
  execFileSync(
    'npx',
    ['--yes', packageManager(), ...filters, '-r', 'pack', '--pack-destination', packed],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  for (const name of names) {
    const target = join(folder, 'node_modules', name);
    const start = `${name.replace('@', '').replace('/', '-')}-`;
    const tarball = readdirSync(packed).find(
      (file) => file.startsWith(start) && /^\d/.test(file.slice(start.length)),
    );
    if (tarball === undefined) throw new Error(`${name} was not packed`);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(packed, tarball), '-C', target, '--strip-components=1']);
  }
  return join(folder, 'node_modules/qingdan/bin/qingdan.js');
}

/** The very version that the repository is installed with. */
function packageManager(): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    packageManager: string;
  };
  return manifest.packageManager;
}
