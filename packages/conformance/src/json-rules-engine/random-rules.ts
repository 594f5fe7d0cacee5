import type { Rng } from '../random/rng.js';
import { POOL } from './trial-records.js';

const FACTS = {
  amount: POOL.money,
  limit: POOL.money,
  count: POOL.integer,
  rate: POOL.number,
  day: POOL.date,
  until: POOL.date,
  method: POOL.method,
  note: POOL.text,
  title: POOL.text,
  flag: [true, false],
  payee: POOL.person,
  'detail $.place': POOL.text,
  'detail $.price': POOL.money,
} as const satisfies Record<string, readonly unknown[]>;

const LISTS = {
  tags: POOL.text,
  words: POOL.text,
  scores: POOL.number,
  days: POOL.date,
  'detail $.kinds': POOL.text,
} as const satisfies Record<string, readonly unknown[]>;

type Pool = readonly unknown[];

/** Conditions of the library drawn at random; most of them can be imported, and the rest must be refused. */
export function makeRule(rng: Rng): object {
  const parts = (depth: number): object[] =>
    Array.from({ length: rng.between(1, 3) }, () => condition(depth - 1));
  const group = (depth: number): object => {
    const kind = rng.pick(['all', 'any', 'not'] as const);
    return kind === 'not' ? { not: condition(depth - 1) } : { [kind]: parts(depth) };
  };
  const condition = (depth: number): object =>
    depth > 0 && rng.chance(0.35) ? group(depth) : comparison(rng);
  return group(2);
}

function comparison(rng: Rng): object {
  const isList = rng.chance(0.4);
  const [fact, pool] = rng.pick(Object.entries<Pool>(isList ? LISTS : FACTS));
  const sides = rng.chance(0.2) ? ['not:'] : [];
  const one = rng.pick([
    'equal',
    'notEqual',
    'lessThan',
    'lessThanInclusive',
    'greaterThan',
    'greaterThanInclusive',
  ]);
  const item = (): unknown => rng.pick(rng.chance(0.93) ? pool : [...POOL.text, ...POOL.number]);
  const items = (): unknown[] => Array.from({ length: rng.between(0, 3) }, item);
  const [decorators, operator, value]: [string[], string, unknown] = isList
    ? rng.pick([
        () => [[], rng.pick(['contains', 'doesNotContain']), right(rng, pool, FACTS) ?? item()],
        () => [[rng.pick(['someFact:', 'everyFact:'])], one, right(rng, pool, FACTS) ?? item()],
        () => [[rng.pick(['someFact:', 'everyFact:'])], rng.pick(['in', 'notIn']), items()],
        () => [
          [rng.pick(['someFact:', 'everyFact:']), rng.pick(['someValue:', 'everyValue:'])],
          one,
          right(rng, pool, LISTS) ?? items(),
        ],
        () => [['swap:'], 'in', item()],
      ] as (() => [string[], string, unknown])[])()
    : rng.pick([
        () => [[], one, right(rng, pool, FACTS) ?? item()],
        () => [[], rng.pick(['in', 'notIn']), right(rng, pool, LISTS) ?? items()],
        () => [[rng.pick(['someValue:', 'everyValue:'])], one, right(rng, pool, LISTS) ?? items()],
        () => [['swap:'], one, right(rng, pool, FACTS) ?? item()],
        () => [['swap:'], 'contains', items()],
      ] as (() => [string[], string, unknown])[])();
  return { ...named(fact), operator: [...sides, ...decorators, operator].join(''), value };
}

/** Now and then a fact of the same values stands on the right. */
function right(rng: Rng, pool: Pool, among: Readonly<Record<string, Pool>>): object | undefined {
  const fitting = Object.entries(among).filter(([, other]) => other === pool);
  return fitting.length > 0 && rng.chance(0.35) ? named(rng.pick(fitting)[0]) : undefined;
}

function named(fact: string): { fact: string; path?: string } {
  const [name = '', path] = fact.split(' ');
  return path === undefined ? { fact: name } : { fact: name, path };
}
