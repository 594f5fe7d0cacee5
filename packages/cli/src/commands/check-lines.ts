import {
  type CaseResult,
  type CheckReport,
  type Diagnostic,
  hasErrors,
  type Language,
  type RecordNode,
  type RecordResult,
  type RecordType,
} from '@qingdan/core';
import { NOTHING_SEEN, readEachLine } from '@qingdan/input';
import { type AnswerJson, caseJson, diagnosticsJson, resultJson } from '@qingdan/report';
import { CaseTally, type Checker } from '@qingdan/sdk';
import { STDIN } from '../input/read-record-file.js';
import type { Io } from '../io.js';
import { counts, countsDeviation } from '../output/counting.js';
import type { LineWriter } from '../output/line-writer.js';
import { renderReport, type ReportOptions } from '../output/render-report.js';
import { STATUS, type Status } from '../status.js';
import { jsonText } from '../text/json-text.js';

/** A report in the making, of which each result is written as it is made, so that no more than one is held. */
export class ReportLines {
  /** Whether anything was found on which the check is to fail. */
  isFound = false;
  readonly #checker: Checker;
  readonly #lang: Language;
  readonly #options: ReportOptions;
  readonly #writer: LineWriter;
  readonly #cases = new CaseTally();

  constructor(checker: Checker, lang: Language, options: ReportOptions, writer: LineWriter) {
    this.#checker = checker;
    this.#lang = lang;
    this.#options = options;
    this.#writer = writer;
  }

  addCase(result: CaseResult): void {
    const { failOn, minSeverity, unmask, activations } = this.#options;
    this.isFound ||= result.findings.some((each) => countsDeviation(each, failOn, minSeverity));
    this.#cases.add(result);
    const told = { unmask: unmask === true, activations: activations === true };
    addLine(this.#writer, caseJson(result, this.#lang, told));
  }

  /** Checks records; what comes of all together. */
  addRecords(
    records: readonly RecordNode[],
    diagnostics: readonly Diagnostic[],
    onResult: () => void,
  ): CheckReport {
    return this.#checker.checkEach(records, diagnostics, (result) => {
      this.isFound ||= isCounting(result, this.#options);
      addLine(
        this.#writer,
        resultJson(result, this.#lang, { unmask: this.#options.unmask === true }),
      );
      onResult();
    });
  }

  /** Writes what closes the report, of all that was added. */
  close(report: CheckReport, io: Io): void {
    const whole = this.#checker.withCases(report, this.#cases);
    this.#writer.add(renderReport(whole, this.#lang, this.#options, io));
    this.#writer.end();
  }
}

/**
 * Answers each line of standard input before it looks at the next, as a system that holds the command as a child process
 * needs it. Lines are judged against the records at hand, and not kept.
 */
export async function answerLines(
  checker: Checker,
  kinds: ReadonlyMap<string, RecordType>,
  lang: Language,
  options: ReportOptions,
  writer: LineWriter,
): Promise<Status> {
  let status: Status = STATUS.ok;
  const lines = readEachLine(process.stdin, STDIN, kinds, { seen: NOTHING_SEEN });
  for await (const { line, read } of lines) {
    const diagnostics = diagnosticsJson(read.diagnostics, lang);
    if (hasErrors(read.diagnostics)) status = STATUS.bad;
    const answers = read.records.map((record): AnswerJson => {
      const result = checker.checkRecord(record);
      if (status === STATUS.ok && isCounting(result, options)) status = STATUS.found;
      return { ...resultJson(result, lang, { unmask: options.unmask === true }), diagnostics };
    });
    if (answers.length === 0)
      answers.push({ record: null, source: { file: STDIN, line }, diagnostics });
    for (const answer of answers) addLine(writer, answer);
    writer.flush();
  }
  return status;
}

function addLine(writer: LineWriter, value: unknown): void {
  writer.add(jsonText(value));
  writer.add('\n');
}

function isCounting({ findings }: RecordResult, { failOn, minSeverity }: ReportOptions): boolean {
  return findings.some((finding) => counts(finding, failOn, minSeverity));
}
