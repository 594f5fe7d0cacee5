import type { CheckReport, Gravity, Language } from '@qingdan/core';
import { renderText, toJson, toJunit, toSarif } from '@qingdan/report';
import { match } from 'ts-pattern';
import type { Io } from '../io.js';
import { versionOf } from '../version.js';
import { counts, type FailOn } from './counting.js';

/** How a report can be written. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'junit'] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportOptions {
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly minSeverity: Gravity;
  readonly all?: boolean;
  readonly output?: string;
  readonly unmask?: boolean;
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
  return match(format)
    .with('text', () => asText(report, lang, options, io))
    .with('json', () => print(toJson(report, lang, { unmask })))
    .with('sarif', () => print(toSarif(report, lang, { unmask, version: versionOf() })))
    .with('junit', () =>
      toJunit(report, lang, {
        unmask,
        counts: (finding) => counts(finding, failOn, minSeverity),
      }),
    )
    .exhaustive();
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asText(
  report: CheckReport,
  lang: Language,
  { all, output, unmask }: ReportOptions,
  { colour, width }: Io,
): string {
  const toTerminal = output === undefined;
  // They go to stderr.
  return renderText(
    { ...report, diagnostics: [] },
    {
      lang,
      colour: toTerminal && colour,
      all: all === true,
      unmask: unmask === true,
      ...(toTerminal && width !== undefined ? { width } : {}),
    },
  );
}
