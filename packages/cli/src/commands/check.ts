import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Language,
  said,
  severityOf,
  sortDiagnostics,
} from '@qingdan/core';
import { completeBooks } from '@qingdan/input';
import { createChecker } from '@qingdan/sdk';
import { collectAfterReading } from '../input/collect-garbage.js';
import { gatherRecords } from '../input/gather-records.js';
import { STDIN } from '../input/read-record-file.js';
import { isMappingOfEvents } from '../input/read-case-logs.js';
import { suggestMappingOf } from '../input/suggest-mapping.js';
import { wordsOf } from '../input/words.js';
import type { Io } from '../io.js';
import { checkCases } from './check-cases.js';
import { answerLines, ReportLines } from './check-lines.js';
import { languageOf } from '../language.js';
import { readClosed } from '../options/closed-books.js';
import { checkDay, today } from '../options/days.js';
import { hasCounting } from '../output/counting.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { LineWriter } from '../output/line-writer.js';
import { drawOn, Progress } from '../output/progress.js';
import { renderReport, type ReportOptions } from '../output/render-report.js';
import { outputFault, writeOutput } from '../output/write-output.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';

export interface CheckOptions extends ReportOptions {
  readonly packs?: readonly string[];
  readonly clock?: string;
  readonly asOf?: string;
  readonly closed: readonly string[];
  readonly lang?: Language;
  readonly mapping?: string;
  readonly suggestMapping?: string;
  /** Logs of events, to be checked as cases of procedures. */
  readonly log?: readonly string[];
  readonly procedure?: string;
}

/** A report for programs is whole: what picks parts of it for people is refused rather than ignored. */
function checkParts({ format, summary, top }: CheckOptions): readonly Diagnostic[] {
  if (format === 'text') return [];
  const asked = [
    ...(summary === true ? ['--summary'] : []),
    ...(top === undefined ? [] : ['--top']),
  ];
  return asked.map((option) => {
    const expected = said('expected', {
      zh: `text（${option} 只用于文字报告）`,
      en: `text (${option} is for the report as text)`,
    });
    return diagnostic('bad-option', { option: '--format', value: format, ...expected });
  });
}

/** Activations are of cases, and for programs. */
function checkActivations({ log, format, activations }: CheckOptions): readonly Diagnostic[] {
  if (activations !== true) return [];
  if (log === undefined) return [diagnostic('missing-option', { option: '--log' })];
  if (format === 'json' || format === 'jsonl') return [];
  const expected = 'json, jsonl (--activations)';
  return [diagnostic('bad-option', { option: '--format', value: format, expected })];
}

