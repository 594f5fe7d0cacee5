import { Session } from 'node:inspector';

/** Fewer records than this leave too little behind to be worth the time. */
const MANY = 20_000;

/**
 * Gives back what reading left behind, before judging begins. Reading raises the size up to which V8 lets the heap grow
 * without a whole collection, and judging would go on in all of it.
 */
export function collectAfterReading(records: number): void {
  if (records < MANY) return;
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
