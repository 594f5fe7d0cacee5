import type { Verdict } from '@qingdan/core';

/** A plain object, as YAML gives it. */
export type Plain = Readonly<Record<string, unknown>>;

export interface BookText {
  readonly kind: string;
  readonly organisation?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What a section says for all of its cases, and a case for itself. */
export interface Situation {
  /** Fields of the payment at hand. */
  readonly given?: Plain;
  readonly records?: readonly Plain[];
  /** Kinds of which every book is complete for all time. */
  readonly closed?: readonly string[];
  readonly books?: readonly BookText[];
  readonly clock?: string;
}

export interface CaseText extends Situation {
  readonly name: string;
  readonly asOf?: string;
  /** One verdict is that of `x.rule`. */
  readonly expect: Verdict | Readonly<Record<string, Verdict>>;
}

export interface Section extends Situation {
  readonly title: string;
  readonly policy: readonly Plain[];
  readonly cases: readonly CaseText[];
}

export interface CaseFile {
  readonly about: string;
  readonly sections: readonly Section[];
}

export function expectedOf({ expect }: CaseText): Readonly<Record<string, Verdict>> {
  return typeof expect === 'string' ? { 'x.rule': expect } : expect;
}
