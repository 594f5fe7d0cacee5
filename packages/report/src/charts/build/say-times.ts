import type { Expression, Procedure, ProcedureRule, Within } from '@qingdan/core';
import { say } from '../../locale/messages.js';
import { sayExpression } from '../../sentences/say-expression.js';
import type { Speech } from '../../sentences/speech.js';
import { tidyText } from '../../values/escape.js';
import { sayValue } from '../../values/say-value.js';

/** How soon a step is due and how long it lasts: in short, or with the step from which the time counts. */
export function sayTimes(
  step: string,
  procedure: Procedure,
  speech: Speech,
  { isShort }: { readonly isShort: boolean },
): string[] {
  return procedure.constraints.flatMap(({ id, rule }) => {
    // In short only what the step itself asks: a span over several steps needs its beginning said.
    if (isShort && !id.startsWith(`${step}.`)) return [];
    const text = sayTime(rule, step, procedure, speech, isShort);
    return text === undefined ? [] : [text];
  });
}

/** The time that a constraint asks of a step, its figures without their names or with; undefined where it asks none. */
export function sayTime(
  rule: ProcedureRule,
  step: string,
  procedure: Procedure,
  speech: Speech,
  isShort: boolean,
  hasFigures = isShort,
): string | undefined {
  const { lang } = speech;
  const title = (id: string): string => {
    const known = procedure.steps.find((each) => each.id === id);
    return say(lang, 'case.step', { step: tidyText(known?.title[lang] ?? id) });
  };
  const times = lengthsOf(rule);
  if (isShort && isAbout(rule, step) && times.some((time) => isUnset(time, speech)))
    return say(lang, 'chart.time.unset');
  const length = (of: Expression): string => sayLength(of, speech, hasFigures);
  if (rule.kind === 'publicity' && isAbout(rule, step))
    return say(lang, 'chart.time.lasts', { length: length(rule.least) });
  if (rule.kind === 'recurrence' && isAbout(rule, step))
    return say(lang, 'chart.time.every', { length: length(rule.every) });
  if ((rule.kind !== 'deadline' && rule.kind !== 'gap') || !isAbout(rule, step)) return undefined;
  const text =
    rule.kind === 'gap'
      ? say(lang, 'chart.time.after', { length: length(rule.least) })
      : sayWithin(rule.within, length, speech);
  return isShort ? text : say(lang, 'chart.time.from', { step: title(rule.from.step), time: text });
}

function sayWithin(within: Within, length: (of: Expression) => string, { lang }: Speech): string {
  if (within.kind === 'length')
    return say(lang, 'chart.time.within', { length: length(within.length) });
  const unit = say(lang, `unit.${within.of}`);
  return within.plus === undefined
    ? say(lang, 'chart.time.end', { unit })
    : say(lang, 'chart.time.end.plus', { unit, length: length(within.plus) });
}

function isAbout(rule: ProcedureRule, step: string): boolean {
  return 'to' in rule ? rule.to.step === step : 'step' in rule && rule.step === step;
}

function lengthsOf(rule: ProcedureRule): readonly Expression[] {
  if (rule.kind === 'publicity' || rule.kind === 'gap') return [rule.least];
  if (rule.kind === 'recurrence') return [rule.every];
  if (rule.kind !== 'deadline') return [];
  const { within } = rule;
  if (within.kind === 'length') return [within.length];
  return within.plus === undefined ? [] : [within.plus];
}

/** A figure that the locality has to set, and hasn't. */
function isUnset(length: Expression, speech: Speech): boolean {
  return length.kind === 'parameter' && typeof speech.inForce(length.id)?.value === 'undefined';
}

/** A length; the figure of a parameter may stand without its name. */
export function sayLength(of: Expression, speech: Speech, hasFigures: boolean): string {
  const figure = of.kind === 'parameter' ? speech.inForce(of.id)?.value : undefined;
  return hasFigures && figure !== undefined
    ? sayValue(figure, of.type, speech)
    : sayExpression(of, speech);
}
