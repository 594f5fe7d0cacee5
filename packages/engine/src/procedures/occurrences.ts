import type { CaseEvent, Deviation } from '@qingdan/core';
import type { Moment } from './monitor.js';
import { wrongOfEach } from './stands.js';

interface Open {
  readonly step: string;
  readonly number: number;
  readonly iteration: CaseEvent['iteration'];
  /** Begun anew before it ended: nobody waits for its end any more. */
  isLeft: boolean;
}

/**
 * Numbers the times that steps were done, as their events come in order: the beginning, rests and end of one that lasts are
 * one time, whatever else is under way. An end, or a rest, is of the latest beginning that is open: of its own run, where
 * both say which.
 */
export class Occurrences {
  readonly #open: Open[] = [];
  #last = 0;

  of({ step, kind, iteration }: CaseEvent): number {
    const isSame = (each: Open): boolean =>
      each.step === step &&
      (iteration === undefined || each.iteration === undefined || each.iteration === iteration);
    if (kind === 'instant' || kind === 'start') {
      this.#last += 1;
      if (kind === 'instant') return this.#last;
      for (let at = this.#open.length - 1; at >= 0; at -= 1) {
        const each = this.#open[at] as Open;
        if (!isSame(each)) continue;
        each.isLeft = true;
        // What came before one of the same run was left when that began.
        if (each.iteration === iteration) break;
      }
      this.#open.push({ step, number: this.#last, iteration, isLeft: false });
      return this.#last;
    }
    let index = this.#open.length - 1;
    while (index >= 0 && !isSame(this.#open[index] as Open)) index -= 1;
    const open = this.#open[index];
    if (open === undefined) return (this.#last += 1);
    if (kind === 'complete') this.#open.splice(index, 1);
    return open.number;
  }

  /** Whether a time has begun, hasn't ended, and didn't begin anew since. */
  isUnderWay(number: number): boolean {
    return this.#open.some((each) => each.number === number && !each.isLeft);
  }

  /** Whether a step is under way. */
  isStepUnderWay(step: string): boolean {
    return this.#open.some((each) => each.step === step && !each.isLeft);
  }
}

/** An event, and which time that a step was done it belongs to. */
export interface Seen {
  readonly of: number;
  readonly moment: Moment;
}

export function timeOf({ of }: Seen): string {
  return String(of);
}

/** Of what is wrong with one time at several of its events, each once: again only of persons that weren't told. */
export function wrongOnce<T>(
  things: readonly T[],
  timeOf: (thing: T) => string,
  wrongAt: (thing: T) => readonly Deviation[],
): readonly Deviation[] {
  let told: Map<string, Set<string>> | undefined;
  return wrongOfEach(things, (thing) => {
    const wrong = wrongAt(thing);
    if (wrong.length === 0) return wrong;
    const known = (told ??= new Map<string, Set<string>>());
    return wrong.filter(({ code, verdict, persons }) => {
      const key = `${timeOf(thing)} ${code} ${verdict}`;
      const before = known.get(key);
      if (before !== undefined && persons.every((person) => before.has(person))) return false;
      known.set(key, new Set([...(before ?? []), ...persons]));
      return true;
    });
  });
}
