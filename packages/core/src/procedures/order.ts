import { startOfDay } from '../values/instant.js';
import type { CaseEvent } from './event.js';

/**
 * Which of two events came first: negative, positive, or undefined where that can't be told. Of two events of one day, of
 * which one has no time, only `seq` tells.
 */
export function precedes(a: CaseEvent, b: CaseEvent): number | undefined {
  if (a.day !== b.day) return a.day - b.day;
  if (a.instant !== undefined && b.instant !== undefined && a.instant !== b.instant)
    return a.instant - b.instant;
  if (a.seq !== undefined && b.seq !== undefined && a.seq !== b.seq) return a.seq - b.seq;
  return undefined;
}

/**
 * The events in the order (at, seq, place in the log), without those that a `void` takes back and the voids themselves.
 * One of which only the day is known stands at the beginning of its day.
 */
export function orderEvents(events: readonly CaseEvent[]): readonly CaseEvent[] {
  if (areInOrder(events)) return events;
  const voided = new Set(
    events.flatMap(({ kind, voids }) => (kind === 'void' && voids !== undefined ? [voids] : [])),
  );
  return events
    .filter(({ id, kind }) => kind !== 'void' && !voided.has(id))
    .sort((a, b) => atOf(a) - atOf(b) || (a.seq ?? 0) - (b.seq ?? 0));
}

/** As nearly all logs have them: in their order, and none taken back. */
function areInOrder(events: readonly CaseEvent[]): boolean {
  let at = -Infinity;
  let seq = 0;
  for (const event of events) {
    if (event.kind === 'void') return false;
    const own = atOf(event);
    const ownSeq = event.seq ?? 0;
    if (own < at || (own === at && ownSeq < seq)) return false;
    at = own;
    seq = ownSeq;
  }
  return true;
}

function atOf({ instant, day }: CaseEvent): number {
  return instant ?? startOfDay(day);
}
