import type {
  Condition,
  Definition,
  Expression,
  NamedCondition,
  Parameter,
  Path,
  RecordSource,
  Table,
  Type,
} from '@qingdan/core';
import { HERE } from '../build/marks.js';
import { DATE } from '../build/types.js';
import { reach, type Reached } from './reach.js';
import type { Rng } from './rng.js';

/** What a policy made so far offers to the conditions that follow. */
export interface Offer {
  readonly parameters: readonly Parameter[];
  readonly tables: readonly Table[];
  readonly definitions: readonly Definition[];
  readonly conditions: readonly NamedCondition[];
}

/** Where a condition stands. */
export interface Scope {
  readonly record: string;
  readonly aliases: readonly { readonly name: string; readonly type: Type }[];
  /** How many sources may still be nested in each other. */
  readonly depth: number;
  readonly due: boolean;
}

/** What the parts of the generator share. They call each other through it, so that none imports another in a circle. */
export interface Maker {
  readonly rng: Rng;
  readonly offer: Offer;
  condition(scope: Scope): Condition;
  expression(scope: Scope, key: string): Expression;
  source(scope: Scope): { readonly source: RecordSource; readonly inner: Scope };
  /** A way to a value that compares with `key`: of the innermost element by preference. */
  fact(scope: Scope, key: string): Path | undefined;
  /** The same, rooted at the innermost element only. */
  factOfElement(scope: Scope, key: string): Path | undefined;
  /** The keys of what the record at hand, or the innermost element, leads to. */
  keys(scope: Scope): readonly string[];
}

type Root = Path['root'];

/** Finds facts by what they compare with. */
export class Facts {
  readonly #rng: Rng;
  readonly #definitions: readonly Definition[];
  readonly #byType = new Map<Type, ReadonlyMap<string, readonly Reached[]>>();

  constructor(rng: Rng, definitions: readonly Definition[]) {
    this.#rng = rng;
    this.#definitions = definitions;
  }

  fact(scope: Scope, key: string): Path | undefined {
    const rng = this.#rng;
    if (key === 'date' && rng.chance(scope.due ? 0.3 : 0.05))
      return pathOf(
        scope.due ? { kind: 'due' } : { kind: 'run' },
        scope.due ? 'duty.due' : 'run.date',
        { steps: [], type: DATE, text: '' },
      );
    const innermost = scope.aliases.length - 1;
    if (innermost >= 0 && rng.chance(0.6)) {
      const found = this.#at(scope, innermost, key);
      if (found !== undefined) return found;
    }
    for (let tries = 0; tries < 2; tries += 1) {
      const found = this.#at(scope, rng.below(scope.aliases.length + 1) - 1, key);
      if (found !== undefined) return found;
    }
    return this.#at(scope, -1, key);
  }

  factOfElement(scope: Scope, key: string): Path | undefined {
    return this.#at(scope, scope.aliases.length - 1, key);
  }

  keys(scope: Scope): readonly string[] {
    const alias = scope.aliases.at(-1);
    const type: Type = alias?.type ?? { kind: 'record', to: scope.record };
    return [...this.#reach(type).keys()];
  }

  /** `slot` −1 is the record at hand. */
  #at(scope: Scope, slot: number, key: string): Path | undefined {
    const alias = scope.aliases[slot];
    const type: Type = alias?.type ?? recordType(scope.record);
    const ways = this.#reach(type).get(key);
    if (ways === undefined || ways.length === 0) return undefined;
    const root: Root =
      alias === undefined ? { kind: 'record' } : { kind: 'alias', name: alias.name, slot };
    // The short ways are as likely as all the long ones.
    const short = ways.filter(({ steps }) => steps.length <= 1);
    const from = short.length > 0 && this.#rng.chance(0.5) ? short : ways;
    return pathOf(root, alias?.name ?? 'record', this.#rng.pick(from));
  }

  #reach(type: Type): ReadonlyMap<string, readonly Reached[]> {
    let found = this.#byType.get(type);
    if (found === undefined) this.#byType.set(type, (found = reach(type, this.#definitions, 2)));
    return found;
  }
}

const RECORD_TYPES = new Map<string, Type>();

/** One object for each kind, so that what it leads to is worked out once. */
export function recordType(kind: string): Type {
  let type = RECORD_TYPES.get(kind);
  if (type === undefined) RECORD_TYPES.set(kind, (type = { kind: 'record', to: kind }));
  return type;
}

function pathOf(root: Root, name: string, { steps, type, text }: Reached): Path {
  return { root, steps, type, text: text === '' ? name : `${name}.${text}`, span: HERE };
}
