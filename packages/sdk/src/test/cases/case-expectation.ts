import {
  DEVIATION_CODES,
  type DeviationCode,
  type Day,
  type NextState,
  type Outcome,
  parseDate,
  type Text,
} from '@qingdan/core';
import { asObject } from '../as-object.js';
import type { ValuePath } from './given-events.js';

/** A deviation that a test says there is. What is undefined may be anything. */
export interface ExpectedDeviation {
  /** A step, or the constraint that it breaks. */
  readonly name: string;
  readonly code: string;
  /** The day of the last event that it is about. */
  readonly on: Day | undefined;
  readonly due: Day | undefined;
  readonly card: 'yellow' | 'red' | undefined;
  readonly persons: readonly string[] | undefined;
  readonly lacking: readonly string[] | undefined;
  readonly missing: readonly string[] | undefined;
  /** What only follows from it. */
  readonly following: readonly ExpectedDeviation[] | undefined;
}

/** Until when something has to be done. */
export interface ExpectedDue {
  /** A step, or the constraint that asks for it. */
  readonly name: string;
  readonly day: Day | undefined;
  readonly card: 'yellow' | 'none' | undefined;
}

/** Whether a step may be done next. */
export interface ExpectedNext {
  readonly step: string;
  readonly state: NextState;
  /** Of one that waits. */
  readonly earliest: Day | undefined;
  /** Of one that may be done: by whom. */
  readonly persons: readonly string[] | undefined;
  /** Of one that may not: the codes of what is in the way, or the steps that are wanting. */
  readonly blockers: readonly string[] | undefined;
}

/** All that a test says of its case. */
export interface CaseExpectation {
  readonly outcome: Outcome | undefined;
  readonly deviations: readonly ExpectedDeviation[];
  readonly undetermined: readonly ExpectedDeviation[];
  readonly due: readonly ExpectedDue[];
  readonly next: readonly ExpectedNext[];
}

/** What a test says that it can't say, and where below `expect`. */
export interface Misshapen {
  readonly expected: Text;
  readonly at: ValuePath;
}

/** A word that is none of those it may be. */
export interface StrangeWord {
  readonly word: string;
  readonly known: readonly string[];
  readonly at: ValuePath;
  readonly isKey: boolean;
}

export const EXPECT_CASE_KEYS: readonly string[] = [
  'outcome',
  'deviations',
  'undetermined',
  'due',
  'next',
  'explains',
];

const OUTCOMES: readonly Outcome[] = ['compliant', 'violation', 'suspicion', 'undetermined'];
const STATES: readonly NextState[] = ['allowed', 'waiting', 'blocked', 'forbidden'];
const DETAILS: readonly string[] = [
  'code',
  'on',
  'due',
  'card',
  'persons',
  'lacking',
  'missing',
  'following',
];

/** Whether a test of a case could never fail, or says something of which nothing would be tested. */
export function expectsNothingOfCase(body: Readonly<Record<string, unknown>>): boolean {
  const map = asObject(body.expect) ?? {};
  const explains = [body.explains, map.explains].filter((each) => each !== undefined);
  const said = EXPECT_CASE_KEYS.filter((key) => key !== 'explains' && Object.hasOwn(map, key));
  const isEmpty = (value: unknown): boolean =>
    value === null || value === undefined || value === '' || isEmptyMapping(value);
  // That nothing is wrong is something; no day and no step is nothing.
  const isNothing = (key: string): boolean =>
    isEmpty(map[key]) || (key === 'next' && Object.values(asObject(map.next) ?? {}).some(isIdle));
  const isIdle = (value: unknown): boolean =>
    isEmpty(value) || (Array.isArray(value) && value.length === 0);
  if (said.some(isNothing) || explains.some(isIdle)) return true;
  return said.length + explains.length === 0;
}

function isEmptyMapping(value: unknown): boolean {
  const map = asObject(value);
  return map !== undefined && Object.keys(map).length === 0;
}

/** Reads the `expect` of a test of a case. */
export class CaseExpectationReader {
  readonly misshapen: Misshapen[] = [];
  readonly strange: StrangeWord[] = [];

