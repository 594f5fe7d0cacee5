import {
  boundsOf,
  type Explanation,
  nearestHint,
  diagnostic,
  parseDate,
  type RecordNode,
} from '@qingdan/core';
import { nameOf, periodSubject } from '@qingdan/engine';
import { explainParagraph } from '@qingdan/report';
import { asObject } from './as-object.js';
import { failuresOf, readExpectations, stringsOf, verdictText } from './expectation.js';
import type { TestSetting } from './test-setting.js';

/** Judges the record or the period of a test, and compares what is found with what it expects. */
export function runRecordTest(
  setting: TestSetting,
  observe: ((explanation: Explanation) => void) | undefined,
): void {
  const { body, record: kind, name, span } = setting.test;
  const given = asObject(body.given);
  const record = given === undefined ? periodOfTest(setting) : setting.read({ kind, ...given });
  if (record === undefined) {
    setting.fail({ zh: '没有可判断的记录', en: 'there is no record to judge' });
    return;
  }
  const { checker } = setting;
  const world = setting.world();
  const asOf = body.asOf === undefined ? undefined : setting.day('asOf', '');
  const judged = checker.judge(record, world, asOf);
  const explanations = new Map<string, Explanation>();
  const explain = (wanted: string): Explanation | undefined => {
    const judgement = judged.judgements.find((each) => nameOf(each) === wanted);
    if (judgement === undefined) return undefined;
    const found = explanations.get(wanted) ?? checker.explain(judgement, record, world, asOf);
    explanations.set(wanted, found);
    return found;
  };
  const expectations = readExpectations(body.expect);
  const known = judged.judgements.map(nameOf);
  for (const expected of expectations) {
    const explanation = explain(expected.item);
    if (explanation === undefined) {
      const params = { name, id: expected.item, nearest: nearestHint(expected.item, known) };
      setting.diagnostics.push(diagnostic('test-unknown-item', params, span));
    }
    failuresOf(expected, explanation).forEach((failure) => {
      setting.fail(failure);
    });
    if (explanation !== undefined) observe?.(explanation);
  }
  if (body.exactly === true || asObject(body.expect)?.exactly === true) {
    const named = new Set(expectations.map(({ item }) => item));
    for (const judgement of judged.judgements) {
      const loud = judgement.verdict === 'violated' || judgement.verdict === 'undetermined';
      if (!loud || named.has(nameOf(judgement))) continue;
      const what = nameOf(judgement);
      setting.fail({
        zh: `未预期：${what} ${verdictText(judgement.verdict).zh}`,
        en: `not expected: ${what} ${judgement.verdict}`,
      });
    }
  }
  const texts = expectations.flatMap(({ item }) => {
    const explanation = explain(item);
    if (explanation === undefined) return [];
    return (['zh', 'en'] as const).map((lang) =>
      explainParagraph(explanation, record, { lang, policy: checker.policy, unmask: true }),
    );
  });
  checkFragments(setting, texts);
}

/** What `explains` asks for must stand in one of the texts. */
export function checkFragments(setting: TestSetting, texts: readonly string[]): void {
  const { body } = setting.test;
  for (const fragment of [
    ...stringsOf(body.explains),
    ...stringsOf(asObject(body.expect)?.explains),
  ]) {
    if (!texts.some((text) => text.includes(fragment))) {
      setting.fail({ zh: `说明中没有“${fragment}”`, en: `no explanation says “${fragment}”` });
    }
  }
}

/** `period: 2026-Q1` names an organisation's period. */
function periodOfTest({ test, policy }: TestSetting): RecordNode | undefined {
  const period = periodOf(test.body.period);
  const organisation = test.organisation?.id;
  if (period === undefined || typeof organisation !== 'string') return undefined;
  const type = policy.records.get(`organisation-${period.unit}`);
  if (type === undefined) return undefined;
  return periodSubject(type, organisation, period, String(test.body.period));
}

function periodOf(raw: unknown) {
  const parts = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(
    typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw : '',
  );
  if (parts === null) return undefined;
  const [, year = '', quarter, month] = parts;
  const start =
    quarter === undefined
      ? (month ?? '01')
      : String((Number(quarter) - 1) * 3 + 1).padStart(2, '0');
  const day = parseDate(`${year}-${start}-01`);
  if (typeof day !== 'number') return undefined;
  const unit = quarter === undefined ? (month === undefined ? 'year' : 'month') : 'quarter';
  const { first, last } = boundsOf(day, unit);
  return { unit, from: first, until: last + 1 };
}
