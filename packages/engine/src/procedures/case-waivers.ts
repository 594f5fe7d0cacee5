import {
  type CaseLog,
  type CaseResult,
  contains,
  type Day,
  type Deviation,
  type Policy,
  type Waiver,
} from '@qingdan/core';
import type { World } from '../world/world.js';

/** What a case is, beside what went on in it. */
export interface CaseAt {
  readonly log: CaseLog;
  readonly world: World;
  readonly day: Day;
}

/** The check of a case as it would be with the looser value of a parameter that a waiver allows. */
export type CheckAgain = (
  waiver: Waiver,
  parameter: string,
  law: Day,
  of: CaseAt,
) => CaseResult | undefined;

/**
 * The waiver that stands for a deviation: of the procedure, of one of its requirements (`<procedure>#<requirement>`), or of
 * a parameter whose looser value would have let it pass.
 */
export function waiverForDeviation(
  deviation: Deviation,
  procedure: string,
  policy: Policy,
  of: CaseAt,
  checkAgain: CheckAgain | undefined,
): Waiver | undefined {
  if (deviation.verdict !== 'violated') return undefined;
  const law = deviation.events.at(-1)?.day ?? of.day;
  return policy.waivers.find((waiver) => {
    if (!contains(waiver.interval, law)) return false;
    if (waiver.item !== undefined)
      return waiver.item === procedure || waiver.item === `${procedure}#${deviation.constraint.id}`;
    if (waiver.parameter === undefined) return false;
    const again = checkAgain?.(waiver, waiver.parameter, law, of);
    return again !== undefined && !again.states.some((state) => state.deviations.some(isSame));
  });

  function isSame({ code, constraint, step, verdict, events }: Deviation): boolean {
    return (
      code === deviation.code &&
      verdict === 'violated' &&
      constraint.id === deviation.constraint.id &&
      step === deviation.step &&
      events.at(-1)?.id === deviation.events.at(-1)?.id
    );
  }
}
