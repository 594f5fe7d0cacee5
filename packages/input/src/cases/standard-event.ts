import type { EventKind, Participant } from '@qingdan/core';
import type { DraftEvent } from './case-draft.js';
import { kindOfTransition } from './kind-of-event.js';
import { parseWhen, type When } from './when.js';

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);

/** So many persons are kept, each once: the same few do most of what a log tells. */
const MOST_PERSONS = 10_000;

/** Puts an event together from attributes that are named as the extensions of XES name them. */
export class StandardEvent {
  readonly #persons = new Map<string, Participant>();
  step: string | undefined;
  /** As it is written. */
  at: string | undefined;
  #id: string | undefined;
  #resource: string | undefined;
  #role: string | undefined;
  #via: string | undefined;
  #kind: EventKind = 'instant';
  #data: Record<string, unknown> | undefined;

  begin(): void {
    this.step = undefined;
    this.at = undefined;
    this.#id = undefined;
    this.#resource = undefined;
    this.#role = undefined;
    this.#via = undefined;
    this.#kind = 'instant';
    this.#data = undefined;
  }

  /** Takes an attribute for what its name means; one of another name is data. */
  take(key: string, value: unknown): void {
    if (typeof value !== 'string' || value === '') {
      this.keep(key, value);
      return;
    }
    switch (key) {
      case 'concept:name':
        this.step = value;
        break;
      case 'time:timestamp':
        this.at = value;
        break;
      case 'org:resource':
        this.#resource = value;
        break;
      case 'org:role':
        this.#role = value;
        break;
      case 'identity:id':
        this.#id = value;
        break;
      case 'qingdan:via':
        this.#via = value;
        break;
      case 'lifecycle:transition': {
        const kind = kindOfTransition(value);
        if (kind === undefined) this.keep(key, value);
        else this.#kind = kind;
        break;
      }
      default:
        this.keep(key, value);
    }
  }

  keep(key: string, value: unknown): void {
    this.#data ??= {};
    setOwn(this.#data, key, value);
  }

  /** What it says of its case. */
  get data(): Readonly<Record<string, unknown>> {
    return this.#data ?? NOTHING;
  }

  when(): When | undefined {
    return this.at === undefined ? undefined : parseWhen(this.at);
  }

  /** The event, now that its step and its time are known. */
  finish(step: string, { day, instant }: When, file: string, line: number): DraftEvent {
    return {
      id: this.#id?.normalize('NFC'),
      step,
      iteration: undefined,
      kind: this.#kind,
      day,
      instant,
      seq: undefined,
      recordedAt: undefined,
      by: this.#by(),
      participants: NONE,
      evidence: NONE,
      tallies: NONE,
      voids: undefined,
      via: this.#via?.normalize('NFC'),
      data: this.data,
      place: { file, line },
    };
  }

  #by(): Participant | undefined {
    const person = this.#resource;
    const role = this.#role;
    if (person === undefined && role === undefined) return undefined;
    const key = `${person ?? ''}\u0000${role ?? ''}`;
    const known = this.#persons.get(key);
    if (known !== undefined) return known;
    const by: Participant = {
      person: person?.normalize('NFC'),
      role: role?.normalize('NFC'),
      present: undefined,
      recused: undefined,
    };
    if (this.#persons.size < MOST_PERSONS) this.#persons.set(key, by);
    return by;
  }
}

/** Sets a property whatever its name: a file may call one `__proto__`. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else {
    const own = { value, enumerable: true, writable: true, configurable: true };
    Object.defineProperty(object, key, own);
  }
}
