// Makes a clone ready to run with nothing but Node and git: installs what the lock file names,
// then builds. Each step costs next to nothing when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.qingdan-setup`;

install();
build();

function install() {
  // Contents, not times: a checkout touches the times of files that it doesn't change.
  const hash = createHash('sha256');
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(root + file));
  }
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  run(`npx --yes ${packageManager} install --frozen-lockfile`);
  writeFileSync(stamp, wanted);
}

function build() {
  // `tsc -b` itself builds only what is older than its sources.
  run(`"${process.execPath}" node_modules/typescript/bin/tsc -b`);
}

/** Runs a command, sends all it says to stderr, and ends this process if it fails. */
function run(command) {
  // Through a shell, since on Windows npx is a script that cannot be started directly.
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(`\`${command}\` failed`);
  process.exit(status ?? 1);
}
