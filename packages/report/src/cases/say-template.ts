import type { Deviation, Template } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { type Said, type SaidProcedure, sayEvent, sayStep } from './said.js';

/** What a template of Declare asks for, and the events at which a case doesn't keep to it, or may not. */
export function sayTemplate(deviation: Deviation, template: Template, said: Said): string {
  const { lang } = said.voice;
  const events = deviation.events.map((event) =>
    say(lang, 'template.event', { step: sayStep(event.step, said), event: sayEvent(event, said) }),
  );
  const asked = sayAsked(template, said);
  if (deviation.code === 'ORDER_UNPROVEN')
    return say(lang, 'template.unproven', { asked, events: sayList(lang, events) });
  const found = deviation.verdict === 'violated' ? 'violated' : 'undetermined';
  return events.length === 0
    ? say(lang, `template.${found}`, { asked })
    : say(lang, `template.${found}.events`, { asked, events: sayList(lang, events) });
}

/** What a template of Declare asks for, whatever a case did. */
export function sayAsked(template: Template, said: SaidProcedure): string {
  const { lang } = said.voice;
  const hasConditions =
    'of' in template
      ? template.of.when !== undefined
      : [template.activation.when, template.target.when, template.correlation, template.time].some(
          (each) => each !== undefined,
        );
  const asked = sayKind(template, said);
  return hasConditions ? say(lang, 'template.conditions', { asked }) : asked;
}

function sayKind(template: Template, said: SaidProcedure): string {
  const { lang } = said.voice;
  if ('of' in template) {
    const { kind, count } = template;
    const params = { a: sayStep(template.of.step, said), count: String(count) };
    const isNever = kind === 'absence' && count <= 1;
    return say(lang, isNever ? 'template.absence.any' : `template.${kind}`, params);
  }
  const { kind, activation, target } = template;
  return say(lang, `template.${kind}`, {
    a: sayStep(activation.step, said),
    b: sayStep(target.step, said),
  });
}
