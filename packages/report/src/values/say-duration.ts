import { type Duration, type DurationUnit, type Language } from '@qingdan/core';
import { say } from '../locale/messages.js';

/** `15日`, `10个工作日`; `15 days`, `1 working day` */
export function sayDuration({ count, unit }: Duration, lang: Language): string {
  return sayLength(String(count), unit, lang);
}

/** A number of units that was computed, written already. */
export function sayLength(count: string, unit: DurationUnit, lang: Language): string {
  return say(lang, `duration.${unit}`, { count });
}
