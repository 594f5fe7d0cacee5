import {
  type CaseResult,
  type CheckReport,
  type Language,
  printDate,
  type RecordResult,
  renderDiagnostic,
  sortDiagnostics,
} from '@qingdan/core';
import { compareCases } from '../cases/compare-cases.js';
import { say } from '../locale/messages.js';
import { compareRecords } from '../text/order.js';
import { escapeText, tidyText } from '../values/escape.js';
import { maskNumbers } from '../values/mask.js';
import {
  nameOrganisations,
  organisationOf,
  sayOrganisationTitle,
} from '../values/say-organisation.js';
import { type CountsDeviation, judgedCase } from './judged-case.js';
import { type Case, type Counts, judgedCases } from './judged-cases.js';
import { printXml, type XmlElement } from './xml.js';

export interface JunitOptions {
  /** Whether a suspicion makes the check fail; none does if absent. */
  readonly counts?: Counts;
  /** The same of what a case departs from; none does if absent. */
  readonly countsDeviation?: CountsDeviation;
  /** Shows personal data; secret data is never shown. */
  readonly unmask?: boolean;
}

/**
 * The report as JUnit XML: a suite for each organisation and kind of record, in order of both, a case for each record
 * and finding;
 * then one for each organisation and procedure, with a case for each of its cases. What the record or the case leaves open
 * is skipped, never passed; what only registers, books or figures leave open is told in the output and decides nothing. The
 * order of results doesn't show.
 */
export function toJunit(
  report: CheckReport,
  lang: Language,
  { counts = () => false, countsDeviation = () => false, unmask = false }: JunitOptions = {},
): string {
  const names = nameOrganisations(report);
  const properties = propertiesOf(report, lang);
  const suites = groupSuites(report.results).map(({ organisation, results }) => {
    const [{ record, policy }] = results;
    const title = sayOrganisationTitle(organisation, names, lang);
    const kind = policy.records.get(record.record.id)?.label[lang] ?? record.record.id;
    return suite(
      say(lang, 'junit.suite', { organisation: title, kind }),
      results.flatMap((result) => judgedCases(result, { lang, counts, unmask })),
      properties,
    );
  });
  for (const { organisation, results } of groupCases(report.cases ?? [])) {
    const [{ procedure }] = results;
    const kind = tidyText(procedure.title[lang]);
    const name =
      organisation === undefined
        ? kind
        : say(lang, 'junit.suite', {
            organisation: sayOrganisationTitle(organisation, names, lang),
            kind,
          });
    const cases = results.map((result) =>
      judgedCase(result, countsDeviation, { lang, policy: result.policy, unmask }),
    );
    suites.push(suite(name, cases, properties));
  }
  const faults = faultCases(report, lang);
  if (faults.length > 0) suites.push(suite(say(lang, 'text.diagnostics'), faults, properties));
  return printXml({
    name: 'testsuites',
    attributes: {
      name: say(lang, 'text.title'),
      tests: sum(suites, ({ tests }) => tests),
      failures: sum(suites, ({ failures }) => failures),
      errors: sum(suites, ({ errors }) => errors),
    },
    content: suites.map(({ element }) => element),
  });
}

interface Suite {
  readonly element: XmlElement;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function suite(name: string, cases: readonly Case[], properties: XmlElement): Suite {
  const count = (outcome: Case['outcome']): number =>
    cases.filter((other) => other.outcome === outcome).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error') };
  return {
    ...counts,
    element: {
      name: 'testsuite',
      attributes: { name, ...counts, skipped: count('skipped') },
      content: [properties, ...cases.map(({ element }) => element)],
    },
  };
}

function sum(suites: readonly Suite[], count: (suite: Suite) => number): number {
  return suites.reduce((total, next) => total + count(next), 0);
}

interface Group<Result> {
  readonly organisation: string | undefined;
  readonly results: [Result, ...Result[]];
}

function groupSuites(results: readonly RecordResult[]): Group<RecordResult>[] {
  return groupBy([...results].sort(compareRecords), ({ record }) => [
    organisationOf(record),
    record.record.id,
  ]);
}

function groupCases(results: readonly CaseResult[]): Group<CaseResult>[] {
  return groupBy([...results].sort(compareCases), ({ log, procedure }) => [
    log.organisation,
    procedure.id,
  ]);
}

/** Those of one organisation and kind stand together. */
function groupBy<Result>(
  results: readonly Result[],
  keyOf: (result: Result) => readonly [organisation: string | undefined, kind: string],
): Group<Result>[] {
  const groups = new Map<string, Group<Result>>();
  for (const result of results) {
    const key = keyOf(result);
    const name = JSON.stringify(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { organisation: key[0], results: [result] });
    else group.results.push(result);
  }
  return [...groups.values()];
}

/** What the whole was checked with: that it is a lead, the day, and the digests. */
function propertiesOf(report: CheckReport, lang: Language): XmlElement {
  const rows = [
    ['disclaimer', say(lang, 'disclaimer')],
    ['clock', printDate(report.clock)],
    ...report.packs.map(({ name, version, digest }) => [`pack ${name} ${version}`, digest]),
    ['calendar', report.calendar],
    ...(report.input === undefined ? [] : [['input', report.input.digest]]),
  ] as const satisfies readonly (readonly string[])[];
  return {
    name: 'properties',
    content: rows.map(([name = '', value = '']) => ({
      name: 'property',
      attributes: { name, value },
      content: [],
    })),
  };
}

/** What is wrong with the packs or the input: an error where something was lost by it. */
function faultCases({ diagnostics }: CheckReport, lang: Language): Case[] {
  return sortDiagnostics(diagnostics).map((item) => {
    const { code, severity, message, help, file, range } = renderDiagnostic(item, lang);
    const line = range === null ? '' : `:${String(range.start.line)}:${String(range.start.column)}`;
    const text = escapeText(maskNumbers(message), 600);
    const shown = { name: 'system-out', content: [text, escapeText(help, 600)].join('\n') };
    const isError = severity === 'error';
    const outcome = isError ? 'error' : 'passed';
    return {
      outcome,
      element: {
        name: 'testcase',
        attributes: {
          classname: 'diagnostics',
          name: `${code} ${escapeText(file ?? '')}${line}`.trim(),
        },
        content: isError
          ? [{ name: 'error', attributes: { type: code, message: text }, content: help }]
          : [shown],
      },
    };
  });
}
