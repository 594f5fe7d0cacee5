import type {
  AuthorityRow,
  Condition,
  Deadline,
  Expression,
  ItemBase,
  OverlayBranch,
  Power,
  Prohibition,
  Responsibility,
} from '@qingdan/core';
import { BASIS, HERE, label } from '../build/marks.js';
import { MONEY } from '../build/types.js';
import { makeComparison } from './comparisons.js';
import { factExpression, literalExpression } from './expressions.js';
import { intervals } from './law.js';
import { literalValue } from './literals.js';
import type { Maker, Scope } from './maker.js';
import { BODIES, ROLES } from './schema.js';

/** How deep the sources of an item nest: to three. */
function scopeOf(record: string, { rng }: Maker, due = false): Scope {
  return {
    record,
    aliases: [],
    depth: rng.weigh([
      [3, 0],
      [5, 1],
      [3, 2],
      [2, 3],
    ]),
    due,
  };
}

function revisionsOf<T>(id: string, maker: Maker, make: (base: ItemBase) => T): T[] {
  return intervals(maker.rng, 3).map((effective, index) =>
    make({
      id,
      revision: index + 1,
      effective,
      pack: 'random',
      span: HERE,
      title: label(id),
      basis: BASIS,
      severity: 'serious',
      nature: 'violation',
    }),
  );
}

export function makeProhibition(id: string, record: string, maker: Maker): Prohibition[] {
  const { rng } = maker;
  return revisionsOf(id, maker, (base) => ({
    ...base,
    kind: 'Prohibition',
    appliesTo: { kind: 'records', record },
    ...(rng.chance(0.7) ? { appliesWhen: applies(record, maker) } : {}),
    violatedWhen: maker.condition(scopeOf(record, maker)),
    also: Array.from(
      {
        length: rng.weigh([
          [8, 0],
          [2, 1],
          [1, 2],
        ]),
      },
      (): OverlayBranch => ({
        condition: maker.condition({ ...scopeOf(record, maker), depth: 1 }),
        pack: 'local',
        basis: BASIS,
      }),
    ),
    accountable: [],
  }));
}

/** When something applies is mostly plain: one or two comparisons. */
function applies(record: string, maker: Maker): Condition {
  const { rng } = maker;
  const plain: Scope = { record, aliases: [], depth: 0, due: false };
  if (rng.chance(0.15)) return maker.condition({ ...plain, depth: 1 });
  if (rng.chance(0.6)) return makeComparison(plain, maker);
  const kind = rng.pick(['all', 'any'] as const);
  return { kind, of: [makeComparison(plain, maker), makeComparison(plain, maker)], span: HERE };
}

export function makePower(id: string, record: string, maker: Maker): Power[] {
  const { rng } = maker;
  const plain: Scope = { record, aliases: [], depth: 0, due: false };
  const measure = rng.chance(0.9) ? maker.fact(plain, 'money') : undefined;
  return revisionsOf(id, maker, (base) => ({
    ...base,
    kind: 'Power',
    holders: rng.some(BODIES, 1, 2),
    capacities: ['collective'],
    governs: { record, ...(rng.chance(0.6) ? { when: applies(record, maker) } : {}) },
    ...(measure === undefined ? {} : { measure: factExpression(measure) }),
    ...(rng.chance(0.7) ? { matter: literalExpression('enum matter', maker) } : {}),
    authority: authority(plain, maker),
    alsoApprovedBy: rng.chance(0.15) ? [{ role: rng.pick([...ROLES.keys()]), pack: 'local' }] : [],
    risks: [],
    prohibits: [],
    guards: [],
  }));
}

/** Mostly the usual ladder of tiers, so that one row applies; now and then bounds that overlap or leave a gap. */
function authority(scope: Scope, maker: Maker): AuthorityRow[] {
  const { rng } = maker;
  if (rng.chance(0.1)) return [];
  const limits = rng.chance(0.8) ? ladder(maker) : undefined;
  const rows = limits ?? [bounds(scope, maker), bounds(scope, maker)];
  return rows.map((bound) => {
    const approvedBy = rng.some([...ROLES.keys()], 0, 2);
    return {
      ...bound,
      ...(rng.chance(0.1) ? { when: makeComparison(scope, maker) } : {}),
      approvedBy,
      ...(approvedBy.length === 2 && rng.chance(0.6)
        ? { dualPost: rng.pick([...ROLES.keys()].filter((role) => !approvedBy.includes(role))) }
        : {}),
      bodies: approvedBy.length === 0 || rng.chance(0.25) ? rng.some(BODIES, 1, 2) : [],
      span: HERE,
    };
  });
}

type Bounds = Pick<AuthorityRow, 'below' | 'upTo' | 'from' | 'above'>;

function ladder({ rng }: Maker): Bounds[] {
  const [low, high] = rng.some([50000, 100000, 500000], 2, 2).sort((a, b) => a - b) as [
    number,
    number,
  ];
  return rng.chance(0.5)
    ? [{ upTo: money(low) }, { above: money(low), upTo: money(high) }, { above: money(high) }]
    : [{ below: money(low) }, { from: money(low), below: money(high) }, { from: money(high) }];
}

function bounds(scope: Scope, maker: Maker): Bounds {
  const { rng } = maker;
  const limit = () =>
    rng.chance(0.5) ? maker.expression(scope, 'money') : literalExpression('money', maker);
  return { [rng.pick(['below', 'upTo', 'from', 'above'] as const)]: limit() };
}

function money(fen: number): Expression {
  return { kind: 'literal', value: fen, type: MONEY, span: HERE };
}

export function makeDuty(
  id: string,
  power: string,
  record: string,
  maker: Maker,
): Responsibility[] {
  const { rng } = maker;
  const plain: Scope = { record, aliases: [], depth: 0, due: false };
  return revisionsOf(id, maker, (base) => {
    const due: Deadline | undefined = rng.chance(0.75)
      ? {
          within: rng.chance(0.7)
            ? {
                kind: 'literal',
                value: literalValue('duration', rng),
                type: { kind: 'duration' },
                span: HERE,
              }
            : maker.expression(plain, 'duration'),
          of: maker.expression(plain, 'date'),
        }
      : undefined;
    return {
      ...base,
      kind: 'Responsibility',
      power,
      role: 'director',
      duty: label(id),
      ...(rng.chance(0.4) ? { appliesWhen: applies(record, maker) } : {}),
      fulfilledWhen: maker.condition(scopeOf(record, maker, due !== undefined)),
      ...(due === undefined ? {} : { due }),
      guards: [],
    };
  });
}
