import { NO_CALENDAR, parseDate, type Policy } from '@qingdan/core';
import { judgeByReference } from '@qingdan/engine';
import { exportItem, judge, type RuleSet } from '@qingdan/engine/json-rules-engine';
import { describe, expect, it } from 'vitest';
import { printPolicy } from '../print/print-policy.js';
import { makePolicy } from '../random/policy.js';
import { makeRaw, type Raw } from '../random/records.js';
import { Rng } from '../random/rng.js';
import { runSize } from '../random/run-size.js';
import { makeRecord, worldOf } from '../random/worlds.js';
import { ownFactsOnly } from './own-facts.js';

const CLOCK = '2026-01-05';
const WORLD = worldOf({
  records: [],
  books: [],
  clock: parseDate(CLOCK) as number,
  calendar: NO_CALENDAR,
});

/** A record in which nothing is wanting: no gap, no known none, no month where a day can stand. */
function wholeRaw(kind: string, rng: Rng): Raw {
  for (;;) {
    const raw = makeRaw(kind, 'E1', rng, 0);
    if (!('none' in raw) && 'organisation' in raw) return withDays(raw) as Raw;
  }
}

const NUMBERS = new Set(['rate', 'scores']);

function withDays(raw: unknown): unknown {
  if (typeof raw === 'string' && /^20\d\d(-\d\d)?$/.test(raw))
    return raw.length === 4 ? `${raw}-03-15` : `${raw}-15`;
  if (Array.isArray(raw)) return raw.map(withDays);
  if (typeof raw !== 'object' || raw === null) return raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [key, NUMBERS.has(key) ? value : withDays(value)]),
  );
}

/** As `makeRecord` makes it: the field that is called `organisation` holds the party. */
function asMade(raw: Raw): Raw {
  if (raw.kind !== 'contract') return raw;
  const none = Array.isArray(raw.none) ? (raw.none as string[]) : [];
  return {
    ...raw,
    organisation: raw.party,
    none: none.includes('party') ? [...none, 'organisation'] : none,
  };
}

/** What the reference says of the exported items. */
function meant(policy: Policy, raw: Raw): ReadonlyMap<string, string> {
  const { judgements, covered } = judgeByReference(policy, makeRecord(raw), WORLD);
  const decided = new Set(['violated', 'undetermined']);
  return new Map(
    judgements.map(({ item, verdict }) => [
      item,
      covered && decided.has(verdict) ? verdict : 'clear',
    ]),
  );
}

interface Tried {
  readonly meant: string;
  readonly found: string;
  readonly context: string;
}

const { seed, pairs } = runSize();
const POLICIES = Math.max(20, Math.ceil(pairs / 800));
const RECORDS = 10;

/** Runs exported items over random records both ways; answers how many were tried, and how often each verdict was met. */
async function tryAll(
  stream: number,
  makeRecordAtHand: (kind: string, rng: Rng) => Raw,
  check: (tried: Tried) => void,
): Promise<Record<string, number>> {
  const seen: Record<string, number> = { items: 0, refused: 0 };
  for (let number = 0; number < POLICIES; number += 1) {
    const rng = new Rng(seed, stream + number);
    const policy = makePolicy(rng, ownFactsOnly);
    const prohibitions = policy.items.filter(([first]) => first?.kind === 'Prohibition');
    const exported = prohibitions.map((item) => exportItem(item, policy));
    const sets: readonly RuleSet[] = exported.flatMap(({ value }) => value);
    seen.refused =
      Number(seen.refused) + exported.filter(({ refused }) => refused.length > 0).length;
    seen.items = Number(seen.items) + new Set(sets.map(({ item }) => item)).size;
    const kinds = [...new Set(sets.map(({ record }) => record))];
    for (let index = 0; index < RECORDS && kinds.length > 0; index += 1) {
      const raw = makeRecordAtHand(rng.pick(kinds), rng);
      const wanted = meant(policy, raw);
      for (const { item, verdict } of await judge(sets, asMade(raw), { clock: CLOCK })) {
        const own = sets.filter((set) => set.item === item);
        const context = [item, JSON.stringify(raw), printPolicy(policy), JSON.stringify(own)];
        seen[verdict] = (seen[verdict] ?? 0) + 1;
        check({ meant: String(wanted.get(item)), found: verdict, context: context.join('\n') });
      }
    }
  }
  console.log(`QINGDAN_SEED=${String(seed)}`, JSON.stringify(seen));
  return seen;
}

describe('exported rules, run by json-rules-engine', { timeout: 0 }, () => {
  it('fire exactly where the item is violated, on records whose facts are all there', async () => {
    const seen = await tryAll(0, wholeRaw, ({ meant, found, context }) => {
      expect(found === 'violated', context).toBe(meant === 'violated');
    });
    for (const verdict of ['violated', 'clear'])
      expect(seen[verdict]).toBeGreaterThan(POLICIES * 2);
    expect(seen.items).toBeGreaterThan(POLICIES);
  });

  it('neither accuse nor clear wrongly where facts are missing', async () => {
    const withGaps = (kind: string, rng: Rng): Raw => makeRaw(kind, 'E1', rng);
    const seen = await tryAll(1_000_000, withGaps, ({ meant, found, context }) => {
      if (found === 'violated') expect(meant, context).toBe('violated');
      if (found === 'clear') expect(meant, context).not.toBe('violated');
    });
    for (const verdict of ['violated', 'undetermined', 'clear'])
      expect(seen[verdict]).toBeGreaterThan(POLICIES / 5);
  });
});
