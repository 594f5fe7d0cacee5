import type { Day, Policy, RecordNode } from '@qingdan/core';
import { parseDate } from '@qingdan/core';
import { makePolicy } from './policy.js';
import { makeRaw, type Raw } from './records.js';
import { Rng } from './rng.js';
import { makeRecord, makeWorld, type WorldParts } from './worlds.js';

/** A record to be judged, as it was written and as it was read. */
export interface AtHand {
  readonly raw: Raw;
  readonly record: RecordNode;
  readonly asOf: Day | undefined;
}

interface Situation {
  readonly world: WorldParts;
  readonly atHand: readonly AtHand[];
}

/** A policy with the records it is tried on. */
export interface Run {
  readonly number: number;
  readonly policy: Policy;
  readonly situations: readonly Situation[];
}

export interface Size {
  readonly worlds: number;
  readonly records: number;
}

/** A hundred records a policy. */
const USUAL_SIZE: Size = { worlds: 5, records: 20 };

/** The n-th run of a seed: made from nothing else, so that it can be made again alone. */
export function makeRun(seed: number, number: number, size: Size = USUAL_SIZE): Run {
  const rng = new Rng(seed, number);
  const policy = makePolicy(rng);
  const pool = poolFor(seed, number);
  // A pool may hold no record of a kind that is rare in worlds.
  const judged = new Set(policy.items.flat().map(judgedKind));
  const kinds = [...judged].filter((kind) => (pool.atHand[kind] ?? []).length > 0);
  return {
    number,
    policy,
    situations: rng.some(pool.worlds, size.worlds, size.worlds).map((world): Situation => ({
      world,
      atHand: Array.from({ length: size.records }, () =>
        rng.pick(
          pool.atHand[rng.chance(0.75) || kinds.length === 0 ? 'payment' : rng.pick(kinds)] ?? [],
        ),
      ),
    })),
  };
}

/** Worlds and records that a stretch of runs draws from: reading them is dearer than judging them. */
interface Pool {
  readonly worlds: readonly WorldParts[];
  readonly atHand: Readonly<Record<string, readonly AtHand[]>>;
}

const RUNS_PER_POOL = 50;
const pools = new Map<string, Pool>();

function poolFor(seed: number, run: number): Pool {
  const block = Math.floor(run / RUNS_PER_POOL);
  const name = `${String(seed)} ${String(block)}`;
  let pool = pools.get(name);
  if (pool === undefined) {
    // Only the latest are kept: a long run must not fill the memory.
    if (pools.size > 8) pools.clear();
    pools.set(name, (pool = makePool(new Rng(seed, -1 - block))));
  }
  return pool;
}

function makePool(rng: Rng): Pool {
  const worlds = Array.from({ length: 30 }, () => makeWorld(rng));
  const records = (kind: string, count: number): AtHand[] =>
    Array.from({ length: count }, (_, index) => {
      const raw = makeRaw(kind, idOf(kind, index), rng);
      return { raw, record: makeRecord(raw), asOf: rng.chance(0.05) ? AS_OF : undefined };
    });
  return {
    worlds,
    atHand: { payment: records('payment', 400), contract: records('contract', 150) },
  };
}

/** Some stand in the books already, as another copy; some don't. */
function idOf(kind: string, index: number): string {
  return `${kind === 'payment' ? 'E' : 'C'}${String(index % 8)}`;
}

const AS_OF = parseDate('2025-05-05') as number;

function judgedKind(item: Policy['items'][number][number]): string {
  return item.kind === 'Prohibition' ? item.appliesTo.record : 'payment';
}