/** `qingdan check`: checks records and explains what is found. */
export async function runCheckCommand(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const language = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, language));
    return STATUS.bad;
  };
  if (options.suggestMapping !== undefined) {
    const { suggestMapping, packs: asked, procedure } = options;
    return suggestMappingOf(suggestMapping, asked, config, language, io, procedure);
  }
  const misused = [...checkDay('--clock', options.clock), ...checkDay('--as-of', options.asOf)];
  misused.push(...checkParts(options));
  const logs = options.log ?? [];
  misused.push(...checkActivations(options));
  if (files.length === 0 && logs.length === 0) misused.push(diagnostic('no-input', {}));
  if (misused.length > 0) return refuse(misused);

  const { packs, diagnostics } = await loadPacksInUse(options.packs, config, { orBundle: true });
  const closed = readClosed(options.closed, packs.records);
  if (closed.diagnostics.length > 0) return refuse([...diagnostics, ...closed.diagnostics]);

  const progress = new Progress(await drawOn(io.terminal), language);
  progress.begin('read');
  const { mapping } = options;
  const isOfEvents =
    mapping !== undefined &&
    logs.length > 0 &&
    (files.length === 0 || (await isMappingOfEvents(mapping)));
  const tables = {
    ...(mapping === undefined || isOfEvents ? {} : { mapping }),
    words: wordsOf(packs),
  };
  // Lines of standard input are answered one by one, against what the files hold.
  const isAnswering = options.format === 'jsonl' && files.includes(STDIN);
  const known = isAnswering ? files.filter((file) => file !== STDIN) : files;
  const gathered = await gatherRecords(known, packs.records, tables, (count) => {
    progress.add(count);
  });
  progress.end();
  if (options.output !== undefined && (await isOneOf(options.output, gathered.files))) {
    const expected = said('expected', {
      zh: '不在受检之列的文件',
      en: 'a file that is not checked',
    });
    return refuse([
      diagnostic('bad-option', { option: '--output', value: options.output, ...expected }),
    ]);
  }
  collectAfterReading(gathered.records.length);
  const complete = completeBooks([...gathered.books, ...closed.books], gathered.lost);
  const found = [
    ...config.diagnostics,
    ...diagnostics,
    // What is merely doubtful about rule sets is for `lint`.
    ...packs.check().filter((item) => severityOf(item) === 'error'),
    ...gathered.diagnostics,
    ...complete.diagnostics,
  ];
  const checker = createChecker(packs, {
    lang: language,
    clock: options.clock ?? config.clock ?? today(),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    all: options.all === true,
    records: { records: gathered.records, books: complete.books },
  });
  let lines: LineWriter | undefined;
  try {
    if (options.format === 'jsonl') lines = new LineWriter(options.output, io);
  } catch (error) {
    return refuse([outputFault(options.output ?? '', error)]);
  }
  const written =
    lines === undefined ? undefined : new ReportLines(checker, language, options, lines);
  const cases = await checkCases(
    logs,
    {
      packs,
      checker,
      digests: gathered.digests,
      records: gathered.records,
      ...(options.procedure === undefined ? {} : { procedure: options.procedure }),
      ...(isOfEvents ? { mapping } : {}),
    },
    written === undefined || isAnswering
      ? undefined
      : (result) => {
          written.addCase(result);
        },
  );
  found.push(...cases.diagnostics);
  const isEmpty = gathered.records.length === 0 && cases.count === 0;
  if (isEmpty && !isAnswering && !hasErrors(found)) found.push(diagnostic('no-input', {}));
  if (isAnswering && lines !== undefined) {
    io.stderr(renderDiagnostics(found, language));
    const status = await answerLines(checker, packs.records, language, options, lines);
    lines.end();
    return hasErrors(found) ? STATUS.bad : status;
  }
  if (written !== undefined) {
    progress.begin('check', gathered.records.length);
    const report = written.addRecords(gathered.records, sortDiagnostics(found), () => {
      progress.add(1);
    });
    progress.end();
    for (const result of cases.results) written.addCase(result);
    written.close({ ...report, input: gathered.digests.value }, io);
    if (hasErrors(report.diagnostics)) return STATUS.bad;
    return written.isFound ? STATUS.found : STATUS.ok;
  }
  progress.begin('check', gathered.records.length);
  const checked = checker.checkAll(gathered.records, sortDiagnostics(found), () => {
    progress.add(1);
  });
  progress.end();
  const ofRecords = { ...checked, input: gathered.digests.value };
  const report = logs.length === 0 ? ofRecords : checker.withCases(ofRecords, cases.results);
  const text = renderReport(report, language, options, io);

  if (options.format === 'text') io.stderr(renderDiagnostics(report.diagnostics, language));
  const fault = await writeOutput(text, options.output, io);
  if (fault !== undefined) return refuse([fault]);
  if (hasErrors(report.diagnostics)) return STATUS.bad;
  const isFound = hasCounting(report, options.failOn, options.minSeverity);
  return isFound ? STATUS.found : STATUS.ok;
}

/** Whether a path leads to one of some files, by whatever name. */
async function isOneOf(path: string, files: readonly string[]): Promise<boolean> {
  const real = (file: string): Promise<string> => realpath(file).catch(() => resolve(file));
  return (await Promise.all(files.map(real))).includes(await real(path));
}
