import type { CaseLog, Day } from '@qingdan/core';
import { type CaseChecker, nextSteps, type World } from '@qingdan/engine';
import { describe, expect, it } from 'vitest';
import { Rng } from '../random/rng.js';
import { by, eventOf, makeCase, makeProcedures, peopleIn, type Sugar } from './sugar.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20_260_101);
/** All ten thousand go through the nightly run. */
const PREFIXES = Number(process.env.QINGDAN_NEXT_PREFIXES ?? 300);
const HORIZON = 15;

/** Deviations that hold every event that is one too many. */
const BY_EVENT: ReadonlySet<string> = new Set(['DUPLICATE', 'FORBIDDEN', 'PUBLICITY_BROKEN']);

/** What is broken for good on a day: how often each constraint, by code and step. */
function broken(cases: CaseChecker, log: CaseLog, world: World, day: Day): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { deviations } of cases.check(log, world, day)?.states ?? [])
    for (const { verdict, permanent, constraint, code, step, events } of deviations)
      if (verdict === 'violated' && permanent) {
        const key = `${constraint.id} ${code} ${step}`;
        counts.set(key, (counts.get(key) ?? 0) + (BY_EVENT.has(code) ? events.length : 1));
      }
  return counts;
}

/** A case that each step, person and date is simply tried in. */
class Tried {
  readonly #cases: CaseChecker;
  readonly #world: World;
  readonly #log: CaseLog;
  readonly #without = new Map<Day, Map<string, number>>();

  constructor({ cases }: Sugar, world: World, log: CaseLog) {
    this.#cases = cases;
    this.#world = world;
    this.#log = log;
  }

  /** What is broken for good on a day on which nothing more is done. */
  without(day: Day): ReadonlyMap<string, number> {
    const known = this.#without.get(day) ?? broken(this.#cases, this.#log, this.#world, day);
    this.#without.set(day, known);
    return known;
  }

  /** What doing a step on a day breaks for good that wasn't. */
  breaks(step: string, day: Day, who?: readonly [person: string, role: string]): readonly string[] {
    const log = this.#log;
    const event = { ...eventOf(log, step, day), ...(who === undefined ? {} : { by: by(...who) }) };
    const done = { ...log, events: [...log.events, event] };
    const before = this.without(day);
    return [...broken(this.#cases, done, this.#world, day)]
      .filter(([key, count]) => count > (before.get(key) ?? 0))
      .map(([key]) => key);
  }
}

/** How much is broken of the constraint of a key. */
function sumOf(counts: ReadonlyMap<string, number>, key: string): number {
  const [id = ''] = key.split(' ');
  return [...counts].reduce((sum, [each, n]) => sum + (each.startsWith(`${id} `) ? n : 0), 0);
}

describe(`what may be done next in ${String(PREFIXES)} cases with all that a procedure may ask (seed ${String(seed)})`, () => {
  it('is what trying each step, person and date finds', { timeout: 0 }, () => {
    const rng = new Rng(seed);
    const { procedures, world } = makeProcedures(rng, 40);
    const counts = { allowed: 0, blocked: 0, waiting: 0, eligible: 0, excluded: 0 };
    for (let i = 0; i < PREFIXES; i += 1) {
      const sugar = rng.pick(procedures);
      const log = makeCase(rng, sugar.id);
      const tried = new Tried(sugar, world, log);
      const today = (log.events.at(-1)?.day ?? 20_458) + rng.below(4);
      for (const told of nextSteps(sugar.cases, log, world, today) ?? []) {
        const { id, roles } = told.step;
        const context = `${String(i)} ${sugar.id} ${id}: ${log.events.map(({ step, day, by: who }) => `${step}@${String(day)} ${who?.person ?? '-'}`).join(', ')} on ${String(today)}`;
        const own = tried.breaks(id, today);
        expect([context, told.state === 'allowed']).toEqual([context, own.length === 0]);

        // What stands in the way today must not merely have come to pass without the step.
        const before = tried.without(today);
        let earliest: Day | undefined;
        for (let day = today; earliest === undefined && day <= today + HORIZON; day += 1) {
          const since = tried.without(day);
          const cameToPass = own.some((key) => sumOf(since, key) > sumOf(before, key));
          if (!cameToPass && tried.breaks(id, day).length === 0) earliest = day;
        }
        const isSeen = told.earliest === undefined || told.earliest <= today + HORIZON;
        expect([context, isSeen ? told.earliest : undefined]).toEqual([context, earliest]);

        const eligible = peopleIn(roles).filter((who) =>
          tried.breaks(id, today, who).every((each) => own.includes(each)),
        );
        expect([context, told.eligible.map(({ person }) => person)]).toEqual([
          context,
          eligible.map(([person]) => person),
        ]);
        counts[
          told.state === 'allowed' ? 'allowed' : told.state === 'waiting' ? 'waiting' : 'blocked'
        ] += 1;
        counts.eligible += told.eligible.length;
        counts.excluded += told.excluded.length;
      }
    }
    console.log(JSON.stringify(counts));
    // Of each there are some, so that the agreement is about something.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(PREFIXES / 40);
  });
});
