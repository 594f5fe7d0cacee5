import {
  type CheckReport,
  type Diagnostic,
  hasErrors,
  type Language,
  type RecordNode,
  type RecordResult,
  type RecordType,
} from '@qingdan/core';
import { NOTHING_SEEN, readEachLine } from '@qingdan/input';
import { type AnswerJson, diagnosticsJson, resultJson } from '@qingdan/report';
import type { Checker } from '@qingdan/sdk';
import { STDIN } from '../input/read-record-file.js';
import { counts } from '../output/counting.js';
import type { LineWriter } from '../output/line-writer.js';
import type { ReportOptions } from '../output/render-report.js';
import { STATUS, type Status } from '../status.js';
import { jsonText } from '../text/json-text.js';

/** Checks records, writing each result as it is made, so that no more than one is held. */
export function checkLines(
  checker: Checker,
  records: readonly RecordNode[],
  diagnostics: readonly Diagnostic[],
  lang: Language,
  options: ReportOptions,
  writer: LineWriter,
  onResult: () => void,
): { readonly report: CheckReport; readonly isFound: boolean } {
  let isFound = false;
  const report = checker.checkEach(records, diagnostics, (result) => {
    isFound ||= isCounting(result, options);
    addLine(writer, resultJson(result, lang, { unmask: options.unmask === true }));
    onResult();
  });
  return { report, isFound };
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
