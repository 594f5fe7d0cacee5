import type { Day } from '@qingdan/core';

/** The stretches of time in which the law is constant: the one before the first change is number 0. */
export class Epochs {
  readonly changes: readonly Day[];

  constructor(changes: readonly Day[]) {
    this.changes = changes;
  }

  get count(): number {
    return this.changes.length + 1;
  }

  indexOf(day: Day): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.changes[middle] as Day) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A day that stands for every day of a stretch. */
  dayIn(index: number): Day {
    const next = this.changes[0];
    return index === 0 ? (next === undefined ? 0 : next - 1) : (this.changes[index - 1] as Day);
  }

  /** What is chosen by date, once for each stretch. */
  map<T>(choose: (day: Day) => T): readonly T[] {
    return Array.from({ length: this.count }, (_, index) => choose(this.dayIn(index)));
  }
}
