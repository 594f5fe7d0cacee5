import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { type LintOptions, runLintCommand } from './commands/lint.js';
import { runTestCommand, type TestOptions } from './commands/test.js';
import type { Io } from './io.js';
import { STATUS, type Status } from './status.js';

const PACKS =
  'pack folders, or folders of packs (default: qingdan.config.yaml, else those shipped)';

/** Runs the command with its arguments, and answers what the process should end with. */
export async function runProgram(args: readonly string[], io: Io): Promise<Status> {
  let status: Status = STATUS.ok;
  const run = async (command: Promise<Status>): Promise<void> => {
    status = await command;
  };
  const program = new Command('qingdan')
    .description(
      'Village power as code: check, explain, test and compare rule sets\n清单：村级权力规则引擎',
    )
    .version(versionOf())
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr })
    .showSuggestionAfterError();

  program
    .command('test')
    .summary('run the YAML tests beside the rules · 运行规则测试')
    .description('Run the YAML tests beside the rules.\n运行规则旁的 YAML 测试。')
    .argument(
      '[paths...]',
      'pack folders, folders of packs, or test files (default: the packs in use)',
    )
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .action((paths: string[], options: TestOptions) => run(runTestCommand(paths, options, io)));

  program
    .command('lint')
    .summary('judge rule sets · 检查规则包')
    .description('Find what is wrong with rule sets.\n检查规则包本身的问题。')
    .argument('[paths...]', 'pack folders, or folders of packs (default: the packs in use)')
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .addOption(formatOption())
    .option('--deny-warnings', 'fail on warnings too')
    .action((paths: string[], options: LintOptions) => run(runLintCommand(paths, options, io)));

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end with 0; everything else is bad usage.
    return error.exitCode === 0 ? STATUS.ok : STATUS.bad;
  }
  return status;
}

function langOption(): Option {
  return new Option('--lang <lang>', 'language of messages (default: the locale, else zh)').choices(
    ['zh', 'en'],
  );
}

function formatOption(): Option {
  return new Option('--format <format>', 'how to write the result')
    .choices(['text', 'json'])
    .default('text');
}

function versionOf(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
