import type { CaseEvent, StepPart } from '@qingdan/core';

/** Whether an event is the beginning or the end of a step, as asked; one that takes no time is both. */
export function isPart({ step, kind, isWhole }: CaseEvent, wanted: StepPart): boolean {
  if (step !== wanted.step) return false;
  if (kind === 'instant' || isWhole === true) return true;
  return wanted.part === 'start' ? kind === 'start' : kind === 'complete';
}

/** Whether an event says that a step was done. */
export function isDone(event: CaseEvent, step: string): boolean {
  return event.step === step && (event.kind === 'instant' || event.kind === 'complete');
}

/** The same end, standing for the beginning that the log lacks, too. */
export function asWhole(event: CaseEvent): CaseEvent {
  return { ...event, isWhole: true };
}
