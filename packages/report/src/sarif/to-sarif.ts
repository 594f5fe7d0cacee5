import {
  type CaseResult,
  type CheckReport,
  compareText,
  hasErrors,
  type Language,
  renderDiagnostic,
  type RenderedDiagnostic,
  sortDiagnostics,
} from '@qingdan/core';
import { caseJson } from '../cases/case-json.js';
import { compareCases } from '../cases/compare-cases.js';
import type { Said } from '../cases/said.js';
import { headJson } from '../json/to-json.js';
import { say } from '../locale/messages.js';
import { compareFindings, compareRecords } from '../text/order.js';
import type { Voice } from '../values/voice.js';
import { caseResult, requirementId } from './case-result.js';
import { requirementRule } from './requirement-rule.js';
import type { SarifLog, SarifResult, SarifRule, SarifRun } from './sarif-log.js';
import { sarifNotification } from './sarif-notification.js';
import { sarifResult } from './sarif-result.js';
import { sarifRule } from './sarif-rule.js';
import { uriOf } from './uri-of.js';

export interface SarifOptions {
  /** Of the command that writes it. */
  readonly version?: string;
  /** Shows personal data; secret data is never shown. */
  readonly unmask?: boolean;
}

/**
 * The report as SARIF 2.1.0: items and requirements of procedures as rules, findings as results at the places of their
 * records and events, diagnostics as notifications. The order of results doesn't show.
 */
export function toSarif(
  report: CheckReport,
  lang: Language,
  { version, unmask = false }: SarifOptions = {},
): SarifLog {
  const found = [
    ...foundInRecords(report, lang, unmask),
    ...foundInCases(report.cases ?? [], lang, unmask),
  ];
  const rules = rulesOf(found);
  const indexes = new Map([...rules.keys()].map((key, index) => [key, index]));
  const language = lang === 'zh' ? 'zh-CN' : 'en';
  const diagnostics = sortDiagnostics(report.diagnostics).map((item) =>
    renderDiagnostic(item, lang),
  );
  const notices = new Map(diagnostics.map((item) => [item.code, item]));
  const codes = [...notices.keys()].sort(compareText);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'qingdan',
            ...(version === undefined ? {} : { version }),
            language,
            shortDescription: { text: say(lang, 'text.title') },
            fullDescription: { text: say(lang, 'disclaimer') },
            rules: [...rules.values()].map(({ rule }) => rule()),
            notifications: codes.map((code) => descriptorOf(code, notices)),
          },
          extensions: report.packs.map((pack) => ({
            name: pack.name,
            version: pack.version,
            properties: { digest: pack.digest },
          })),
        },
        language,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: !hasErrors(report.diagnostics),
            toolExecutionNotifications: diagnostics.map((item) =>
              sarifNotification(item, codes.indexOf(item.code)),
            ),
          },
        ],
        artifacts: (report.input?.files ?? []).map(({ file, digest }) => ({
          location: { uri: uriOf(file) },
          roles: ['analysisTarget'],
          hashes: { 'sha-256': digest.replace('sha256:', '') },
        })),
        results: found.map(({ key, result }) => result(indexes.get(key) ?? -1)),
        properties: propertiesOf(report, lang),
      },
    ],
  };
}

/** Something found: a result, and the rule that it points to. */
interface Found {
  /** Of the rule. */
  readonly key: string;
  readonly revision: number;
  readonly rule: () => SarifRule;
  readonly result: (ruleIndex: number) => SarifResult;
}

function foundInRecords(report: CheckReport, lang: Language, unmask: boolean): Found[] {
  return [...report.results].sort(compareRecords).flatMap((result) => {
    const voice: Voice = { lang, policy: result.policy, unmask };
    return [...result.findings].sort(compareFindings).map((finding): Found => ({
      // An id may be in more than one list.
      key: `${finding.item} ${finding.list}`,
      revision: finding.revision?.revision ?? 0,
      rule: () => sarifRule(finding, voice, report.clock),
      result: (ruleIndex) => sarifResult(finding, result, ruleIndex, voice),
    }));
  });
}

function foundInCases(cases: readonly CaseResult[], lang: Language, unmask: boolean): Found[] {
  return [...cases].sort(compareCases).flatMap((result) => {
    const said: Said = { result, voice: { lang, policy: result.policy, unmask } };
    const told = caseJson(result, lang, { unmask });
    return result.findings.map((finding): Found => ({
      key: `${requirementId(finding, result)} procedure`,
      revision: result.procedure.revision,
      rule: () => requirementRule(finding.deviation.constraint, said),
      result: (ruleIndex) => caseResult(finding, told, ruleIndex, said),
    }));
  });
}

/** The newest revision of each item and requirement of which something is said, by id and list. */
function rulesOf(found: readonly Found[]): ReadonlyMap<string, Found> {
  const rules = new Map<string, Found>();
  for (const entry of found) {
    const known = rules.get(entry.key);
    if (known === undefined || known.revision < entry.revision) rules.set(entry.key, entry);
  }
  return new Map([...rules].sort(([a], [b]) => compareText(a, b)));
}

function descriptorOf(code: string, notices: ReadonlyMap<string, RenderedDiagnostic>) {
  return { id: code, name: notices.get(code)?.name ?? code };
}

function propertiesOf(report: CheckReport, lang: Language): SarifRun['properties'] {
  const json = headJson(report, lang);
  const { disclaimer, clock, calendar, organisations, books, waivers, unavailable, summary } = json;
  return {
    disclaimer,
    clock,
    calendar,
    inputDigest: json.input?.digest ?? null,
    organisations,
    books,
    waivers,
    summary,
    unavailable,
  };
}
