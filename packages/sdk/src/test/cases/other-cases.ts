import { type CaseLog, diagnostic, nearestHint, said, shapeText, type Span } from '@qingdan/core';
import { readCase } from '@qingdan/input';
import { asObject } from '../as-object.js';
import type { TestSetting } from '../test-setting.js';
import type { ValuePath } from './given-events.js';

/** The cases beside the one of a test, on which that may rest: those of the file, and its own. */
export function otherCases(setting: TestSetting): readonly CaseLog[] {
  const { file, body, path } = setting.test;
  return [
    ...casesAt(setting, file.cases, ['cases']),
    ...casesAt(setting, body.cases, [...path, 'cases']),
  ];
}

function casesAt(setting: TestSetting, value: unknown, at: ValuePath): readonly CaseLog[] {
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, index) => caseAt(setting, each, [...at, index]) ?? []);
  misshapen(setting, value, at);
  return [];
}

function caseAt(setting: TestSetting, value: unknown, at: ValuePath): CaseLog | undefined {
  const { test, packs, diagnostics, organisation } = setting;
  const given = asObject(value);
  const { id, procedure, closed = false, events } = given ?? {};
  if (
    typeof id !== 'string' ||
    typeof procedure !== 'string' ||
    typeof closed !== 'boolean' ||
    !Array.isArray(events)
  ) {
    misshapen(setting, value, at);
    return undefined;
  }
  const revisions = packs.library.procedures.get(procedure);
  if (revisions === undefined) {
    const nearest = nearestHint(procedure, packs.library.procedures.keys());
    const params = { name: test.name, id: procedure, nearest };
    diagnostics.push(diagnostic('test-unknown-item', params, test.spanAt([...at, 'procedure'])));
    return undefined;
  }
  const spanOf = (event: number, path: ValuePath, isKey: boolean): Span =>
    test.spanAt([...at, 'events', event, ...path], isKey);
  const read = readCase(
    {
      id,
      procedure,
      organisation: organisation?.id,
      closed,
      events,
      steps: revisions.flatMap((each) => each.steps),
    },
    spanOf,
  );
  diagnostics.push(...read.diagnostics);
  return read.log;
}

function misshapen({ test, diagnostics }: TestSetting, value: unknown, at: ValuePath): void {
  const params = { ...said('expected', SHAPE), ...said('actual', shapeText(value)) };
  diagnostics.push(diagnostic('wrong-shape', params, test.spanAt(at)));
}

const SHAPE = {
  zh: '由 id、procedure、events 构成的案件列表',
  en: 'a list of cases of id, procedure and events',
};
