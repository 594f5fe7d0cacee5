import type { CheckReport, Gravity, Language, Text } from '@qingdan/core';
import {
  closingJson,
  renderCases,
  renderText,
  toJsonWithCases,
  toJunit,
  toSarif,
} from '@qingdan/report';
import { match } from 'ts-pattern';
import type { Io } from '../io.js';
import { jsonText } from '../text/json-text.js';
import { versionOf } from '../version.js';
import { counts, countsDeviation, type FailOn } from './counting.js';

/** How a report can be written. */
export const REPORT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'junit'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly minSeverity: Gravity;
  readonly all?: boolean;
  readonly summary?: boolean;
  readonly top?: number;
  readonly output?: string;
  readonly unmask?: boolean;
  /** Of cases, in the formats for programs: the activations of templates. */
  readonly activations?: boolean;
}

/** The report in the form that was asked for. */
export function renderReport(
  report: CheckReport,
  lang: Language,
  options: ReportOptions,
  io: Io,
): string {
  const { format, failOn, minSeverity } = options;
  const unmask = options.unmask === true;
  const activations = options.activations === true;
  return (
    match(format)
      .with('text', () => asText(report, lang, options, io))
      .with('json', () => print(toJsonWithCases(report, lang, { unmask, activations })))
      // Its results were written as they were made.
      .with('jsonl', () => `${jsonText(closingJson(report, lang))}\n`)
      .with('sarif', () => print(toSarif(report, lang, { unmask, version: versionOf() })))
      .with('junit', () =>
        toJunit(report, lang, {
          unmask,
          counts: (finding) => counts(finding, failOn, minSeverity),
          countsDeviation: (finding) => countsDeviation(finding, failOn, minSeverity),
        }),
      )
      .exhaustive()
  );
}

function print(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}

function asText(
  report: CheckReport,
  lang: Language,
  { all, summary, top, output, unmask }: ReportOptions,
  { colour, width }: Io,
): string {
  const toTerminal = output === undefined;
  const part =
    all === true ? 'all' : summary === true ? 'summary' : top === undefined ? 'full' : 'top';
  const paint = {
    lang,
    colour: toTerminal && colour,
    unmask: unmask === true,
    ...(toTerminal && width !== undefined ? { width: Math.min(width, WIDEST) } : {}),
  };
  const { cases = [] } = report;
  const ofCases = cases.length === 0 ? '' : renderCases(cases, paint);
  // Logs alone: there is nothing to say of records.
  if (cases.length > 0 && report.results.length === 0) return ofCases;
  // They go to stderr.
  const ofRecords = renderText(
    { ...report, diagnostics: [] },
    {
      ...paint,
      all: all === true,
      summary: summary === true,
      ...(top === undefined ? {} : { top }),
      ...(toTerminal && report.results.length > 0
        ? { hints: HINTS[part].map((hint) => hint[lang]) }
        : {}),
    },
  );
  return cases.length === 0 ? ofRecords : `${ofCases}\n${ofRecords}`;
}

/** Longer lines are hard to follow. */
const WIDEST = 120;

const SEE_FULL: Text = {
  zh: '看全部线索：不带 --summary 和 --top。',
  en: 'All leads: without --summary and --top.',
};
const SEE_ALL: Text = {
  zh: '连同符合、不适用的逐项列出，不合并：--all。',
  en: 'Every item, met and not applicable ones too, nothing folded: --all.',
};
const SEE_SUMMARY: Text = {
  zh: '只看汇总：--summary。只看最重的三个条目：--top 3。',
  en: 'The summary only: --summary. The gravest three items: --top 3.',
};
const SEE_DATA: Text = {
  zh: '供程序读取：--format json、sarif 或者 junit。',
  en: 'For programs: --format json, sarif or junit.',
};

/** How to see more, or less, than what is shown. */
const HINTS: Readonly<Record<'full' | 'all' | 'summary' | 'top', readonly Text[]>> = {
  full: [SEE_SUMMARY, SEE_ALL, SEE_DATA],
  all: [],
  summary: [SEE_FULL, SEE_ALL],
  top: [SEE_FULL, SEE_ALL],
};
