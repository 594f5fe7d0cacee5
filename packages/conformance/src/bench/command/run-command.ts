import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** What a command took, children's start and all: seconds, and bytes at the most. */
export interface Usage {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
}

/** Says at its end, on a pipe, what the process used. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
   process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`,
)}`;

/**
 * Runs Node in a folder, with its output in a file.
 *
 * @throws Error where it fails
 */
export function runNode(args: readonly string[], output: string, cwd: string): Usage {
  const file = openSync(output, 'w');
  const start = performance.now();
  const { status, output: pipes } = spawnSync(process.execPath, ['--import', REPORTER, ...args], {
    cwd,
    stdio: ['ignore', file, 'inherit', 'pipe'],
  });
  const wall = (performance.now() - start) / 1000;
  closeSync(file);
  if (status !== 0) throw new Error(`\`node ${args.join(' ')}\` ended with ${String(status)}`);
  const usage = JSON.parse(String(pipes[3])) as NodeJS.ResourceUsage;
  return {
    wall,
    processor: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    memory: usage.maxRSS * 1024,
  };
}
