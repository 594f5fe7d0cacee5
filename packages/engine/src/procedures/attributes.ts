import type { CaseEvent, CaseLog, RecordType } from '@qingdan/core';

type Sayings = Readonly<Record<string, unknown>>;

/** What the standard for event logs has names for and events keep in parts of their own. */
const STANDARD: Readonly<Record<string, (event: CaseEvent) => unknown>> = {
  'org:resource': ({ by }) => by?.person,
  'org:role': ({ by }) => by?.role,
};

/** Finds the fields that a log means: it may call one by its label, as it may a step by its title. */
export class Attributes {
  readonly #fields: ReadonlySet<string>;
  /** By label; undefined of one that several fields have. */
  readonly #labelled = new Map<string, string | undefined>();
  readonly #standard: readonly (readonly [field: string, of: (event: CaseEvent) => unknown])[];

  constructor(record: RecordType | undefined) {
    const fields = record?.fields.fields ?? [];
    this.#fields = new Set(fields.map(({ name }) => name));
    for (const { name, label } of fields) {
      for (const text of new Set([label.zh, label.en])) {
        if (this.#fields.has(text)) continue;
        this.#labelled.set(text, this.#labelled.has(text) ? undefined : name);
      }
    }
    this.#standard = Object.entries(STANDARD).flatMap(([name, of]) => {
      const field = this.#fields.has(name) ? name : this.#labelled.get(name);
      return field === undefined ? [] : [[field, of] as const];
    });
  }

  /** What an event says of its case, by the names of the fields. */
  saidBy(event: CaseEvent): Sayings {
    const said = this.#renamed(event.data);
    if (this.#standard.length === 0) return said;
    const more: Record<string, unknown> = {};
    for (const [field, of] of this.#standard) {
      const value = of(event);
      if (value !== undefined) more[field] = value;
    }
    return Object.keys(more).length === 0 ? said : { ...more, ...said };
  }

  /** The log, with what it says of the case as a whole by the names of the fields. */
  named(log: CaseLog): CaseLog {
    return log.data === undefined ? log : { ...log, data: this.#renamed(log.data) };
  }

  #renamed(data: Sayings): Sayings {
    if (Object.keys(data).every((name) => this.#labelled.get(name) === undefined)) return data;
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [this.#labelled.get(name) ?? name, value]),
    );
  }
}
