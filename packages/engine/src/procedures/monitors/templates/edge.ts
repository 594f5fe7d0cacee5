import type { CaseEvent, Truth } from '@qingdan/core';
import type { AsOf, Moment } from '../../monitor.js';
import { LEVELS, oneOf, type Range } from './level.js';
import { type Part, type PartStand, plainStand } from './part.js';
import type { Match } from './pattern.js';

/** What a case begins or ends with. A case of which nothing has happened does neither. */
export class Edge implements Part {
  readonly #kind: 'init' | 'end';
  readonly #step: string;
  readonly #match: Match;
  #event: CaseEvent | undefined;
  #truth: Truth = false;

  constructor(kind: 'init' | 'end', step: string, match: Match) {
    this.#kind = kind;
    this.#step = step;
    this.#match = match;
  }

  observe(moment: Moment): void {
    if (this.#kind === 'init' && this.#event !== undefined) return;
    this.#event = moment.event;
    this.#truth = this.#match(moment);
  }

  stand({ closed }: AsOf): PartStand {
    const event = this.#event;
    const begun = this.#kind === 'init' && event !== undefined;
    const wrong = closed || begun ? LEVELS.broken : LEVELS.open;
    const range: Range =
      this.#truth === undefined
        ? oneOf([LEVELS.kept, wrong])
        : oneOf([this.#truth ? LEVELS.kept : wrong]);
    const fault = {
      code: event === undefined ? 'MISSING' : 'ORDER',
      step: this.#step,
      certain: range.least === LEVELS.broken,
      events: event === undefined ? [] : [event],
      lacking: [],
      due: undefined,
    } as const;
    return plainStand(range, begun, range.most === LEVELS.broken ? [fault] : []);
  }
}
