import type { Deviation } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText, tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { caseId, type Said, sayEvent, sayStep } from './said.js';

/** What is wrong with a step that another case did, in one sentence without an end. */
export function sayVia({ step, code, events, other, constraint }: Deviation, said: Said): string {
  const { lang, policy, unmask } = said.voice;
  const { rule } = constraint;
  const [event] = events;
  const procedure = rule.kind === 'via' ? rule.procedure : '';
  const title = policy.procedures.get(procedure)?.at(-1)?.title[lang] ?? procedure;
  const params = {
    step: sayStep(step, said),
    event: event === undefined ? '' : sayEvent(event, said),
    title: tidyText(title),
    case: escapeText(caseId({ id: event?.via ?? '' }, unmask), 60),
  };
  if (event?.via === undefined) return say(lang, 'deviation.via.unnamed', params);
  if (other === undefined) return say(lang, 'deviation.via.unknown', params);
  const { closing } = other;
  switch (code) {
    case 'ORDER':
      return closing?.day === undefined
        ? say(lang, 'deviation.via.open', params)
        : say(lang, 'deviation.via.later', { ...params, day: sayDay(closing.day, lang) });
    case 'FORBIDDEN':
      return closing?.ending === 'refused' || closing?.ending === 'withdrawn'
        ? say(lang, `deviation.via.${closing.ending}`, params)
        : say(lang, 'deviation.via.wrong', params);
    default:
      return say(lang, 'deviation.via.undetermined', params);
  }
}
