import {
  type CaseLog,
  type CaseResult,
  DEVIATION_CODES,
  type Diagnostic,
  diagnostic,
  nearestHint,
  type NextStep,
  type Procedure,
  readRecord,
  said,
  shapeText,
  type Span,
  type Text,
} from '@qingdan/core';
import { nextSteps } from '@qingdan/engine';
import { readCase } from '@qingdan/input';
import { caseJson, renderNext } from '@qingdan/report';
import { asObject } from '../as-object.js';
import type { PolicyTest } from '../read-tests.js';
import { checkFragments } from '../run-record-test.js';
import { isBadValue, type TestSetting } from '../test-setting.js';
import {
  type CaseExpectation,
  CaseExpectationReader,
  type ExpectedDeviation,
} from './case-expectation.js';
import { compareCase } from './compare-case.js';
import { compareNext } from './compare-next.js';
import { givenEvents, type ValuePath } from './given-events.js';

/** Checks the case of a test, and compares how it stands and what may be done next with what the test expects. */
export function runCaseTest(
  setting: TestSetting,
  procedure: string,
  observe: ((result: CaseResult) => void) | undefined,
): void {
  const { packs, checker, diagnostics } = setting;
  const cases = checker.casesOf(procedure);
  if (cases === undefined) {
    setting.unknown(procedure, packs.library.procedures.keys());
    return;
  }
  const steps = packs.library.procedures.get(procedure)?.flatMap((each) => each.steps) ?? [];
  const log = readLog(setting, procedure, steps);
  const expectation = readExpectation(setting);
  if (log === undefined) return;
  const world = setting.world();
  const result = cases.check(log, world);
  if (result === undefined) {
    setting.fail({
      zh: `首个事件当日没有施行中的程序 ${procedure}`,
      en: `the procedure ${procedure} was not in force on the day of the first event`,
    });
    return;
  }
  checkData(setting, log, result.procedure);
  checkNames(setting, expectation, result.procedure);
  if (diagnostics.length > 0) return;
  observe?.(result);
  const next: readonly NextStep[] =
    expectation.next.length === 0 ? [] : (nextSteps(cases, log, world) ?? []);
  for (const failure of [
    ...compareCase(expectation, result),
    ...expectation.next.flatMap((each) => compareNext(each, next)),
  ])
    setting.fail(failure);
  checkFragments(setting, textsOf(result, next));
}

function readLog(
  { test, diagnostics, organisation }: TestSetting,
  procedure: string,
  steps: Procedure['steps'],
): CaseLog | undefined {
  const { events, closed, unknown, misshapen, names } = givenEvents(test);
  for (const { name, at } of unknown) {
    const params = { name: test.name, step: name, nearest: nearestHint(name, names) };
    diagnostics.push(
      diagnostic('test-unknown-event', params, test.spanAt(at, at.includes('changes'))),
    );
  }
  for (const { expected, at } of misshapen) diagnostics.push(wrongShape(test, expected, at));
  const spanOf = (event: number, path: ValuePath, isKey: boolean): Span =>
    test.spanAt(events[event]?.placeOf(path) ?? test.path, isKey);
  const read = readCase(
    {
      id: test.name,
      procedure,
      organisation: organisation?.id,
      closed,
      events: events.map(({ raw }) => raw),
      steps,
    },
    spanOf,
  );
  diagnostics.push(...read.diagnostics);
  if (events.length === 0)
    diagnostics.push(diagnostic('missing-key', { owner: test.name, key: 'events' }, test.span));
  return read.log;
}

function readExpectation({ test, diagnostics }: TestSetting): CaseExpectation {
  const reader = new CaseExpectationReader();
  const expectation = reader.read(test.body.expect);
  const at = (path: ValuePath): ValuePath => [...test.path, 'expect', ...path];
  for (const { expected, at: path } of reader.misshapen)
    diagnostics.push(wrongShape(test, expected, at(path)));
  for (const { word, known, at: path, isKey } of reader.strange) {
    const params = { word, nearest: nearestHint(word, known), known: known.join(', ') };
    diagnostics.push(diagnostic('test-unknown-word', params, test.spanAt(at(path), isKey)));
  }
  return expectation;
}

/** What events say of the case must be fields of it; a test may hold a bad value on purpose. */
function checkData(
  { test, policy, diagnostics }: TestSetting,
  { id }: CaseLog,
  { record }: Procedure,
): void {
  for (const { raw, placeOf } of givenEvents(test).events) {
    const data = asObject(asObject(raw)?.data) ?? {};
    for (const item of readRecord({ ...data, kind: record, id }, policy.records).diagnostics) {
      if (isBadValue(item)) continue;
      const span = test.spanAt(placeOf(['data', ...(item.path ?? [])]), true);
      diagnostics.push(diagnostic(item.name, item.params, span));
    }
  }
}

/** Steps and constraints that a test expects something of must be there. */
function checkNames(
  setting: TestSetting,
  { deviations, undetermined, due, next }: CaseExpectation,
  { steps, constraints }: Procedure,
): void {
  const ofSteps = steps.map(({ id }) => id);
  const all = [...ofSteps, ...constraints.map(({ id }) => id)];
  const check = (name: string, known: readonly string[]): void => {
    if (!known.includes(name)) setting.unknown(name, known);
  };
  const checkDeviation = ({ name, lacking, following }: ExpectedDeviation): void => {
    check(name, all);
    lacking?.forEach((step) => {
      check(step, ofSteps);
    });
    following?.forEach(checkDeviation);
  };
  [...deviations, ...undetermined].forEach(checkDeviation);
  for (const { name } of due) check(name, all);
  for (const { step, blockers } of next) {
    check(step, ofSteps);
    for (const blocker of blockers ?? []) check(blocker, [...ofSteps, ...DEVIATION_CODES]);
  }
}

function wrongShape(test: PolicyTest, expected: Text, at: ValuePath): Diagnostic {
  const found = at.reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : asObject(value)?.[key]) as unknown,
    test.file,
  );
  const params = { ...said('expected', expected), ...said('actual', shapeText(found)) };
  return diagnostic('wrong-shape', params, test.spanAt(at));
}

/** All that is said of the case, in both languages. */
function textsOf(result: CaseResult, next: readonly NextStep[]): readonly string[] {
  return (['zh', 'en'] as const).flatMap((lang) => [
    ...caseJson(result, lang, { unmask: true }).findings.map(({ explanation }) => explanation),
    ...(next.length === 0
      ? []
      : [renderNext(result, next, { lang, unmask: true, width: Number.MAX_SAFE_INTEGER })]),
  ]);
}
