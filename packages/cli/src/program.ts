import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { GRAVITIES, type Language, SUBJECTS } from '@qingdan/core';
import { type BuildOptions, runBuildCommand } from './commands/build.js';
import { type CheckOptions, runCheckCommand } from './commands/check.js';
import { type ExplainOptions, runExplainCommand } from './commands/explain.js';
import { type ExportOptions, runExportCommand } from './commands/export.js';
import { type FmtOptions, runFmtCommand } from './commands/fmt.js';
import { type ImportCommandOptions, runImportCommand } from './commands/import.js';
import { type InitOptions, runInitCommand } from './commands/init.js';
import { type LintOptions, runLintCommand } from './commands/lint.js';
import { type NextOptions, runNextCommand } from './commands/next.js';
import { runTestCommand, type TestOptions } from './commands/test.js';
import type { Io } from './io.js';
import { languageOf } from './language.js';
import { FAIL_ON } from './output/counting.js';
import { renderDiagnostics } from './output/diagnostics.js';
import { REPORT_FORMATS } from './output/render-report.js';
import { findConfig } from './packs/config.js';
import { STATUS, type Status } from './status.js';
import { usageFault } from './usage-fault.js';
import { versionOf } from './version.js';

const PACKS =
  'pack folders, folders of packs, or one bundle, up to the next option: name files before it (default: qingdan.config.yaml, else those shipped)';

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
    // What is wrong is said below, in the language asked for.
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, outputError: () => undefined })
    .showSuggestionAfterError();

  program
    .command('check')
    .summary('check records and explain findings · 检查记录')
    .description(
      'Check records (JSON, JSONL, YAML, CSV, XLSX or dataset files) and explain what is found.\n检查村务记录，逐条说明疑点与依据。',
    )
    .argument(
      '[files...]',
      'files of records, tables, or dataset files; - for JSONL on standard input',
    )
    .option('--packs <dir...>', PACKS)
    .option('--clock <date>', 'the day that counts as today (default: today)')
    .option('--as-of <date>', 'judge every record by the law of this day')
    .option(
      '--closed <kind=from..until>',
      'the records of a kind are complete from one day until before another; repeatable',
      collect,
      [],
    )
    .option(
      '--log <file...>',
      'logs of events (JSONL, CSV, XLSX, XES, OCEL 2.0), checked as cases of procedures · 流程日志',
    )
    .option('--procedure <id>', 'the procedure of cases that don’t say theirs · 所属流程')
    .option(
      '--activations',
      'of --log, in json and jsonl: what became of each activation of each Declare template · 约束激活明细',
    )
    .option(
      '--mapping <file>',
      'which columns of the tables are which fields (default: ledger.mapping.yaml beside ledger.xlsx) · 列对应文件',
    )
    .option(
      '--suggest-mapping <file>',
      'propose such a file for a table of records or of steps, and check nothing · 为台账或者办事登记表草拟列对应文件',
    )
    .addOption(langOption())
    .addOption(formatOption(REPORT_FORMATS))
    .addOption(
      new Option('--fail-on <what>', 'what makes the status 1')
        .choices(FAIL_ON)
        .default('violation'),
    )
    .addOption(
      new Option('--min-severity <severity>', 'count only findings this grave for the status')
        .choices(GRAVITIES)
        .default('notice'),
    )
    .addOption(
      new Option(
        '--all',
        'show what is satisfied or does not apply, too, and fold nothing',
      ).conflicts(['summary', 'top']),
    )
    .addOption(
      new Option('--summary', 'in text, show only how much was found where').conflicts('top'),
    )
    .addOption(
      new Option(
        '--top <n>',
        'in text, show one finding of each of the n gravest items, and the summary',
      ).argParser(wholeNumber),
    )
    .option('--unmask', 'show personal data; secret data is never shown')
    .option('--output <file>', 'write the report to a file, whole or not at all')
    .action((files: string[], options: CheckOptions) => run(runCheckCommand(files, options, io)));

  program
    .command('next')
    .summary('say what may be done next in running cases · 提示下一步')
    .description(
      'Say of each step of a running case whether it may be done, by whom, by when, and what stands in the way.\n提示办理中事项的下一步：可以办理的步骤、人员、期限和应当附的材料。',
    )
    .argument('[files...]', 'files of records and registers, such as the roster of officers')
    .requiredOption(
      '--log <file...>',
      'logs of events (JSONL, CSV, XLSX, XES, OCEL 2.0) · 流程日志',
    )
    .option('--case <id>', 'this case only; without it all that are not closed · 事项编号')
    .option('--procedure <id>', 'the procedure of cases that don’t say theirs · 所属流程')
    .option(
      '--mapping <file>',
      'which columns of a log in a table are which fields (default: log.mapping.yaml beside log.xlsx) · 列对应文件',
    )
    .option('--packs <dir...>', PACKS)
    .option('--clock <date>', 'the day that counts as today (default: today)')
    .addOption(langOption())
    .option('--unmask', 'show personal data; secret data is never shown')
    .action((files: string[], options: NextOptions) => run(runNextCommand(files, options, io)));

  program
    .command('explain')
    .summary('show one item or document · 解释一个条目')
    .description(
      'Show one item: its rule, law, figures, revisions, tests; or a parameter, table, kind of record, role, body, instrument.\n解释清单中的一个条目（规则、依据、数值、版本、测试），或者一项标准、决策表、记录种类、岗位、机构、法规。',
    )
    .argument('<item>', 'an id, or kind:id as in power:village.seal-use, record:seal-use')
    .option('--as-of <date>', 'tell the law of this day (default: today)')
    .option(
      '--jurisdiction <code>',
      'tell the figures of this place (default: where the item is from)',
    )
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .action((item: string, options: ExplainOptions) => run(runExplainCommand(item, options, io)));

  program
    .command('init')
    .summary('begin a pack · 新建规则包')
    .description(
      'Begin a pack that passes lint and test, or, with --county, the overlay of a place: every figure left to it, each with its meaning and an example in comments.\n新建一个可以通过检查和测试的规则包；加 --county 则为某地建立本地标准包，逐项列出留给本地规定的标准及示例。',
    )
    .argument('<name>', 'the name of the pack')
    .option('--dir <folder>', 'where to write it (default: a folder of its name)')
    .option('--county <code>', 'the province, county or township whose figures it sets · 区划代码')
    .addOption(
      new Option(
        '--subject <subject>',
        'for whom it is; that of the packs on which the others build unless given · 主体',
      ).choices(SUBJECTS),
    )
    .option('--clock <date>', 'figures unset on this day are owed (default: today)')
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .action((name: string, options: InitOptions) => run(runInitCommand(name, options, io)));

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
    .option('--write-lock', 'pin the packs in use in qingdan.lock.yaml, beside the configuration')
    .action((paths: string[], options: LintOptions) => run(runLintCommand(paths, options, io)));

  program
    .command('fmt')
    .summary('format rule sets · 整理规则包格式')
    .description('Lay policy files out in the one way.\n统一规则文件的格式。')
    .argument('[paths...]', 'files, pack folders, or folders of packs (default: here)')
    .option('--check', 'change nothing; fail where something would change')
    .addOption(langOption())
    .action((paths: string[], options: FmtOptions) => run(runFmtCommand(paths, options, io)));

  program
    .command('build')
    .summary('write one bundle of packs · 生成规则集文件')
    .description(
      'Write packs as one bundle, names bound, for --packs, the SDK and browsers.\n把规则包合成一个文件，供命令、程序和浏览器使用。',
    )
    .argument('[paths...]', 'pack folders, or folders of packs (default: the packs in use)')
    .option('--packs <dir...>', PACKS)
    .option('--output <file>', 'write the bundle to a file, whole or not at all')
    .addOption(langOption())
    .action((paths: string[], options: BuildOptions) => run(runBuildCommand(paths, options, io)));

  program
    .command('export')
    .summary('write rules, flow charts and kinds of records · 导出规则、流程图和记录格式')
    .description(
      'Write rules in a form that others run (json-rules-engine; what it cannot say is left out, with the reason), the flow charts of procedures (svg, bpmn, mermaid), or the kinds of records for programs that write them (types: TypeScript; json-schema).\n把规则导出为其他引擎可运行的形式，不能表达的条目不导出并说明原因；导出权力运行流程图（svg、bpmn、mermaid）；或者导出记录格式，供编写记录的程序使用。',
    )
    .argument('<format>', 'json-rules-engine, svg, bpmn, mermaid, types, json-schema')
    .argument('[items...]', 'ids, or patterns such as village.exp-* (default: every item)')
    .option('--out <folder>', 'where to write the files (default: one text to stdout)')
    .addOption(
      new Option('--output <file>', 'write the one text to a file, whole or not at all').conflicts(
        'out',
      ),
    )
    .option(
      '--jurisdiction <code>',
      'write the figures of this place (default: where the item is from)',
    )
    .option('--as-of <date>', 'draw procedures by the law of this day (default: today)')
    .option(
      '--print',
      'of svg: on a page, with time, papers, risk and prevention of each step · 上墙图',
    )
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .action((format: string, items: string[], options: ExportOptions) =>
      run(runExportCommand(format, items, options, io)),
    );

  program
    .command('import')
    .summary('read rules of other engines · 导入规则')
    .description(
      'Read what another engine checks as a new pack: rules of json-rules-engine as prohibitions, a Declare model (.decl) as a procedure. What cannot be read is refused by name.\n把其他引擎的规则导入为规则包：json-rules-engine 的规则成为负面清单条目，Declare 模型（.decl）成为流程；不能导入的逐条说明。',
    )
    .argument('<format>', 'json-rules-engine, declare')
    .argument(
      '<file>',
      'a JSON file (a rule, a list of rules, or { rules, conditions }), or a .decl file',
    )
    .requiredOption('--pack <name>', 'the name of the pack that the items are to belong to')
    .option(
      '--record <kind>',
      'of json-rules-engine: the kind of record whose fields the facts are; `new` makes one from the facts',
    )
    .option(
      '--procedure <id>',
      'of declare: what the procedure is called in its pack (default: the name of the file)',
    )
    .option('--out <folder>', 'where to write the pack (default: its documents to stdout)')
    .option('--packs <dir...>', PACKS)
    .addOption(langOption())
    .action((format: string, file: string, options: ImportCommandOptions) =>
      run(runImportCommand(format, file, options, io)),
    );

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version end with 0; everything else is bad usage.
    if (error.exitCode === 0) return STATUS.ok;
    await sayUsage(error, args, io);
    return STATUS.bad;
  }
  return status;
}

async function sayUsage(
  error: CommanderError,
  args: readonly string[],
  { stderr, env }: Io,
): Promise<void> {
  // Without a command the help was written.
  if (error.code === 'commander.help') return;
  const fault = usageFault(error);
  const { lang } = await findConfig();
  const language = languageOf(langIn(args), lang, env);
  stderr(fault === undefined ? `${error.message}\n` : renderDiagnostics([fault], language));
}

/** The language asked for by arguments that could not be read as a whole. */
function langIn(args: readonly string[]): Language | undefined {
  const asked = args.includes('--lang') ? args[args.lastIndexOf('--lang') + 1] : undefined;
  const lang = /^--lang=(.*)$/.exec(args.find((arg) => arg.startsWith('--lang=')) ?? '')?.[1];
  return (['zh', 'en'] as const).find((known) => known === asked || known === lang);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

function langOption(): Option {
  return new Option('--lang <lang>', 'language of messages (default: the locale, else zh)').choices(
    ['zh', 'en'],
  );
}

function formatOption(formats: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', 'how to write the result')
    .choices(formats)
    .default('text');
}
