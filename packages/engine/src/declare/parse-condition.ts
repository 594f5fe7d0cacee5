import { Refusal } from './refusal.js';

/** What is compared: an attribute of the activation or of the target, or a value as it is written. */
export type Operand =
  | { readonly kind: 'attribute'; readonly of: 'A' | 'T'; readonly name: string }
  | { readonly kind: 'literal'; readonly text: string };

/** A condition of a Declare model. */
export type DeclareCondition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly DeclareCondition[] }
  | { readonly kind: 'not'; readonly of: DeclareCondition }
  | {
      readonly kind: 'compare';
      readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Operand;
      readonly right: Operand;
      readonly text: string;
    }
  | {
      readonly kind: 'in';
      readonly left: Operand;
      readonly values: readonly string[];
      readonly text: string;
    };

type Comparison = Extract<DeclareCondition, { kind: 'compare' }>['operator'];

const KEYWORDS = new Set(['and', 'or', 'not', 'is', 'in', '(', ')', ',']);
const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);
const DEPTH_LIMIT = 100;

/** Reads `A.x > 5 and (T.y is High or T.z = A.z)`. */
export function parseCondition(text: string): DeclareCondition {
  const parser = new Parser(text);
  return parser.whole();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = text.match(/[(),]|[<>!]=|[<>=]|[^\s(),<>=!]+|!/gu) ?? [];
  }

  whole(): DeclareCondition {
    const condition = this.#any();
    if (this.#at < this.#tokens.length) throw this.#fault();
    return condition;
  }

  #any(): DeclareCondition {
    const of = [this.#all()];
    while (this.#takes('or')) of.push(this.#all());
    return of.length === 1 ? (of[0] as DeclareCondition) : { kind: 'any', of };
  }

  #all(): DeclareCondition {
    const of = [this.#single()];
    while (this.#takes('and')) of.push(this.#single());
    return of.length === 1 ? (of[0] as DeclareCondition) : { kind: 'all', of };
  }

  #single(): DeclareCondition {
    this.#depth += 1;
    if (this.#depth > DEPTH_LIMIT) throw this.#fault();
    const condition = this.#nested() ?? this.#comparison();
    this.#depth -= 1;
    return condition;
  }

  #nested(): DeclareCondition | undefined {
    if (this.#takes('not')) return { kind: 'not', of: this.#single() };
    if (!this.#takes('(')) return undefined;
    const inner = this.#any();
    if (!this.#takes(')')) throw this.#fault();
    return inner;
  }

  #comparison(): DeclareCondition {
    const from = this.#at;
    const related = this.#related();
    if (related !== undefined) return related;
    const left = this.#operand();
    const isNot = this.#takes('not');
    if (this.#takes('in')) {
      const values = this.#values();
      const text = this.#since(from);
      const condition: DeclareCondition = { kind: 'in', left, values, text };
      return isNot ? { kind: 'not', of: condition } : condition;
    }
    if (isNot) throw this.#fault();
    const operator = this.#operator();
    const right = this.#operand();
    return { kind: 'compare', operator, left, right, text: this.#since(from) };
  }

  /** `same x`, `different x`: of the two events. */
  #related(): DeclareCondition | undefined {
    const [word = '', next] = this.#tokens.slice(this.#at, this.#at + 2);
    if ((word !== 'same' && word !== 'different') || next === undefined || this.#isEnd(next))
      return undefined;
    this.#at += 1;
    const name = this.#words();
    return {
      kind: 'compare',
      operator: word === 'same' ? '=' : '!=',
      left: { kind: 'attribute', of: 'T', name },
      right: { kind: 'attribute', of: 'A', name },
      text: `${word} ${name}`,
    };
  }

  #operator(): Comparison {
    if (this.#takes('is')) return this.#takes('not') ? '!=' : '=';
    const token = this.#tokens[this.#at] ?? '';
    if (!COMPARISONS.has(token)) throw this.#fault();
    this.#at += 1;
    return token as Comparison;
  }

  #operand(): Operand {
    const text = this.#words();
    const parts = /^([AT])\.(.+)$/u.exec(text);
    return parts === null
      ? { kind: 'literal', text }
      : { kind: 'attribute', of: parts[1] as 'A' | 'T', name: parts[2] as string };
  }

  #values(): readonly string[] {
    if (!this.#takes('(')) throw this.#fault();
    const values = [this.#words()];
    while (this.#takes(',')) values.push(this.#words());
    if (!this.#takes(')')) throw this.#fault();
    return values;
  }

  /** Names and values may be of several words. */
  #words(): string {
    const from = this.#at;
    while (this.#at < this.#tokens.length && !this.#isEnd(this.#tokens[this.#at] as string))
      this.#at += 1;
    if (this.#at === from) throw this.#fault();
    return this.#since(from);
  }

  #isEnd(token: string): boolean {
    return KEYWORDS.has(token) || COMPARISONS.has(token) || token === '!';
  }

  #since(from: number): string {
    return this.#tokens.slice(from, this.#at).join(' ');
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #fault(): Refusal {
    return new Refusal('condition', this.#text);
  }
}
