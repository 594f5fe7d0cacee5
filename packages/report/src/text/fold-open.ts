import type { Finding, RecordResult } from '@qingdan/core';
import { sayMissing } from '../explain/say-missing.js';
import { saySentence } from '../locale/messages.js';
import type { Voice } from '../values/voice.js';
import { isOpen } from './is-open.js';
import { compareFindings } from './order.js';

/** Undecided items that lack the same facts in the same records. */
export interface OpenFold {
  /** One of each item, gravest first. */
  readonly findings: readonly Finding[];
  /** What is missing, a sentence each. */
  readonly missing: readonly string[];
  readonly results: readonly RecordResult[];
}

/** Folds what the records leave undecided: by item and missing facts, then items that share them all. */
export function foldOpen(
  results: readonly RecordResult[],
  voiceOf: (result: RecordResult) => Voice,
): OpenFold[] {
  const byItem = new Map<
    string,
    { finding: Finding; missing: string[]; results: RecordResult[] }
  >();
  for (const result of results) {
    const voice = voiceOf(result);
    for (const finding of result.findings.filter(isOpen)) {
      const missing = sayMissing(finding.missing, result.record, voice).map((text) =>
        saySentence(voice.lang, text),
      );
      const key = JSON.stringify([finding.list, finding.item, finding.code, missing]);
      const known = byItem.get(key);
      if (known === undefined) byItem.set(key, { finding, missing, results: [result] });
      else known.results.push(result);
    }
  }
  const folds = new Map<string, OpenFold & { readonly findings: Finding[] }>();
  const places = new Map(results.map((result, index) => [result, index]));
  for (const { finding, missing, results: lacking } of byItem.values()) {
    const key = JSON.stringify([missing, lacking.map((result) => places.get(result))]);
    const known = folds.get(key);
    if (known === undefined) folds.set(key, { findings: [finding], missing, results: lacking });
    else known.findings.push(finding);
  }
  return [...folds.values()]
    .map((fold) => ({ ...fold, findings: fold.findings.sort(compareFindings) }))
    .sort(
      (a, b) =>
        b.results.length - a.results.length ||
        compareFirst(a, b) ||
        (places.get(a.results[0] as RecordResult) ?? 0) -
          (places.get(b.results[0] as RecordResult) ?? 0),
    );
}

function compareFirst({ findings: [a] }: OpenFold, { findings: [b] }: OpenFold): number {
  return a === undefined || b === undefined ? 0 : compareFindings(a, b);
}
