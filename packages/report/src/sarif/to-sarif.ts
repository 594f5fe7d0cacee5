import {
  type CheckReport,
  compareText,
  type Finding,
  hasErrors,
  type Language,
  type RecordResult,
  renderDiagnostic,
  type RenderedDiagnostic,
  sortDiagnostics,
} from '@qingdan/core';
import { headJson } from '../json/to-json.js';
import { say } from '../locale/messages.js';
import { compareFindings, compareRecords } from '../text/order.js';
import type { Voice } from '../values/voice.js';
import type { SarifLog, SarifRule, SarifRun } from './sarif-log.js';
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
 * The report as SARIF 2.1.0: items as rules, findings as results at the places of their records, diagnostics as
 * notifications. The order of results doesn't show.
 */
export function toSarif(
  report: CheckReport,
  lang: Language,
  { version, unmask = false }: SarifOptions = {},
): SarifLog {
  const found = [...report.results]
    .sort(compareRecords)
    .flatMap((result) =>
      [...result.findings].sort(compareFindings).map((finding) => ({ finding, result })),
    );
  const voiceOf = ({ policy }: RecordResult): Voice => ({ lang, policy, unmask });
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
            rules: [...rules.values()].map(({ finding, result }): SarifRule =>
              sarifRule(finding, voiceOf(result), report.clock),
            ),
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
        results: found.map(({ finding, result }) =>
          sarifResult(finding, result, indexes.get(keyOf(finding)) ?? -1, voiceOf(result)),
        ),
        properties: propertiesOf(report, lang),
      },
    ],
  };
}

interface Found {
  readonly finding: Finding;
  readonly result: RecordResult;
}

/** The newest revision of each item of which something is said, by list and id. */
function rulesOf(found: readonly Found[]): ReadonlyMap<string, Found> {
  const rules = new Map<string, Found>();
  for (const entry of found) {
    const key = keyOf(entry.finding);
    const known = rules.get(key);
    if (known === undefined || revisionOf(known) < revisionOf(entry)) rules.set(key, entry);
  }
  return new Map([...rules].sort(([a], [b]) => compareText(a, b)));
}

/** An id may be in more than one list. */
function keyOf({ item, list }: Finding): string {
  return `${item} ${list}`;
}

function revisionOf({ finding }: Found): number {
  return finding.revision?.revision ?? 0;
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
