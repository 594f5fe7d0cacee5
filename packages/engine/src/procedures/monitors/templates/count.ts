import type { CaseEvent, UnaryTemplate } from '@qingdan/core';
import type { AsOf, Moment } from '../../monitor.js';
import { type Level, LEVELS, oneOf } from './level.js';
import { type Part, type PartStand, plainStand } from './part.js';
import type { Match } from './pattern.js';

type Counting = Extract<UnaryTemplate, 'existence' | 'absence' | 'exactly'>;

/** How often a step is done: at least, less than, or exactly so often. */
export class Count implements Part {
  readonly #kind: Counting;
  readonly #limit: number;
  readonly #step: string;
  readonly #match: Match;
  #certain = 0;
  #possible = 0;
  /** From the first that is, or may be, too many. */
  readonly #surplus: CaseEvent[] = [];

  constructor(kind: Counting, limit: number, step: string, match: Match) {
    this.#kind = kind;
    this.#limit = limit;
    this.#step = step;
    this.#match = match;
  }

  observe(moment: Moment): void {
    const truth = this.#match(moment);
    if (truth === false) return;
    this.#possible += 1;
    if (truth === true) this.#certain += 1;
    if (this.#levelOf(this.#possible) === LEVELS.broken) this.#surplus.push(moment.event);
  }

  stand({ closed, owes }: AsOf): PartStand {
    const limit = this.#limit;
    const wanting = owes(this.#step) ? LEVELS.broken : LEVELS.absent;
    const counts = [this.#certain, this.#possible];
    // Between the two: the one count that is right.
    if (this.#certain < limit && limit < this.#possible) counts.push(limit);
    const range = oneOf(
      counts.map((count) => {
        const level = this.#levelOf(count);
        return closed && level === LEVELS.open ? wanting : level;
      }),
    );
    const few = this.#levelOf(this.#certain) === LEVELS.open;
    const many = this.#levelOf(this.#possible) === LEVELS.broken;
    const fault = {
      step: this.#step,
      certain: range.least === LEVELS.broken,
      lacking: [],
      due: undefined,
    };
    const surplus = limit <= 1 && this.#kind === 'absence' ? 'FORBIDDEN' : 'DUPLICATE';
    return plainStand(range, this.#kind === 'existence' && !few, [
      ...(closed && few && wanting === LEVELS.broken
        ? [{ ...fault, code: 'MISSING' as const, events: [] }]
        : []),
      ...(many ? [{ ...fault, code: surplus, events: [...this.#surplus] } as const] : []),
    ]);
  }

  #levelOf(count: number): Level {
    const limit = this.#limit;
    switch (this.#kind) {
      case 'existence':
        return count >= limit ? LEVELS.kept : LEVELS.open;
      case 'absence':
        return count < limit ? LEVELS.kept : LEVELS.broken;
      case 'exactly':
        return count < limit ? LEVELS.open : count === limit ? LEVELS.kept : LEVELS.broken;
    }
  }
}
