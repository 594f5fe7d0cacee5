import { compare, OPERATORS, type Truth, type Value } from '@qingdan/core';
import { Operator } from 'json-rules-engine';

/** Which of a condition's two rules: whether it is certainly true, or possibly true. */
export const MODES = ['certain', 'possible'] as const;
export type Mode = (typeof MODES)[number];

/** An operator beside those of the language: a truth, supplied as a fact, holds. */
export const HOLDS = 'holds';

const ACCEPTS = {
  certain: (truth: Truth) => truth === true,
  possible: (truth: Truth) => truth !== false,
} as const satisfies Record<Mode, (truth: Truth) => boolean>;

/** Every operator of the language twice, since the library is two-valued: false on unknown, and true on unknown. */
export const TWO_VALUED: readonly Operator<Value, Value>[] = MODES.flatMap((mode) => [
  new Operator<Value, Value>(`${HOLDS}#${mode}`, (truth) => ACCEPTS[mode](truth as Truth)),
  ...OPERATORS.map(
    (name) =>
      new Operator<Value, Value>(`${name}#${mode}`, (left, right) =>
        ACCEPTS[mode](compare(name, left, right)),
      ),
  ),
]);
