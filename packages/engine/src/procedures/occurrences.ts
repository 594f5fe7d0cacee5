import type { CaseEvent, Deviation } from '@qingdan/core';
import type { Moment } from './monitor.js';
import { wrongOfEach } from './stands.js';

/**
 * Numbers the times that steps were done, as their events come in order: the beginning, rests and end of one that lasts are
 * one time, whatever else is under way.
 */
export class Occurrences {
  readonly #open: {
    readonly step: string;
    readonly number: number;
    readonly iteration: unknown;
  }[] = [];
  #last = 0;

  of({ step, kind, iteration }: CaseEvent): number {
    const index = this.#open.findIndex(
      (each) =>
        each.step === step &&
        (iteration === undefined || each.iteration === undefined || each.iteration === iteration),
    );
    const open = this.#open[index];
    if (kind === 'instant' || kind === 'start' || open === undefined) {
      this.#last += 1;
      if (kind === 'start') this.#open.push({ step, number: this.#last, iteration });
      return this.#last;
    }
    if (kind === 'complete') this.#open.splice(index, 1);
    return open.number;
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
