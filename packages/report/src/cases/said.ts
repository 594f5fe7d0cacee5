import type { CaseEvent, CaseLog, CaseResult } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { escapeText, tidyText } from '../values/escape.js';
import { maskNumbers } from '../values/mask.js';
import { sayDay } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';

/** A case, and how it is spoken of. */
export interface Said {
  readonly result: CaseResult;
  readonly voice: Voice;
}

/** A procedure, whether or not one of its cases is at hand, and how it is spoken of. */
export interface SaidProcedure {
  readonly result: Pick<CaseResult, 'procedure'>;
  readonly voice: Voice;
  /** The step under whose name this is told: it isn't named again. */
  readonly under?: string | undefined;
}

/** The id of a case: a number in it that identifies a person is masked. */
export function caseId({ id }: Pick<CaseLog, 'id'>, unmask: boolean): string {
  return unmask ? id : maskNumbers(id);
}

/** `小型工程建设流程 W-2026-ROAD` */
export function sayCase({ log, procedure }: CaseResult, { lang, unmask }: Voice): string {
  return say(lang, 'case', {
    procedure: tidyText(procedure.title[lang]),
    id: escapeText(caseId(log, unmask)),
  });
}

/** `“公示”` */
export function sayStep(step: string, { result, voice, under }: SaidProcedure): string {
  const { lang } = voice;
  if (step === under) return say(lang, 'case.step.this');
  const known = result.procedure.steps.find(({ id }) => id === step);
  return say(lang, 'case.step', { step: tidyText(known?.title[lang] ?? step) });
}

export function saySteps(steps: readonly string[], said: SaidProcedure): string {
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
