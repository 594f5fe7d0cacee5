import type { Condition, Dated, Expression, Revisions } from '@qingdan/core';
import type { Library } from '../../library.js';
import { usesInCondition } from './condition.js';
import { usesInExpression } from './expression.js';
import type { Use } from './sign.js';

/** Finds the uses of parameters, through named conditions and derived facts as well. */
export interface Signs {
  condition(condition: Condition | undefined): readonly Use[];
  expression(expression: Expression | undefined): readonly Use[];
  named(name: string): readonly Use[];
  definition(id: string): readonly Use[];
}

export function createSigns(library: Library): Signs {
  const signs: Signs = {
    condition: (condition) => (condition === undefined ? [] : usesInCondition(condition, signs)),
    expression: (expression) =>
      expression === undefined ? [] : usesInExpression(expression, signs),
    named: memoised(library.conditions, ({ is }) => signs.condition(is)),
    definition: memoised(library.definitions, ({ is }) =>
      is.kind === 'condition' ? signs.condition(is.condition) : signs.expression(is.value),
    ),
  };
  return signs;
}

/** All revisions of a document together; a circle, which the binder reports, ends where it closes. */
function memoised<T extends Dated>(
  documents: ReadonlyMap<string, Revisions<T>>,
  usesIn: (document: T) => readonly Use[],
): (id: string) => readonly Use[] {
  const known = new Map<string, readonly Use[]>();
  return (id) => {
    let uses = known.get(id);
    if (uses === undefined) {
      known.set(id, []);
      uses = (documents.get(id) ?? []).flatMap(usesIn);
      known.set(id, uses);
    }
    return uses;
  };
}
