import type { Condition, Day, Expression, Policy, RecordType, Span, Text } from '@qingdan/core';
import type { Operand, Where } from '../portable/forms.js';
import { type Reason, REASONS } from './reasons.js';

/** What an export can't say, and where the policy asks for it. */
export interface CannotExport {
  readonly item: string;
  readonly reason: Text;
  readonly span: Span;
}

/**
 * What conditions and expressions are lowered by. Each is made of the other: their parts ask for them here, so that no
 * files import each other in a circle.
 */
export interface Lowerers {
  readonly operand: (expression: Expression, lowering: Lowering) => Operand;
  readonly where: (condition: Condition, lowering: Lowering) => Where;
}

/** What the parts of the lowering share while one item is written down for the law of one day. */
export class Lowering {
  /** The fields of the record that its rules read. */
  readonly used = new Set<string>();
  readonly refused: CannotExport[] = [];
  /** Names of elements by their slots, none of which is also a field. */
  aliases: readonly string[] = [];
  readonly #lowerers: Lowerers;
  #depth = 0;

  constructor(
    lowerers: Lowerers,
    readonly policy: Policy,
    readonly record: RecordType,
    readonly law: Day,
    readonly item: string,
  ) {
    this.#lowerers = lowerers;
  }

  operand(expression: Expression): Operand {
    return this.#lowerers.operand(expression, this);
  }

  where(condition: Condition): Where {
    return this.#lowerers.where(condition, this);
  }

  /** Notes what can't be said; what stands in its place is never used. */
  refuse(reason: Reason, span: Span, what = ''): void {
    const { zh, en } = REASONS[reason];
    const name = (text: string): string => text.replaceAll('{what}', what);
    const text = { zh: name(zh), en: name(en) };
    if (!this.refused.some((other) => other.reason.en === text.en))
      this.refused.push({ item: this.item, reason: text, span });
  }

  /** Lowers something in which an element has a name. */
  withAlias<T>(name: string, slot: number, lower: (name: string) => T): T {
    const before = this.aliases;
    const taken = new Set([...this.record.fields.names(), ...before.slice(0, slot)]);
    let unique = name;
    for (let n = 2; taken.has(unique); n += 1) unique = `${name}${n}`;
    this.aliases = [...before.slice(0, slot), unique];
    const lowered = lower(unique);
    this.aliases = before;
    return lowered;
  }

  /** Lowers what a name stands for, in which no element has a name; undefined where that nests without end. */
  within<T>(span: Span, lower: () => T): T | undefined {
    if (this.#depth > 20) {
      this.refuse('deep', span);
      return undefined;
    }
    const before = this.aliases;
    this.#depth += 1;
    this.aliases = [];
    const lowered = lower();
    this.aliases = before;
    this.#depth -= 1;
    return lowered;
  }
}
