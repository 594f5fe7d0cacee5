import type { Type } from '@qingdan/core';
import { BODIES, kind, ROLES } from './schema.js';
import { idsOf, POOLS } from './literals.js';
import type { Rng } from './rng.js';

/** A record as it stands in a file. */
export type Raw = Readonly<Record<string, unknown>>;

/** A record of a kind; most are whole, some have gaps, unless it is said which share of the values is wanting. */
export function makeRaw(kindId: string, id: string, rng: Rng, wanted?: number): Raw {
  const usually = rng.weigh([
    [6, 0.01],
    [3, 0.08],
    [1, 0.35],
  ]);
  const gaps = wanted ?? usually;
  const raw: Record<string, unknown> = { kind: kindId, id };
  if (!kind(kindId).shared && !rng.chance(0.03)) raw.organisation = rng.chance(0.85) ? 'V1' : 'V2';
  const none: string[] = [];
  for (const { name, type } of kind(kindId).fields.fields) {
    // A field of this name and the organisation itself are written in one place.
    if (name === 'organisation') continue;
    if (rng.chance(0.05)) none.push(name);
    else if (type.kind === 'period' && rng.chance(0.1)) {
      none.push(`${name}.until`);
      raw[name] = { from: rng.pick(POOLS.date) };
    } else {
      const value = rng.chance(gaps) ? wanting(type, rng) : usual(name, type, gaps, rng);
      if (value !== undefined) raw[name] = value;
    }
  }
  if (none.length > 0) raw.none = none;
  return raw;
}

/** Approvals that may do: without them authority would hardly ever be found. */
function usual(name: string, type: Type, gaps: number, rng: Rng): unknown {
  if (name === 'approvals')
    return Array.from({ length: rng.between(0, 3) }, () => ({
      person: rng.pick(POOLS.person),
      role: rng.pick([...ROLES.keys()]),
      decision: rng.chance(0.9) ? 'yes' : rng.pick(['no', null]),
      on: rng.chance(0.9) ? rng.pick(POOLS.date.slice(0, 5)) : rng.pick(POOLS.vagueDate),
    }));
  if (name === 'term' && rng.chance(0.5)) return { from: '2024-01-01', until: '2027-01-01' };
  return rawValue(type, gaps, rng);
}

function wanting(type: Type, rng: Rng): unknown {
  return rng.pick([undefined, null, wrongType(type)]);
}

function rawValue(type: Type, gaps: number, rng: Rng): unknown {
  if (rng.chance(gaps)) return wanting(type, rng);
  switch (type.kind) {
    case 'money':
      return rng.pick(type.min === undefined ? [...POOLS.balance, ...POOLS.money] : POOLS.money);
    case 'integer':
      return rng.pick(POOLS.count);
    case 'number':
      return rng.pick(POOLS.number);
    case 'ratio':
      return rng.pick(POOLS.ratio);
    case 'boolean':
      return rng.chance(0.5);
    case 'text':
      return rng.pick(POOLS.text);
    case 'date':
      return rng.chance(0.25) ? rng.pick(POOLS.vagueDate) : rng.pick(POOLS.date);
    case 'instant':
      return rng.pick(POOLS.instant);
    case 'duration':
      return rng.pick(POOLS.duration);
    case 'period':
      return rawPeriod(gaps, rng);
    case 'enum':
      return rng.pick([...type.values.keys()]);
    case 'role':
      return rng.pick([...ROLES.keys()]);
    case 'body':
      return rng.pick(BODIES);
    case 'person':
    case 'organisation':
    case 'ref':
      return rng.pick(idsOf(type.to));
    case 'list':
    case 'set':
      return Array.from(
        {
          length: rng.weigh([
            [2, 0],
            [3, 1],
            [3, 2],
            [2, 3],
          ]),
        },
        () => rawValue(type.items, gaps, rng),
      );
    case 'struct':
      return Object.fromEntries(
        type.struct.fields
          .map(({ name, type: inner }) => [name, rawValue(inner, gaps, rng)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'record':
      return undefined;
  }
}

function rawPeriod(gaps: number, rng: Rng): unknown {
  const [from, until] = rng.some([...POOLS.date], 2, 2).sort();
  return {
    ...(rng.chance(gaps) ? {} : { from }),
    ...(rng.chance(gaps) ? {} : { until: rng.chance(0.2) ? 'none' : until }),
  };
}

/** What no reader takes for the type. */
function wrongType(type: Type): unknown {
  return type.kind === 'list' || type.kind === 'set' ? 'not a list' : [{}];
}
