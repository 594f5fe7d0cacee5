import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { faultsOfField } from '../records/read-record.js';
import type { RecordType } from '../types/type.js';
import { printDate } from '../values/date.js';
import { dayOfInstant, parseInstant } from '../values/instant.js';
import type { CaseEvent } from './event.js';
import { OPENED_ON } from './procedure.js';

/** What is said of a case: values of its fields, as they are written. */
export type Sayings = Readonly<Record<string, unknown>>;

/** What the standard for event logs has names for and events keep in parts of their own. */
const STANDARD: Readonly<Record<string, (event: CaseEvent) => unknown>> = {
  'org:resource': ({ by }) => by?.person,
  'org:role': ({ by }) => by?.role,
};

/** What a log may say beside the fields, for want of the log's own: and after which all is read again. */
const ENVELOPE = ['none', 'organisation'];

/** What is the case's own, whatever its log says. */
const GIVEN = [OPENED_ON, 'kind', 'id'];

/** Of an event that says nothing of its case. */
export const NOTHING_SAID: Sayings = Object.freeze({});

/** Finds the fields that a log means: it may call one by its label, as it may a step by its title. */
export class Attributes {
  /** Field by what a log may call it; undefined of a label that several fields have. */
  readonly #meant = new Map<string, string | undefined>();
  readonly #standard: readonly (readonly [field: string, of: (event: CaseEvent) => unknown])[];
  /** Those that are days. */
  readonly #days: ReadonlySet<string>;
  readonly #record: RecordType | undefined;

  constructor(record: RecordType | undefined) {
    this.#record = record;
    const fields = record?.fields.fields ?? [];
    const names = new Set(fields.map(({ name }) => name));
    for (const { name, label } of fields) {
      for (const text of new Set([label.zh, label.en])) {
        if (!names.has(text)) this.#meant.set(text, this.#meant.has(text) ? undefined : name);
      }
    }
    this.#days = new Set(fields.flatMap(({ name, type }) => (type.kind === 'date' ? [name] : [])));
    const isField = (name: string): boolean => names.has(name);
    this.#standard = Object.entries(STANDARD).flatMap(([name, of]) => {
      const field = isField(name) ? name : this.#meant.get(name);
      return field === undefined ? [] : [[field, of] as const];
    });
    for (const name of [...names, ...ENVELOPE]) this.#meant.set(name, name);
    for (const [name, field] of this.#meant)
      if (field !== undefined && GIVEN.includes(field)) this.#meant.set(name, undefined);
  }

  /** What an event says of its case, by the names of the fields; `NOTHING_SAID` where that is nothing. */
  saidBy(event: CaseEvent): Sayings {
    const said = this.meantBy(event.data);
    if (this.#standard.length === 0) return said;
    const more: Record<string, unknown> = {};
    for (const [field, of] of this.#standard) {
      const value = of(event);
      if (value !== undefined) more[field] = value;
    }
    const merged = { ...more, ...said };
    return Object.keys(merged).length === 0 ? NOTHING_SAID : merged;
  }

  /** What is said of a case, by the names of the fields. */
  meantBy(data: Sayings): Sayings {
    const names = Object.keys(data);
    if (names.every((name) => this.#meant.get(name) === name && !this.#isTimed(name, data[name])))
      return names.length === 0 ? NOTHING_SAID : data;
    const known = names.flatMap((name) => {
      const field = this.#meant.get(name);
      return field === undefined ? [] : [[field, this.#valueOf(field, data[name])] as const];
    });
    return known.length === 0 ? NOTHING_SAID : Object.fromEntries(known);
  }

  /** Logs know points in time only: of a field that is a day, the day at +08:00 is meant. */
  #valueOf(field: string, value: unknown): unknown {
    if (!this.#isTimed(field, value)) return value;
    const instant = parseInstant(value);
    return instant === undefined ? value : printDate(dayOfInstant(instant));
  }

  #isTimed(field: string, value: unknown): value is string {
    return typeof value === 'string' && value.length > DAY_LENGTH && this.#days.has(field);
  }

  /** What of it can't be read as the fields that it means, each with the path to it in what was said. */
  faultsIn(data: Sayings): readonly Diagnostic[] {
    if (this.#record === undefined) return NO_FAULTS;
    let faults: Diagnostic[] | undefined;
    for (const name of Object.keys(data)) {
      const field = this.#meant.get(name);
      if (field === undefined) continue;
      const value = this.#valueOf(field, data[name]);
      for (const { path = [], ...fault } of faultsOfField(field, value, this.#record))
        (faults ??= []).push({ ...fault, path: [name, ...path.slice(1)] });
    }
    return faults ?? NO_FAULTS;
  }

  /** Whether it goes beyond single fields, so that a record must be read as a whole. */
  static isOfAll(said: Sayings): boolean {
    return ENVELOPE.some((name) => Object.hasOwn(said, name));
  }
}

/** Of `2026-01-05`. */
const DAY_LENGTH = 10;

const NO_FAULTS: readonly Diagnostic[] = [];
