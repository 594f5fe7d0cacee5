import type { CaseEvent, CaseResult } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';

/** A case, and how it is spoken of. */
export interface Said {
  readonly result: CaseResult;
  readonly voice: Voice;
}

/** `“公示”` */
export function sayStep(step: string, { result, voice }: Said): string {
  const { lang } = voice;
  const known = result.procedure.steps.find(({ id }) => id === step);
  return say(lang, 'case.step', { step: tidyText(known?.title[lang] ?? step) });
}

export function saySteps(steps: readonly string[], said: Said): string {
  return sayList(
    said.voice.lang,
    steps.map((step) => sayStep(step, said)),
  );
}

/** When it happened, and by whom where that is known. */
export function sayEvent({ day, by }: CaseEvent, { voice }: Said): string {
  const { lang } = voice;
  const date = sayDay(day, lang);
  return by?.person === undefined
    ? say(lang, 'case.event', { day: date })
    : say(lang, 'case.event.by', { day: date, person: sayPersons([by.person], voice) });
}

export function sayPersons(persons: readonly string[], voice: Voice): string {
  return sayValue([...persons], { kind: 'list', items: { kind: 'person', to: 'person' } }, voice);
}

export function sayDays(events: readonly CaseEvent[], { voice }: Said): string {
  return sayList(
    voice.lang,
    events.map(({ day }) => sayDay(day, voice.lang)),
  );
}
