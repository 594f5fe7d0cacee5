import type { Condition, Truth } from '@qingdan/core';
import type { Context } from './context.js';
import { Facts } from './facts.js';
import { all, any, type Formula, holds, test } from './formula.js';
import { networkOf } from './links.js';
import { Rulebook } from './rulebook.js';

/**
 * One place is the other, or some edge from it holds and leads on to the other in one step less. The library can't
 * follow a chain by itself: its rules are run once for each edge and for each number of steps left.
 */
export function lowerPath(
  condition: Extract<Condition, { kind: 'path' }>,
  context: Context,
): Formula {
  const from = context.facts.of(condition.from);
  const to = context.facts.of(condition.to);
  const named = all(test('present', from), test('present', to));
  const network = networkOf(condition.through, context);

  const facts = new Facts();
  const arrives = test('equal', facts.given('end'), facts.given('goal'));
  const step = all(
    holds(facts.given('link')),
    any(arrives, holds(facts.given('onward'), 'someFact:')),
  );
  const rulebook = new Rulebook(new Map([['step', step]]), facts);

  const chains = context.facts.define('chains', async (at) => {
    const start = await from.read(at);
    const goal = await to.read(at);
    if (typeof start !== 'string' || typeof goal !== 'string') return [undefined];
    const links = await network(at.frame);
    const known = new Map<string, readonly Truth[]>();
    const leadOn = async (place: string, steps: number): Promise<readonly Truth[]> => {
      if (steps <= 0) return [];
      const key = `${String(steps)} ${place}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const truths: Truth[] = [];
      for (const { to: end, link } of links.edges.get(place) ?? []) {
        const onward = end === goal ? [] : await leadOn(end, steps - 1);
        const answers = await rulebook.run({ ...at, given: { end, goal, link, onward } });
        truths.push(answers('step'));
      }
      known.set(key, truths);
      return truths;
    };
    const truths = await leadOn(start, condition.max);
    return links.anywhere ? [...truths, undefined] : truths;
  });
  return all(named, any(test('equal', from, to), holds(chains, 'someFact:')));
}
