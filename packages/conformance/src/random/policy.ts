import {
  type Condition,
  type Definition,
  type Dated,
  type Expression,
  type Item,
  type NamedCondition,
  parseDate,
  type Policy,
  type Table,
} from '@qingdan/core';
import { label } from '../build/marks.js';
import { makeCondition } from './conditions.js';
import { makeExpression } from './expressions.js';
import { makeDuty, makePower, makeProhibition } from './items.js';
import { makeDefinition, makeNamed, makeParameter, makeTable } from './law.js';
import { Facts, type Maker, type Offer, type Scope } from './maker.js';
import type { Rng } from './rng.js';
import { KINDS, RELATIONS, ROLES } from './schema.js';
import { makeSource } from './sources.js';

/** A policy made at random: its law first, then items that speak of it. `narrow` says what conditions may speak of. */
export function makePolicy(rng: Rng, narrow: (made: Maker) => Maker = (made) => made): Policy {
  const maker = (offered: Offer): Maker => makerOf(rng, offered, narrow);
  const parameters = unique(Array.from({ length: rng.between(2, 6) }, () => makeParameter(rng)));
  const tables = rng.chance(0.5) ? [makeTable('t.one', rng)] : [];
  const definitions: Definition[][] = [];
  const conditions: NamedCondition[][] = [];
  const offer = (): Offer => ({
    parameters,
    tables: tables.flatMap(firstOf),
    definitions: definitions.flatMap(firstOf),
    conditions: conditions.flatMap(firstOf),
  });
  // Each may stand on those before it, so that none stands on itself.
  for (const [id, record] of [
    ...(rng.chance(0.9) ? [['meeting.passed', 'meeting'] as const] : []),
    ...rng.some(DEFINED, 0, 3),
  ]) {
    definitions.push(makeDefinition(id, record, maker(offer())));
  }
  if (rng.chance(0.5)) conditions.push(makeNamed('n.payment', 'payment', maker(offer())));
  if (rng.chance(0.2)) conditions.push(makeNamed('n.contract', 'contract', maker(offer())));

  const made = maker(offer());
  const power = rng.chance(0.6);
  const items: Item[][] = [
    ...Array.from({ length: rng.between(2, 4) }, (_, index) =>
      makeProhibition(`i.ban-${String(index)}`, rng.pick(['payment', 'payment', 'contract']), made),
    ),
    ...(power
      ? [
          makePower('i.power', 'payment', made),
          makeDuty('i.duty', 'i.power', 'payment', made),
          ...(rng.chance(0.4) ? [makePower('i.second', 'payment', made)] : []),
          ...(rng.chance(0.4) ? [makeDuty('i.also', 'i.power', 'payment', made)] : []),
        ]
      : []),
  ];
  return {
    packs: [
      {
        name: 'random',
        version: '1.0.0',
        digest: 'none',
        title: label('random'),
        jurisdiction: 'CN',
      },
    ],
    subject: 'village',
    coversFrom: rng.chance(0.2) ? (parseDate('2025-01-01') as number) : undefined,
    instruments: new Map(),
    records: KINDS,
    parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    tables: byId<Table>(tables),
    definitions: byId(definitions),
    conditions: byId(conditions),
    roles: ROLES,
    bodies: new Map(),
    relations: rng.chance(0.97) ? RELATIONS : undefined,
    items: items.filter((revisions) => revisions.length > 0),
    procedures: new Map(),
    waivers: [],
  };
}

const DEFINED = [
  ['payment.derived', 'payment'],
  ['payment.second', 'payment'],
  ['contract.derived', 'contract'],
  ['meeting.derived', 'meeting'],
] as const;

function firstOf<T>(revisions: readonly T[]): readonly T[] {
  return revisions.slice(0, 1);
}

function byId<T extends Dated>(all: readonly (readonly T[])[]): Map<string, readonly T[]> {
  return new Map(
    all.flatMap((revisions) => revisions.slice(0, 1).map(({ id }) => [id, revisions])),
  );
}

function unique<T extends { readonly id: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()];
}

/** Ties the parts of the generator together. */
function makerOf(rng: Rng, offer: Offer, narrow: (made: Maker) => Maker): Maker {
  const facts = new Facts(rng, offer.definitions);
  const made: Maker = narrow({
    rng,
    offer,
    condition: (scope: Scope): Condition => makeCondition(scope, made),
    expression: (scope: Scope, key: string): Expression => makeExpression(scope, key, made),
    source: (scope: Scope) => makeSource(scope, made),
    fact: (scope, key) => facts.fact(scope, key),
    factOfElement: (scope, key) => facts.factOfElement(scope, key),
    keys: (scope) => facts.keys(scope),
  });
  return made;
}
