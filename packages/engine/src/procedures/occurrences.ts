import type { CaseEvent, Deviation } from '@qingdan/core';

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

/** Of what is wrong with one thing at several of its events, each once: again only of persons that weren't told. */
export function toldOnce(
  found: readonly { readonly of: string | number; readonly deviations: readonly Deviation[] }[],
): readonly Deviation[] {
  const told = new Map<string, Set<string>>();
  return found.flatMap(({ of, deviations }) =>
    deviations.filter(({ code, verdict, persons }) => {
      const key = `${String(of)} ${code} ${verdict}`;
      const known = told.get(key);
      if (known !== undefined && persons.every((person) => known.has(person))) return false;
      told.set(key, new Set([...(known ?? []), ...persons]));
      return true;
    }),
  );
}
