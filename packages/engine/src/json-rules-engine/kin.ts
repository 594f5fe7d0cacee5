import type { Condition, Truth } from '@qingdan/core';
import type { Context } from './context.js';
import { Facts } from './facts.js';
import { all, any, type Formula, holds, test, unknown } from './formula.js';
import { kinshipBy } from './kinship.js';
import { Rulebook } from './rulebook.js';

/** Two persons, both known and not the same, of whom some edge of the register says so in either direction. */
export function lowerKin(
  condition: Extract<Condition, { kind: 'kin' }>,
  context: Context,
): Formula {
  const of = context.facts.of(condition.of);
  const other = context.facts.of(condition.with);
  const named = all(test('present', of), test('present', other));
  const facts = new Facts();
  const kinship = kinshipBy(condition.relations, context.policy, facts);
  // Without the relations nothing can be told, not even of one person twice.
  if (kinship === undefined) return all(named, unknown(context.facts));

  const ends = (from: string, to: string): Formula =>
    all(
      test('equal', facts.given('a'), facts.given(from)),
      test('equal', facts.given('b'), facts.given(to)),
    );
  const edge = any(
    all(kinship.forward, ends('of', 'with')),
    all(kinship.backward, ends('with', 'of')),
  );
  const rulebook = new Rulebook(new Map([['edge', edge]]), facts);

  const edges = context.facts.define(`kin ${condition.relations}`, async (at) => {
    const one = await of.read(at);
    const two = await other.read(at);
    if (typeof one !== 'string' || typeof two !== 'string') return [undefined];
    const truths: Truth[] = kinship.isOpen(at.frame) ? [undefined] : [];
    for (const given of kinship.edges(at.frame)) {
      const answers = await rulebook.run({
        frame: at.frame,
        given: { ...given, of: one, with: two },
      });
      truths.push(answers('edge'));
    }
    return truths;
  });
  return all(named, test('notEqual', of, other), holds(edges, 'someFact:'));
}
