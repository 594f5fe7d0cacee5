import type { Condition, Truth } from '@qingdan/core';
import type { Context } from './context.js';
import { judgeElements } from './elements.js';
import { all, any, type Formula, holds, not } from './formula.js';

/**
 * A quantifier is a list of truths, one for each element, of which some or every one must hold; one more is unknown
 * where there may be further elements.
 */
export function lowerQuantified(
  condition: Extract<Condition, { kind: 'quantified' }>,
  context: Context,
): Formula {
  const { quantifier, source } = condition;
  const some = quantifier === 'some' || quantifier === 'exists';
  const judge = judgeElements(
    source,
    context,
    (member, where) =>
      some ? all(member, where) : any(not(member), quantifier === 'every' ? where : not(where)),
    some,
  );
  const truths = context.facts.define(
    `${quantifier} ${source.alias.name}`,
    async ({ frame }): Promise<readonly Truth[]> => {
      const { elements, open } = await judge(frame);
      const judged = elements.map(({ truth }) => truth);
      return open ? [...judged, undefined] : judged;
    },
  );
  return holds(truths, some ? 'someFact:' : 'everyFact:');
}
