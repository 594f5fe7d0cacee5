// What `npm start` shows: a year of one village, checked, in a minute's reading. Findings (exit code 1) are what the
// example is there for, so they are a success here; bad input and internal errors are not.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const check = ['check', 'examples/01-village-year/dataset.yaml', '--clock', '2026-08-01'];
const { status } = spawnSync(
  process.execPath,
  ['packages/cli/bin/qingdan.js', ...check, '--top', '2'],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: 'inherit' },
);
if (status === 1) console.log(`\n> npx qingdan ${check.join(' ')}`);
process.exit(status === 1 ? 0 : (status ?? 3));
