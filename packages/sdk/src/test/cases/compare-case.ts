import {
  type CaseFinding,
  type CaseResult,
  type ConstraintState,
  type Day,
  type Deviation,
  printDate,
  type Text,
} from '@qingdan/core';
import { isBeside } from '@qingdan/engine';
import { caseJson } from '@qingdan/report';
import type { CaseExpectation, ExpectedDeviation, ExpectedDue } from './case-expectation.js';

/** A found deviation, and the sentence that reports say of it. */
interface Told {
  readonly finding: CaseFinding;
  readonly says: Text;
}

/** What a case is not that a test expects of it. All that is found must be expected, save what decides nothing. */
export function compareCase(
  { outcome, deviations, undetermined, due }: CaseExpectation,
  result: CaseResult,
): readonly Text[] {
  const told = toldOf(result);
  const found = (verdict: Deviation['verdict']): readonly Told[] =>
    told.filter(({ finding }) => finding.deviation.verdict === verdict);
  return [
    ...(outcome === undefined || outcome === result.outcome
      ? []
      : [
          {
            zh: `预期结论为 ${outcome}，实为 ${result.outcome}`,
            en: `expected the outcome ${outcome}, got ${result.outcome}`,
          },
        ]),
    ...compareFindings(deviations, found('violated')),
    ...compareFindings(undetermined, found('undetermined')),
    ...due.flatMap((each) => compareDue(each, result)),
  ];
}

function toldOf(result: CaseResult): readonly Told[] {
  const zh = caseJson(result, 'zh', { unmask: true }).findings;
  const en = caseJson(result, 'en', { unmask: true }).findings;
  return result.findings.map((finding, index) => ({
    finding,
    says: { zh: zh[index]?.title ?? '', en: en[index]?.title ?? '' },
  }));
}

function compareFindings(
  expected: readonly ExpectedDeviation[],
  found: readonly Told[],
): readonly Text[] {
  const left = [...found];
  const failures: Text[] = [];
  for (const each of expected) {
    const alike = left.filter(({ finding }) => isMeant(each, finding.deviation));
    // Of several, that which fits.
    const match = alike.find(({ finding }) => detailsOf(each, finding).length === 0) ?? alike[0];
    if (match === undefined) {
      const others = found.map(({ finding }) => nameOf(finding.deviation)).join(', ');
      failures.push({
        zh: `预期 ${each.name} ${each.code}，实际没有；查出：${others === '' ? '无' : others}`,
        en: `expected ${each.name} ${each.code}, which was not found; found: ${others === '' ? 'nothing' : others}`,
      });
      continue;
    }
    left.splice(left.indexOf(match), 1);
    failures.push(...detailsOf(each, match.finding));
  }
  return [
    ...failures,
    ...left.filter(isOfTheCase).map(({ finding, says }) => ({
      zh: `未预期：${nameOf(finding.deviation)}（${says.zh}）`,
      en: `not expected: ${nameOf(finding.deviation)} (${says.en})`,
    })),
  ];
}

/** It doesn't rest on figures alone that the locality hasn't set, or on registers that aren't connected. */
function isOfTheCase({ finding: { deviation } }: Told): boolean {
  const { verdict, missing } = deviation;
  return verdict === 'violated' || !isBeside(missing);
}

/** What of a found deviation is not as expected. */
function detailsOf(expected: ExpectedDeviation, { deviation, following }: CaseFinding): Text[] {
  const { name, code } = expected;
  const of = `${name} ${code}`;
  const facts = [...new Set(deviation.missing.map(({ fact }) => fact))];
  const differing: readonly [string, string | undefined, string][] = [
    ['on', dayText(expected.on), dayText(deviation.events.at(-1)?.day) ?? 'none'],
    ['due', dayText(expected.due), dayText(deviation.due?.day) ?? 'none'],
    ['card', expected.card, deviation.card ?? 'none'],
    ['persons', namesText(expected.persons), namesText(deviation.persons) ?? ''],
    ['lacking', namesText(expected.lacking), namesText(deviation.lacking) ?? ''],
    ['missing', namesText(expected.missing), namesText(facts) ?? ''],
  ];
  const failures = differing.flatMap(([key, wanted, actual]) =>
    wanted === undefined || wanted === actual
      ? []
      : [
          {
            zh: `${of}：${key} 预期为 ${wanted}，实为 ${actual}`,
            en: `${of}: expected ${key} ${wanted}, got ${actual}`,
          },
        ],
  );
  if (expected.following === undefined) return failures;
  const told = following.map((finding) => ({ finding, says: { zh: of, en: of } }));
  return [...failures, ...compareFindings(expected.following, told)];
}

/** The first day by which it is to be done, of the constraints that are meant. */
function compareDue({ name, day, card }: ExpectedDue, { states }: CaseResult): readonly Text[] {
  const open = states
    .filter((state) => asksFor(name, state) && state.verdict === 'temporarilyViolated')
    .filter(({ due }) => due?.day !== undefined)
    .sort((a, b) => (a.due?.day ?? 0) - (b.due?.day ?? 0));
  const [first] = open;
  if (first === undefined) {
    const others = states.flatMap((state) =>
      state.verdict === 'temporarilyViolated' && state.due?.day !== undefined
        ? [`${state.constraint.id} ${printDate(state.due.day)}`]
        : [],
    );
    const list = others.join(', ');
    return [
      {
        zh: `预期 ${name} 有未到的期限，实际没有；未到的期限：${list === '' ? '无' : list}`,
        en: `expected ${name} to be due, which it is not; due are: ${list === '' ? 'none' : list}`,
      },
    ];
  }
  const failures: Text[] = [];
  if (day !== undefined && day !== first.due?.day)
    failures.push({
      zh: `${name} 的期限预期为 ${printDate(day)}，实为 ${dayText(first.due?.day) ?? ''}`,
      en: `expected ${name} to be due on ${printDate(day)}, got ${dayText(first.due?.day) ?? ''}`,
    });
  const actual = first.card ?? 'none';
  if (card !== undefined && card !== actual)
    failures.push({
      zh: `${name}：预期 card 为 ${card}，实为 ${actual}`,
      en: `${name}: expected card ${card}, got ${actual}`,
    });
  return failures;
}

function asksFor(name: string, { constraint: { id, rule } }: ConstraintState): boolean {
  if (id === name) return true;
  if (rule.kind === 'deadline') return rule.to.step === name;
  return rule.kind === 'recurrence' && rule.step === name;
}

function isMeant({ name, code }: ExpectedDeviation, deviation: Deviation): boolean {
  return code === deviation.code && (name === deviation.step || name === deviation.constraint.id);
}

function nameOf({ step, code, constraint: { id } }: Deviation): string {
  return id.startsWith(`${step}.`) ? `${step} ${code}` : `${step} ${code} [${id}]`;
}

function dayText(day: Day | undefined): string | undefined {
  return day === undefined ? undefined : printDate(day);
}

function namesText(names: readonly string[] | undefined): string | undefined {
  return names === undefined ? undefined : `[${[...names].sort().join(', ')}]`;
}
