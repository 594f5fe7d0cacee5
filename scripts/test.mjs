// Runs the unit tests and the tests of the packs, and closes with one line for both:
// `N passed, N failed`. Arguments go to Vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = 'packages/cli/bin/qingdan.js';
const bundleScript = ['packages/cli/scripts/bundle.mjs', '--for-tests'];

const results = [runVitest(process.argv.slice(2), bundleCommand()), runPolicyTests()];
node([...bundleScript, '--remove'], 'inherit');
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** For tests that start the command: as one file it starts in a third of the time. */
function bundleCommand() {
  const { status } = node(bundleScript, 'inherit');
  const made = join(root, 'packages/cli/bundle-for-tests/main.js');
  return status === 0 ? { QINGDAN_COMMAND: made } : {};
}

function runVitest(args, command) {
  const directory = mkdtempSync(join(tmpdir(), 'qingdan-test-'));
  const report = join(directory, 'vitest.json');
  try {
    const { status } = node(
      ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
        .concat(`--outputFile.json=${report}`)
        .concat(args),
      'inherit',
      command,
    );
    const { numPassedTests, numFailedTests, testResults } = existsSync(report)
      ? JSON.parse(readFileSync(report, 'utf8'))
      : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    // A file that doesn't load has no tests to fail, so it counts as one.
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    return { passed: numPassedTests, failed: atLeast(status, numFailedTests + broken) };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function runPolicyTests() {
  if (!existsSync(join(root, 'packages/cli/dist/main.js')) || !existsSync(join(root, 'policies'))) {
    console.log('policy tests: skipped, there are no packs or no command line yet');
    return { passed: 0, failed: 0 };
  }
  const help = node([cli, '--help'], 'pipe');
  if (help.status === 0 && !/^\s+test\b/m.test(help.stdout)) {
    console.log('policy tests: skipped, the command line has no `test` yet');
    return { passed: 0, failed: 0 };
  }

  const { status, stdout } = node([cli, 'test', 'policies', '--lang', 'en'], 'pipe');
  process.stdout.write(stdout);
  const counts = [...stdout.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  if (counts === undefined) {
    console.log('policy tests: failed, `qingdan test` did not print `N passed, N failed`');
    return { passed: 0, failed: 1 };
  }
  return { passed: Number(counts[1]), failed: atLeast(status, Number(counts[2])) };
}

/** A run that failed as a whole, for whatever reason, counts as one failure at least. */
function atLeast(status, failed) {
  return status === 0 ? failed : Math.max(1, failed);
}

function node(args, stdout, env = {}) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['inherit', stdout, 'inherit'],
    env: { ...process.env, ...env },
  });
}
