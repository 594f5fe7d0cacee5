import type { Explanation, Text, Verdict } from '@qingdan/core';
import { asObject } from './as-object.js';

/** What a test says of one item. */
export interface Expected {
  readonly item: string;
  readonly verdict: Verdict;
  /** Of `violated`: the ids of clauses that must be true. */
  readonly clauses: readonly string[];
  /** Of `undetermined`: exactly the unknown facts. */
  readonly facts: readonly string[] | undefined;
}

const VERDICTS = ['violated', 'undetermined', 'satisfied', 'notApplicable'] as const;

export const EXPECT_KEYS: readonly string[] = [...VERDICTS, 'exactly', 'explains'];

/** Whether a test could never fail, or says something of which nothing would be tested. */
export function expectsNothing(body: Readonly<Record<string, unknown>>): boolean {
  const map = asObject(body.expect) ?? {};
  const said = VERDICTS.filter((verdict) => Object.hasOwn(map, verdict)).map((key) => map[key]);
  const explains = [body.explains, map.explains].filter((each) => each !== undefined);
  if (said.some(namesNothing) || explains.some(saysNothing)) return true;
  const exactly = body.exactly === true || map.exactly === true;
  return said.length === 0 && explains.length === 0 && !exactly;
}

function namesNothing(value: unknown): boolean {
  if (Array.isArray(value) && (value as readonly unknown[]).some(namesNothing)) return true;
  return entriesOf(value).length === 0;
}

function saysNothing(value: unknown): boolean {
  const fragments: readonly unknown[] = Array.isArray(value) ? value : [value];
  return (
    fragments.length === 0 || fragments.some((each) => typeof each !== 'string' || each === '')
  );
}

/** Reads `expect`: per verdict a list of items, or of `{ item: details }`, or a map of items. */
export function readExpectations(expect: unknown): readonly Expected[] {
  const map = asObject(expect) ?? {};
  return VERDICTS.flatMap((verdict) =>
    entriesOf(map[verdict]).map(([item, details]) => ({
      item,
      verdict,
      clauses: verdict === 'violated' ? details : [],
      facts: verdict === 'undetermined' && details.length > 0 ? details : undefined,
    })),
  );
}

function entriesOf(value: unknown): readonly (readonly [string, readonly string[]])[] {
  if (typeof value === 'string') return [[value, []]];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(entriesOf);
  return Object.entries(asObject(value) ?? {}).map(([item, details]) => [item, stringsOf(details)]);
}

export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value)
    ? (value as readonly unknown[]).filter((each) => typeof each === 'string')
    : [];
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  violated: '违反',
  undetermined: '无法判定',
  satisfied: '符合',
  notApplicable: '不适用',
};

/** A verdict in words, with the word of YAML. */
export function verdictText(verdict: Verdict): Text {
  return { zh: `${VERDICT_WORDS[verdict]}（${verdict}）`, en: verdict };
}

/** Why an explanation isn't what a test expects; empty where it is. */
export function failuresOf(
  expected: Expected,
  explanation: Explanation | undefined,
): readonly Text[] {
  const { item, verdict } = expected;
  if (explanation === undefined) {
    return [{ zh: `没有对 ${item} 作出判断`, en: `${item} was not judged` }];
  }
  if (explanation.verdict !== verdict) {
    const missing = explanation.missing.map(({ fact }) => fact).join(', ');
    const want = missing === '' ? '' : ` [${missing}]`;
    return [
      {
        zh: `${item}：预期${verdictText(verdict).zh}，实为${verdictText(explanation.verdict).zh}${want}`,
        en: `${item}: expected ${verdict}, got ${explanation.verdict}${want}`,
      },
    ];
  }
  const failures: Text[] = [];
  if (expected.facts !== undefined) {
    const actual = [...new Set(explanation.missing.map(({ fact }) => fact))].sort().join(', ');
    const wanted = [...expected.facts].sort().join(', ');
    if (actual !== wanted) {
      failures.push({
        zh: `${item}：预期缺少 ${wanted}，实为 ${actual}`,
        en: `${item}: expected ${wanted} to be missing, got ${actual}`,
      });
    }
  }
  const true_ = trueClauses(explanation);
  for (const id of expected.clauses) {
    if (!true_.has(id)) {
      failures.push({
        zh: `${item}：子句 ${id} 未成立`,
        en: `${item}: the clause ${id} is not true`,
      });
    }
  }
  return failures;
}

function trueClauses(explanation: Explanation): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (trace: Explanation['claim']): void => {
    if (trace === undefined) return;
    if (trace.result === true && 'id' in trace.clause) ids.add(trace.clause.id);
    trace.children.forEach(visit);
  };
  visit(explanation.claim);
  return ids;
}
