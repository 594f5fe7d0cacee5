import type { Condition, Link } from '@qingdan/core';
import { HERE } from '../build/marks.js';
import { makeComparison } from './comparisons.js';
import type { Maker, Scope } from './maker.js';
import { RELATIONS } from './schema.js';

/** A condition of any kind; `scope.depth` limits how many sources it nests. */
export function makeCondition(scope: Scope, maker: Maker, groups = 2): Condition {
  const { rng } = maker;
  const again = () => makeCondition(scope, maker, groups - 1);
  const source = scope.depth > 0 ? 1 : 0;
  switch (
    rng.weigh([
      [40, 'compare'],
      [groups > 0 ? 14 : 0, 'all'],
      [groups > 0 ? 14 : 0, 'any'],
      [groups > 0 ? 6 : 0, 'not'],
      [source * 24, 'quantified'],
      [5, 'named'],
      [source * 3, 'kin'],
      [source * 2, 'path'],
      [source * 2, 'outlier'],
    ] as const)
  ) {
    case 'compare':
      return makeComparison(scope, maker);
    case 'all':
      return {
        kind: 'all',
        of: several(
          again,
          rng.weigh([
            [1, 1],
            [6, 2],
            [3, 3],
          ]),
        ),
        span: HERE,
      };
    case 'any':
      return {
        kind: 'any',
        of: several(
          again,
          rng.weigh([
            [1, 1],
            [6, 2],
            [3, 3],
          ]),
        ),
        span: HERE,
      };
    case 'not':
      return { kind: 'not', of: again(), span: HERE };
    case 'named': {
      const fitting = maker.offer.conditions.filter(({ record }) => record === scope.record);
      if (fitting.length === 0) return makeComparison(scope, maker);
      return { kind: 'named', name: rng.pick(fitting).id, span: HERE };
    }
    case 'quantified':
      return {
        kind: 'quantified',
        quantifier: rng.pick(['some', 'every', 'none', 'exists'] as const),
        source: maker.source(scope).source,
        span: HERE,
      };
    case 'kin':
      return {
        kind: 'kin',
        of: maker.expression({ ...scope, depth: 0 }, 'ref person'),
        with: maker.expression({ ...scope, depth: 0 }, 'ref person'),
        relations: relationSet(maker),
        span: HERE,
      };
    case 'path':
      return makePath(scope, maker);
    case 'outlier':
      return makeOutlier(scope, maker);
  }
}

function several(make: () => Condition, count: number): Condition[] {
  return Array.from({ length: count }, make);
}

function relationSet({ rng }: Maker): string {
  return rng.pick([...RELATIONS.sets.keys()]);
}

function makePath(scope: Scope, maker: Maker): Condition {
  const { rng } = maker;
  const through = Array.from({ length: rng.between(1, 2) }, (): Link => {
    if (rng.chance(0.4)) return { kind: 'kin', relations: relationSet(maker) };
    const { source, inner } = maker.source({ ...scope, depth: 1 });
    const from = maker.factOfElement(inner, 'ref person');
    const to = maker.factOfElement(inner, 'ref person');
    return from === undefined || to === undefined
      ? { kind: 'kin', relations: relationSet(maker) }
      : { kind: 'record', source, from, to };
  });
  return {
    kind: 'path',
    from: maker.expression({ ...scope, depth: 0 }, 'ref person'),
    to: maker.expression({ ...scope, depth: 0 }, 'ref person'),
    through,
    max: rng.between(1, 4),
    span: HERE,
  };
}

function makeOutlier(scope: Scope, maker: Maker): Condition {
  const { rng } = maker;
  const { source, inner } = maker.source(scope);
  const key = rng.pick(['money', 'number']);
  const of = maker.factOfElement(inner, key);
  if (of === undefined) return makeComparison(scope, maker);
  return {
    kind: 'outlier',
    value: maker.expression({ ...scope, depth: 0 }, key),
    of,
    source,
    above: {
      kind: 'literal',
      value: rng.pick([0, 1, 2]),
      type: { kind: 'number' },
      span: HERE,
    },
    span: HERE,
  };
}
