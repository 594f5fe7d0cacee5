import {
  type Book,
  type CheckReport,
  type Day,
  type Diagnostic,
  type Language,
  type PackInfo,
  printDate,
  type RecordNode,
  type RecordResult,
  renderDiagnostic,
  type RenderedDiagnostic,
  sortDiagnostics,
  type Waiver,
} from '@qingdan/core';
import { caseJson, namedCaseJson } from '../cases/case-json.js';
import { say } from '../locale/messages.js';
import { sayJudged } from '../explain/say-judged.js';
import { tidyText } from '../values/escape.js';
import { Once } from '../once.js';
import { maskNumbers, maskRecordId } from '../values/mask.js';
import { plainValue } from '../values/plain-value.js';
import { nameOrganisations } from '../values/say-organisation.js';
import { findingJson } from './finding-json.js';
import type {
  BookJson,
  ClosingJson,
  OrganisationJson,
  PackJson,
  ReportJson,
  ReportWithCasesJson,
  ResultJson,
  SummaryJson,
  WaiverJson,
} from './report-json.js';
import { countRecords } from './summary.js';

export interface JsonOptions {
  /** Shows personal data; secret data is never shown. */
  readonly unmask?: boolean;
  /** Tells of each template of a case's procedure what became of its activations. */
  readonly activations?: boolean;
}

/** The report as data, `qingdan.report/1`; its sentences are in the language asked for. The order of results is kept. */
export function toJson(report: CheckReport, lang: Language, options: JsonOptions = {}): ReportJson {
  const head = headJson(report, lang);
  // Written out: objects made by spreading are slow to make, and a service makes one for each record.
  return {
    schema: head.schema,
    disclaimer: head.disclaimer,
    clock: head.clock,
    packs: head.packs,
    calendar: head.calendar,
    input: head.input,
    organisations: head.organisations,
    books: head.books,
    waivers: head.waivers,
    summary: head.summary,
    unavailable: head.unavailable,
    results: report.results.map((result) => resultJson(result, lang, options)),
    diagnostics: diagnosticsJson(report.diagnostics, lang),
  };
}

/** The same of a run that checked logs too. */
export function toJsonWithCases(
  report: CheckReport,
  lang: Language,
  options: JsonOptions = {},
): ReportWithCasesJson {
  const { results, ...rest } = toJson(report, lang, options);
  const { diagnostics, ...head } = rest;
  const cases = (report.cases ?? []).map((result) => caseJson(result, lang, options));
  return { ...head, results: [...results, ...cases], diagnostics };
}

/** The last line of a report line by line: all of it but the results. */
export function closingJson(report: CheckReport, lang: Language): ClosingJson {
  return { ...headJson(report, lang), diagnostics: diagnosticsJson(report.diagnostics, lang) };
}

/** Diagnostics in the order of their places, numbers that identify persons masked. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  lang: Language,
): readonly RenderedDiagnostic[] {
  if (diagnostics.length === 0) return NOTHING;
  return sortDiagnostics(diagnostics)
    .map((item) => renderDiagnostic(item, lang))
    .map((item) => ({ ...item, message: maskNumbers(item.message) }));
}

/** In most reports of one record there is none of several things. */
const NOTHING: readonly never[] = Object.freeze([]);

/** The report but for its results and diagnostics. */
export function headJson(
  report: CheckReport,
  lang: Language,
): Omit<ReportJson, 'results' | 'diagnostics'> {
  return {
    schema: 'qingdan.report/1',
    disclaimer: say(lang, 'disclaimer'),
    clock: printDate(report.clock),
    packs: shared(PACKS, report.packs, lang, packJson),
    calendar: report.calendar,
    input: report.input ?? null,
    organisations: organisationsJson(report),
    books: shared(BOOKS, report.books, lang, bookJson),
    waivers: shared(WAIVERS, report.waivers, lang, (waiver) => waiverJson(waiver, lang)),
    summary: summaryJson(report.outcomes),
    unavailable:
      report.unavailable.length === 0
        ? NOTHING
        : report.unavailable.map(({ needs, label, items }) => ({
            needs,
            items: [...items].sort(),
            help: say(lang, 'text.unavailable.help', { label: tidyText(label[lang]) }),
          })),
  };
}

/** One record's part of the report, for answers line by line. */
export function resultJson(
  result: RecordResult,
  lang: Language,
  { unmask = false }: JsonOptions = {},
): ResultJson {
  const { record, policy } = result;
  const voice = { lang, policy, unmask };
  const { origin } = record;
  return {
    record: {
      kind: record.record.id,
      id: maskRecordId(record, unmask),
      organisation: record.organisation ?? null,
      source: origin === undefined ? null : { file: origin.file, line: origin.line ?? null },
    },
    asOf: plainValue(result.asOf, { kind: 'date' }),
    outcome: result.outcome,
    judged: result.judged,
    statement: sayJudged(result, lang),
    findings: result.findings.map((finding) => findingJson(finding, record, voice)),
    ...(result.cases === undefined
      ? {}
      : { cases: result.cases.map((each) => namedCaseJson(each, voice)) }),
  };
}

/**
 * What the reports of a checker say alike, of the very same list: a service asks for a report a record. It can't be
 * changed, since it stands in all of them.
 */
function shared<Thing, Json extends object>(
  lists: Once<readonly Thing[], readonly Json[]>,
  list: readonly Thing[],
  lang: Language,
  json: (thing: Thing) => Json,
): readonly Json[] {
  return lists.of(list, list, lang === 'zh' ? 0 : 1, () =>
    Object.freeze(list.map((thing) => Object.freeze(json(thing)))),
  );
}

const PACKS = new Once<readonly PackInfo[], readonly PackJson[]>();
const BOOKS = new Once<readonly Book[], readonly BookJson[]>();
const WAIVERS = new Once<readonly Waiver[], readonly WaiverJson[]>();
const ORGANISATIONS = new Once<readonly RecordNode[], readonly OrganisationJson[]>();

function packJson({ name, version, digest }: PackInfo): PackJson {
  return { name, version, digest };
}

function organisationsJson(report: CheckReport): readonly OrganisationJson[] {
  const { organisations } = report;
  return ORGANISATIONS.of(organisations, organisations, 0, () =>
    Object.freeze([...nameOrganisations(report)].map(([id, name]) => Object.freeze({ id, name }))),
  );
}

function summaryJson(outcomes: CheckReport['outcomes']): SummaryJson {
  const { notJudged, compliant, violation, suspicion, undetermined } = outcomes;
  return {
    records: countRecords(outcomes),
    notJudged,
    compliant,
    violation,
    suspicion,
    undetermined,
  };
}

function bookJson({ kind, organisation, from, until }: Book): BookJson {
  return {
    kind,
    organisation: organisation ?? null,
    from: dayOrNull(from),
    until: dayOrNull(until),
  };
}

function waiverJson(waiver: Waiver, lang: Language): WaiverJson {
  return {
    item: waiver.item ?? null,
    parameter: waiver.parameter ?? null,
    document: waiver.document,
    approver: { jurisdiction: waiver.approver.jurisdiction, name: waiver.approver.name },
    reason: tidyText(waiver.reason[lang]),
    from: dayOrNull(waiver.interval.from),
    until: dayOrNull(waiver.interval.until),
    pack: waiver.pack,
  };
}

function dayOrNull(day: Day | undefined): string | null {
  return day === undefined ? null : printDate(day);
}
