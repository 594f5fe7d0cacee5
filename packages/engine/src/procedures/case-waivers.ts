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

/** Checks cases as they would be with the looser value of a parameter that a waiver allows. */
interface LooserChecker {
  check(log: CaseLog, world: World, day: Day): CaseResult | undefined;
}

/** The same checker for the same waiver; undefined where it allows no value that was in force on a day of the law. */
export type FindLooser = (waiver: Waiver, parameter: string, law: Day) => LooserChecker | undefined;

/**
 * Finds the waiver that stands for a deviation of a case: of the procedure, of one of its requirements
 * (`<procedure>#<requirement>`), or of a parameter whose looser value would have let it pass. The case is checked again
 * once for each value, however many deviations it has.
 */
export function caseWaivers(
  procedure: string,
  policy: Policy,
  { log, world, day }: CaseAt,
  findLooser: FindLooser | undefined,
): (deviation: Deviation) => Waiver | undefined {
  /** What is violated by the looser value too; undefined where nothing can be said of it. */
  const standing = new Map<LooserChecker, ReadonlySet<string> | undefined>();
  const standingBy = (looser: LooserChecker): ReadonlySet<string> | undefined => {
    if (!standing.has(looser)) {
      const again = looser.check(log, world, day);
      standing.set(looser, again && new Set(violatedIn(again).map(nameOf)));
    }
    return standing.get(looser);
  };
  return (deviation) => {
    if (deviation.verdict !== 'violated') return undefined;
    const law = deviation.events.at(-1)?.day ?? day;
    return policy.waivers.find((waiver) => {
      if (!contains(waiver.interval, law)) return false;
      if (waiver.item !== undefined)
        return (
          waiver.item === procedure || waiver.item === `${procedure}#${deviation.constraint.id}`
        );
      if (waiver.parameter === undefined) return false;
      const looser = findLooser?.(waiver, waiver.parameter, law);
      return looser !== undefined && standingBy(looser)?.has(nameOf(deviation)) === false;
    });
  };
}

function violatedIn({ states }: CaseResult): readonly Deviation[] {
  return states.flatMap(({ deviations }) =>
    deviations.filter(({ verdict }) => verdict === 'violated'),
  );
}

function nameOf({ code, constraint, step, events }: Deviation): string {
  return [constraint.id, code, step, events.at(-1)?.id ?? ''].join('\n');
}
