import { type Diagnostic, diagnostic, type Span } from '@qingdan/core';
import { plainHeader } from '../tables/cells/plain.js';
import { shorten } from '../text/shorten.js';
import { nearestStep } from './nearest-step.js';
import type { StepName } from './case-options.js';

/** So many names that no step has are told apart; the events of further ones are counted. */
const MOST_NAMES = 1000;

interface Unmatched {
  readonly span: Span;
  count: number;
}

/** Finds the step that a log means by a name, and keeps what it means none by. */
export class StepNames {
  readonly #byName: ReadonlyMap<string, string | undefined> | undefined;
  readonly #known: readonly string[];
  readonly #takesAll: boolean;
  readonly #resolved = new Map<string, string | undefined>();
  readonly #unmatched = new Map<string, Unmatched>();
  #untold = 0;
  #events = 0;

  constructor(
    steps: readonly StepName[] | undefined,
    renamed: Readonly<Record<string, string>> = {},
  ) {
    this.#known = (steps ?? []).flatMap(({ id, title }) => [
      ...new Set([title.zh, title.en, id].filter((name) => name !== '')),
    ]);
    this.#byName =
      steps === undefined && Object.keys(renamed).length === 0
        ? undefined
        : namesOf(steps ?? [], renamed);
    this.#takesAll = steps === undefined;
  }

  /** How many events no step was found for. */
  get unmatched(): number {
    let count = this.#untold;
    for (const each of this.#unmatched.values()) count += each.count;
    return count;
  }

  /** The id of the step; the name itself where no step has it. */
  resolve(name: string, spanOf: () => Span): string {
    if (this.#byName === undefined) return name;
    this.#events += 1;
    let id = this.#resolved.get(name);
    if (id !== undefined) return id;
    id = this.#byName.get(plainHeader(name));
    if (id === undefined && this.#takesAll) return name;
    if (id === undefined) {
      this.#miss(name, spanOf);
      return name;
    }
    // The ways to write one name are few, save in a file that is meant to fill the memory.
    if (this.#resolved.size < MOST_NAMES) this.#resolved.set(name, id);
    return id;
  }

  #miss(name: string, spanOf: () => Span): void {
    const before = this.#unmatched.get(name);
    if (before !== undefined) before.count += 1;
    else if (this.#unmatched.size >= MOST_NAMES) this.#untold += 1;
    else this.#unmatched.set(name, { span: spanOf(), count: 1 });
  }

  /** The names that are nobody's, where each stands first; and whether the log is of another procedure altogether. */
  diagnostics(file: string): readonly Diagnostic[] {
    if (this.#unmatched.size === 0) return [];
    const told = [...this.#unmatched].map(([name, { span, count }]) => {
      const nearest = nearestStep(name, this.#known);
      const params = {
        step: shorten(name),
        count: String(count),
        nearest: nearest === undefined ? '' : ` → \`${shorten(nearest)}\`?`,
        known: shownList(this.#known),
      };
      return diagnostic('unknown-step', params, span);
    });
    const names = this.#unmatched.size;
    const all = names + this.#resolved.size;
    const events = this.unmatched;
    if (names * 2 <= all && events * 5 <= this.#events) return told;
    const params = {
      names: String(names),
      allNames: String(all),
      events: String(events),
      allEvents: String(this.#events),
    };
    return [...told, diagnostic('steps-unmatched', params, undefined, { file })];
  }
}

/** Undefined for a title that several steps have. */
function namesOf(
  steps: readonly StepName[],
  renamed: Readonly<Record<string, string>>,
): ReadonlyMap<string, string | undefined> {
  const byName = new Map<string, string | undefined>();
  for (const { id, title } of steps) {
    for (const text of new Set([plainHeader(title.zh), plainHeader(title.en)])) {
      if (text !== '') byName.set(text, byName.has(text) ? undefined : id);
    }
  }
  for (const { id } of steps) byName.set(plainHeader(id), id);
  for (const [name, id] of Object.entries(renamed)) byName.set(plainHeader(name), id);
  return byName;
}

function shownList(names: readonly string[]): string {
  const shown = names.slice(0, 30).map(shorten).join(', ');
  return names.length > 30 ? `${shown}, …` : shown;
}