  read(expect: unknown): CaseExpectation {
    const map = asObject(expect) ?? {};
    const { outcome } = map;
    return {
      outcome: outcome === undefined ? undefined : this.#word(outcome, OUTCOMES, ['outcome']),
      deviations: this.#deviations(map.deviations, ['deviations']),
      undetermined: this.#deviations(map.undetermined, ['undetermined']),
      due: this.#named(map.due, ['due'], DUE).map(([name, value, at]) =>
        this.#due(name, value, at),
      ),
      next: this.#next(map.next),
    };
  }

  /** A mapping of steps, or a list of such mappings; of each a code, its details, or a list of these. */
  #deviations(value: unknown, at: ValuePath): readonly ExpectedDeviation[] {
    if (value === undefined) return [];
    if (Array.isArray(value))
      return value.flatMap((each: unknown, index) =>
        this.#named(each, [...at, index], DEVIATIONS).flatMap((entry) => this.#deviation(...entry)),
      );
    return this.#named(value, at, DEVIATIONS).flatMap((entry) => this.#deviation(...entry));
  }

  #deviation(name: string, value: unknown, at: ValuePath): readonly ExpectedDeviation[] {
    if (Array.isArray(value))
      return value.flatMap((each: unknown, index) => this.#deviation(name, each, [...at, index]));
    const details = asObject(value) ?? { code: value };
    this.#checkKeys(details, DETAILS, at);
    const codeAt = details === value ? [...at, 'code'] : at;
    const { on, due, card, persons, lacking, missing, following } = details;
    return [
      {
        name,
        code: this.#word<DeviationCode>(details.code, DEVIATION_CODES, codeAt) ?? '',
        on: this.#day(on, [...at, 'on']),
        due: this.#day(due, [...at, 'due']),
        card: card === undefined ? undefined : this.#word(card, ['yellow', 'red'], [...at, 'card']),
        persons: this.#texts(persons, [...at, 'persons']),
        lacking: this.#texts(lacking, [...at, 'lacking']),
        missing: this.#texts(missing, [...at, 'missing']),
        following:
          following === undefined ? undefined : this.#deviations(following, [...at, 'following']),
      },
    ];
  }

  #due(name: string, value: unknown, at: ValuePath): ExpectedDue {
    const details = asObject(value);
    if (details === undefined) return { name, day: this.#day(value, at), card: undefined };
    this.#checkKeys(details, ['day', 'card'], at);
    const { day, card } = details;
    return {
      name,
      day: this.#day(day, [...at, 'day']),
      card: card === undefined ? undefined : this.#word(card, ['yellow', 'none'], [...at, 'card']),
    };
  }

  #next(value: unknown): readonly ExpectedNext[] {
    if (value === undefined) return [];
    const map = asObject(value);
    if (map === undefined) {
      this.misshapen.push({ expected: NEXT, at: ['next'] });
      return [];
    }
    this.#checkKeys(map, STATES, ['next']);
    return STATES.flatMap((state) => {
      const at = ['next', state];
      const details = asObject(map[state]);
      if (details === undefined)
        return (this.#texts(map[state], at) ?? []).map((step) => this.#step(step, state));
      return Object.entries(details).map(([step, said]) => {
        const inside = [...at, step];
        if (state === 'waiting')
          return { ...this.#step(step, state), earliest: this.#day(said, inside) };
        const names = this.#texts(said, inside);
        return state === 'allowed'
          ? { ...this.#step(step, state), persons: names }
          : { ...this.#step(step, state), blockers: names };
      });
    });
  }

  #step(step: string, state: NextState): ExpectedNext {
    return { step, state, earliest: undefined, persons: undefined, blockers: undefined };
  }

  #named(
    value: unknown,
    at: ValuePath,
    expected: Text,
  ): readonly (readonly [string, unknown, ValuePath])[] {
    if (value === undefined) return [];
    const map = asObject(value);
    if (map === undefined) {
      this.misshapen.push({ expected, at });
      return [];
    }
    return Object.entries(map).map(([name, said]) => [name, said, [...at, name]]);
  }

  #word<W extends string>(value: unknown, known: readonly W[], at: ValuePath): W | undefined {
    const word = known.find((each) => each === value);
    if (word === undefined) {
      const written = typeof value === 'string' ? value : JSON.stringify(value ?? null);
      this.strange.push({ word: written, known, at, isKey: false });
    }
    return word;
  }

  #checkKeys(map: Readonly<Record<string, unknown>>, known: readonly string[], at: ValuePath) {
    for (const key of Object.keys(map))
      if (!known.includes(key))
        this.strange.push({ word: key, known, at: [...at, key], isKey: true });
  }

  #day(value: unknown, at: ValuePath): Day | undefined {
    if (value === undefined) return undefined;
    const day = typeof value === 'string' ? parseDate(value) : undefined;
    if (typeof day === 'number') return day;
    this.misshapen.push({ expected: { zh: '日期', en: 'a date' }, at });
    return undefined;
  }

  #texts(value: unknown, at: ValuePath): readonly string[] | undefined {
    if (value === undefined) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = list.filter((each) => typeof each === 'string');
    if (texts.length < list.length)
      this.misshapen.push({ expected: { zh: '名称的列表', en: 'a list of names' }, at });
    return texts;
  }
}

const DEVIATIONS: Text = {
  zh: '各环节的偏离，如 { contract: LATE }',
  en: 'deviations by step, such as { contract: LATE }',
};
const DUE: Text = {
  zh: '各环节的期限，如 { contract: 2026-02-24 }',
  en: 'days by step, such as { contract: 2026-02-24 }',
};
const NEXT: Text = {
  zh: `{ ${STATES.join(', ')} } 之下的各环节`,
  en: `steps under { ${STATES.join(', ')} }`,
};
