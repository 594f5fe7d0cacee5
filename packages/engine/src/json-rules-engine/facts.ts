import type { Expression, Value } from '@qingdan/core';
import type { ReferenceFrame } from '../reference/frame.js';
import { valueOf } from '../reference/interpret.js';

/** What one run of an engine is about: a record under one law, perhaps an element, and what is handed in beside them. */
export interface Situation {
  readonly frame: ReferenceFrame;
  readonly given: Readonly<Record<string, Value>>;
}

/** A fact of the library: a name that rules use, and how its value is supplied. */
export interface Fact {
  readonly id: string;
  readonly read: (at: Situation) => Value | Promise<Value>;
}

/** The facts that the rules of one engine speak of, each under a name of its own. */
export class Facts {
  readonly #byId = new Map<string, Fact>();
  readonly #byKey = new Map<string, Fact>();

  get all(): Iterable<Fact> {
    return this.#byId.values();
  }

  define(name: string, read: Fact['read']): Fact {
    const base = name === '' ? 'value' : name;
    let id = base;
    for (let n = 2; this.#byId.has(id); n += 1) id = `${base} (${String(n)})`;
    const fact = { id, read };
    this.#byId.set(id, fact);
    return fact;
  }

  /** What `Situation.given` holds under a name. */
  given(name: string): Fact {
    return this.#shared(`given ${name}`, name, ({ given }) => given[name]);
  }

  /**
   * The value of an expression. json-rules-engine has no value forms: its facts are supplied from outside. So the
   * reference interpreter supplies them (parameters, tables, aggregates, lookups, arithmetic on dates, derived facts),
   * and this evaluator tests conditions and verdicts, not values.
   */
  of(expression: Expression): Fact {
    const read: Fact['read'] = ({ frame }) => valueOf(expression, frame);
    switch (expression.kind) {
      case 'fact': {
        const { root, steps, text } = expression.path;
        return this.#shared(JSON.stringify([root, steps]), text, read);
      }
      case 'parameter':
        return this.#shared(`parameter ${expression.id}`, `parameter ${expression.id}`, read);
      case 'table':
        return this.define(`table ${expression.id}.${expression.output}`, read);
      default:
        return this.define(expression.kind, read);
    }
  }

  #shared(key: string, name: string, read: Fact['read']): Fact {
    let fact = this.#byKey.get(key);
    if (fact === undefined) this.#byKey.set(key, (fact = this.define(name, read)));
    return fact;
  }
}
