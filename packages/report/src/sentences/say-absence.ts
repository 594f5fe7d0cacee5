import {
  type ClauseTrace,
  isStruct,
  NEGATIONS,
  NONE,
  type OperandTrace,
  type Path,
  type Value,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayExpression } from './say-expression.js';
import { sayPath } from './say-path.js';
import type { Speech } from './speech.js';

/**
 * Where a comparison went as it did because one side is known to have no value, that there is none: its opposite would
 * speak of what does not exist.
 */
export function sayAbsence(
  { clause, result, left, right }: ClauseTrace,
  speech: Speech,
): string | undefined {
  if (clause.kind !== 'compare' || clause.operator === 'present' || clause.says !== undefined)
    return undefined;
  if (result !== clause.operator in NEGATIONS) return undefined;
  const absent = [left, right].find((operand) => operand?.value === NONE);
  if (absent === undefined) return undefined;
  const what = nameOf(absent, speech);
  // `its approver`, `that meeting` stand for one that the sentence has named.
  return speech.lang === 'en' && /^(its|this|that) /.test(what)
    ? say(speech.lang, 'compare.present.not', { left: what })
    : say(speech.lang, 'compare.none', { what: what.replace(/^the /, '') });
}

function nameOf({ expression }: OperandTrace, speech: Speech): string {
  return expression.kind === 'fact'
    ? sayPath(untilNone(expression.path, speech), speech)
    : sayExpression(expression, speech);
}

/** A path as far as the record has values: of a meeting that doesn't exist not the date. */
function untilNone(path: Path, { record }: Speech): Path {
  if (path.root.kind !== 'record' || record === undefined) return path;
  let value: Value = record.fields;
  for (const [index, step] of path.steps.entries()) {
    if (step.kind !== 'field' || !isStruct(value)) return path;
    const { type, values }: typeof record.fields = value;
    value = values[type.fields.findIndex(({ name }) => name === step.name)];
    if (value === NONE) return { ...path, steps: path.steps.slice(0, index + 1) };
  }
  return path;
}
