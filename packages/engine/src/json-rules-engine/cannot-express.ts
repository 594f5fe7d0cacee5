import type { Condition, Day, Policy, Span } from '@qingdan/core';
import { changesOfLaw, inForce } from '@qingdan/core';

/** What rules of json-rules-engine can't say, and where the policy asks for it. */
export interface CannotExpress {
  readonly construct: string;
  readonly reason: string;
  readonly span: Span;
}

/** How many nodes a named condition may grow to: it stands in a rule with all that it names. */
const EXPANSION_LIMIT = 10_000;

/**
 * Named conditions are expanded, for values, dates and elements differ from one use to the next; what can't be expanded
 * is refused. All else has a form as rules.
 */
export function checkExpressible(policy: Policy): CannotExpress[] {
  const refused = new Map<string, CannotExpress>();
  const changes = changesOfLaw(policy);
  const days = [(changes[0] ?? 0) - 1, ...changes];
  for (const law of days) {
    const sizes = new Map<string, number>();
    for (const name of policy.conditions.keys()) sizeOf(name, { policy, law, sizes, refused }, []);
  }
  return [...refused.values()];
}

interface Search {
  readonly policy: Policy;
  readonly law: Day;
  readonly sizes: Map<string, number>;
  readonly refused: Map<string, CannotExpress>;
}

function sizeOf(name: string, search: Search, within: readonly string[]): number {
  const known = search.sizes.get(name);
  if (known !== undefined) return known;
  const named = inForce(search.policy.conditions.get(name), search.law);
  if (named === undefined) return 1;
  const refuse = (reason: string): void => {
    search.refused.set(name, { construct: `condition ${name}`, reason, span: named.span });
  };
  if (within.includes(name)) {
    refuse('it names itself: the library expands no condition without end');
    return 1;
  }
  const count = (condition: Condition): number => {
    if (condition.kind === 'named') return sizeOf(condition.name, search, [...within, name]);
    return partsOf(condition).reduce((total, part) => total + count(part), 1);
  };
  const size = count(named.is);
  if (size > EXPANSION_LIMIT)
    refuse(`with all that it names it grows beyond ${String(EXPANSION_LIMIT)} clauses`);
  search.sizes.set(name, size);
  return size;
}

/** The conditions within one that become part of its rules. */
function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of;
    case 'not':
      return [condition.of];
    case 'quantified':
      return condition.source.where === undefined ? [] : [condition.source.where];
    case 'path':
      return condition.through.flatMap((link) =>
        link.kind === 'record' && link.source.where !== undefined ? [link.source.where] : [],
      );
    case 'named':
    case 'compare':
    case 'kin':
    case 'outlier':
      return [];
  }
}
