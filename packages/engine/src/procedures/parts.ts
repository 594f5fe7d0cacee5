import type { CaseEvent, StepPart } from '@qingdan/core';

/** Whether an event is the beginning or the end of a step, as asked; one that takes no time is both. */
export function isPart({ step, kind }: CaseEvent, wanted: StepPart): boolean {
  if (step !== wanted.step) return false;
  if (kind === 'instant') return true;
  return wanted.part === 'start' ? kind === 'start' : kind === 'complete';
}

/** Whether an event says that a step was done. */
export function isDone(event: CaseEvent, step: string): boolean {
  return event.step === step && (event.kind === 'instant' || event.kind === 'complete');
}
