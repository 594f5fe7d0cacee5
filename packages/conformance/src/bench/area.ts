import { figures } from './timing/figures.js';
import type { Effort } from './timing/interleave.js';

/** One thing that is measured, with a section of the page. */
export interface Area {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  readonly measure: (scale: Scale) => Measured | Promise<Measured>;
}

/** How much work is done: the same code serves the page, a try and the tests. */
export interface Scale {
  readonly effort: Effort;
  /** How many rules are asked of one record. */
  readonly rules: readonly number[];
  readonly payments: number;
  /** Records of the large file. */
  readonly lines: number;
  /** Events of cases that are judged in process. */
  readonly events: number;
  /** How often a command is run. */
  readonly runs: number;
}

export interface Measured {
  /** Paragraphs above the tables. */
  readonly text: readonly string[];
  readonly tables: readonly Table[];
  readonly bars: readonly Bar[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was set beforehand, and what came of it. */
export interface Bar {
  readonly what: string;
  readonly bar: string;
  readonly measured: string;
  readonly met: boolean;
  /** Of a bar in units of time, the same as numbers. */
  readonly time?: { readonly took: number; readonly most: number; readonly unit: string };
}

/** A bar in units of time. */
export function timeBar(what: string, took: number, most: number, unit: string): Bar {
  return {
    what,
    bar: `under ${most} ${unit}`,
    measured: `${figures(took)} ${unit}`,
    met: took < most,
    time: { took, most, unit },
  };
}
