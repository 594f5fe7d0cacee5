import { wantsColour } from './output/colours.js';
import { runProgram } from './program.js';
import { STATUS } from './status.js';

// Whoever reads our output may stop early, as `head` does: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    env: process.env,
    colour: wantsColour(process.stdout.isTTY, process.env),
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    terminal: process.stderr.isTTY ? process.stderr : undefined,
  });
} catch (error) {
  const debug = (process.env.QINGDAN_DEBUG ?? '') !== '';
  const reason =
    error instanceof Error ? ((debug ? error.stack : undefined) ?? error.message) : String(error);
  process.stderr.write(`qingdan: internal error: ${reason}\n`);
  if (!debug) process.stderr.write('Set QINGDAN_DEBUG=1 to see where.\n');
  process.exitCode = STATUS.internal;
}
