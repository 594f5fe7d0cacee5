import type { Counting, Due } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayDay } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { sayStep, type Said } from './said.js';

/** How a day was counted: from which event, how long, and over which rest days. */
export function sayCounted(due: Due, counting: Counting | undefined, said: Said): string {
  const { voice } = said;
  const { lang } = voice;
  const parts = [
    say(lang, keyOf(due, counting), {
      from: sayDay(due.from.day, lang),
      step: sayStep(due.from.step, said),
      length: sayValue(due.length, { kind: 'duration' }, voice),
      unit: due.endOf === undefined ? '' : say(lang, `unit.${due.endOf}`),
    }),
  ];
  if (due.counted !== undefined && due.day !== undefined && due.counted !== due.day)
    parts.push(
      say(lang, 'due.rolled', {
        counted: sayDay(due.counted, lang),
        day: sayDay(due.day, lang),
      }),
    );
  if (due.provisional) parts.push(say(lang, 'due.provisional'));
  return parts.join(say(lang, 'note.join'));
}

function keyOf({ endOf, length }: Due, counting: Counting | undefined) {
  if (endOf !== undefined)
    return length === undefined ? 'due.counted.end' : 'due.counted.after-end';
  return counting?.includesFirst === true ? 'due.counted.first' : 'due.counted';
}

export function sayDueDay({ day }: Due, { lang }: Voice): string {
  return day === undefined ? say(lang, 'value.unknown') : sayDay(day, lang);
}
