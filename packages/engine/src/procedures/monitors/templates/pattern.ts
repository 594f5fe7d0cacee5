import type { CaseEvent, EventPattern, Truth } from '@qingdan/core';
import type { Scope } from '../../../compiled/scope.js';
import { isDone } from '../../parts.js';
import type { Moment } from '../../monitor.js';

/** Whether a moment is one that a template speaks of. */
export type Match = (moment: Moment) => Truth;

/** A step that lasts is done when it is complete: its beginning, and its rests, are nothing of their own to a template. */
export function isOccurrence(event: CaseEvent): boolean {
  return isDone(event, event.step);
}

export function compilePattern({ step, when }: EventPattern, scope: Scope): Match {
  if (when === undefined) return ({ event }) => event.step === step;
  const test = scope.test(when);
  return (moment) => moment.event.step === step && test(moment.frame);
}
