import type { Calendar, CaseLog, CaseResult, Day } from '@qingdan/core';
import type { World } from '@qingdan/engine';
import { caseJson } from '@qingdan/report';
import { describe, expect, it } from 'vitest';
import { Rng } from '../random/rng.js';
import { eventOf, makeCase, makeProcedures, type Sugar } from './sugar.js';

const seed = Number(process.env.QINGDAN_SEED ?? 20_260_101);
const CASES = 300;

interface Trial {
  readonly sugar: Sugar;
  readonly log: CaseLog;
  readonly today: Day;
}

const rng = new Rng(seed, 1);
const { procedures, world } = makeProcedures(rng, 40);
const TRIALS: readonly Trial[] = Array.from({ length: CASES }, () => {
  const sugar = rng.pick(procedures);
  const log = { ...makeCase(rng, sugar.id), closed: rng.chance(0.3) };
  return { sugar, log, today: (log.events.at(-1)?.day ?? 20_458) + rng.below(12) };
});

/** All that a report would say of a case. */
const textOf = (result: CaseResult | undefined): string =>
  result === undefined ? '' : JSON.stringify(caseJson(result, 'en', { activations: true }));

/** How each constraint stands, and when it is due; but for the days all of it can be compared. */
function standsOf(result: CaseResult | undefined, shift = 0): readonly string[] {
  return (result?.states ?? []).map(({ constraint, verdict, due, deviations }) =>
    [
      constraint.id,
      verdict,
      due?.day === undefined ? '-' : due.day - shift,
      ...deviations.map(
        ({ code, step, due: own }) =>
          `${code} ${step} ${own?.day === undefined ? '-' : String(own.day - shift)}`,
      ),
    ].join(' '),
  );
}

const check = ({ sugar, log, today }: Trial, in_: World = world): CaseResult | undefined =>
  sugar.cases.check(log, in_, today);

describe(
  `${String(CASES)} cases with all that a procedure may ask (seed ${String(seed)})`,
  { timeout: 60_000 },
  () => {
    it('stand the same asked after each event as judged whole', () => {
      for (const { sugar, log } of TRIALS) {
        const first = log.events[0];
        if (first === undefined) continue;
        const run = sugar.cases.start(log, world, first.day);
        for (const [i, event] of log.events.entries()) {
          run?.observe(event);
          const prefix = { ...log, events: log.events.slice(0, i + 1) };
          const day = event.day + 1;
          expect(standsOf(run?.result(day))).toEqual(
            standsOf(check({ sugar, log: prefix, today: day })),
          );
          // Asking changes nothing.
          expect(standsOf(run?.result(day))).toEqual(standsOf(run?.result(day)));
        }
      }
    });

    it('move with the calendar', () => {
      // So many weeks that nobody's term ends.
      const shift = 7 * 12;
      const { calendar } = world;
      const moved: Calendar = {
        ...calendar,
        first: calendar.first + shift,
        last: calendar.last + shift,
        isWorkday: (day) => calendar.isWorkday(day - shift),
        workdaysBetween: (from, to) => calendar.workdaysBetween(from - shift, to - shift),
        addWorkdays: (day, n) => {
          const found = calendar.addWorkdays(day - shift, n);
          return found === undefined ? undefined : found + shift;
        },
      };
      for (const trial of TRIALS) {
        const events = trial.log.events.map((event) => ({
          ...event,
          day: event.day + shift,
          evidence: event.evidence.map((each) => ({ ...each, on: (each.on ?? 0) + shift })),
        }));
        const later = { ...trial, log: { ...trial.log, events }, today: trial.today + shift };
        const told = check(later, { ...world, calendar: moved });
        expect(standsOf(told, shift)).toEqual(standsOf(check(trial)));
      }
    });

    it('are closed once by being closed twice', () => {
      let ended = 0;
      for (const trial of TRIALS) {
        const { log, sugar, today } = trial;
        const closed = { ...log, closed: true };
        const once = check({ ...trial, log: closed });
        const run = sugar.cases.start(closed, world, log.events[0]?.day ?? today);
        for (const event of log.events) run?.observe(event);
        run?.result(today);
        expect(textOf(run?.result(today))).toBe(textOf(once));
        const last = log.events.at(-1)?.step;
        if (last !== 'refuse' && last !== 'pay') continue;
        ended += 1;
        expect(standsOf(check({ ...trial, log: { ...log, closed: false } }))).toEqual(
          standsOf(once),
        );
      }
      expect(ended).toBeGreaterThan(0);
    });

    it('stand as they did where something happened that is no step', () => {
      for (const trial of TRIALS) {
        const { log, today } = trial;
        const at = rng.below(log.events.length + 1);
        const day = log.events[at]?.day ?? log.events.at(-1)?.day ?? today;
        const other = { ...eventOf(log, 'tea', day), seq: (log.events[at - 1]?.seq ?? 0) + 0.5 };
        const events = [...log.events.slice(0, at), other, ...log.events.slice(at)];
        // What is next to an event is any event.
        const plain = (result: CaseResult | undefined): readonly string[] =>
          standsOf(result).filter((each) => !each.startsWith('t2 '));
        if (log.events.length === 0) continue;
        expect(plain(check({ ...trial, log: { ...log, events } }))).toEqual(plain(check(trial)));
      }
    });

    it('stand as they did where two steps of one day that no requirement relates are exchanged', () => {
      let exchanged = 0;
      for (const trial of TRIALS) {
        const { log } = trial;
        const rules = (check(trial)?.states ?? []).map(({ constraint }) =>
          JSON.stringify(constraint.rule, (key, value: unknown) =>
            key === 'span' ? undefined : typeof value === 'bigint' ? String(value) : value,
          ),
        );
        for (const [i, b] of log.events.entries()) {
          const a = log.events[i - 1];
          const isPlain = [a, b].every(
            (each) =>
              each?.kind === 'instant' &&
              Object.keys(each.data).length === 0 &&
              !['pay', 'refuse'].includes(each.step),
          );
          if (a === undefined || !isPlain || a.step === b.step) continue;
          const isRelated = rules.some(
            (rule) =>
              rule.includes('"chain') ||
              (rule.includes(`"${a.step}"`) && rule.includes(`"${b.step}"`)),
          );
          if (isRelated) continue;
          const both = (day: Day): CaseLog['events'] => [
            ...log.events.slice(0, i - 1),
            { ...a, day },
            { ...b, day },
            ...log.events.slice(i + 1),
          ];
          const swapped = both(b.day).map((each) =>
            each.id === a.id
              ? { ...each, seq: b.seq }
              : each.id === b.id
                ? { ...each, seq: a.seq }
                : each,
          );
          expect(standsOf(check({ ...trial, log: { ...log, events: swapped } }))).toEqual(
            standsOf(check({ ...trial, log: { ...log, events: both(b.day) } })),
          );
          exchanged += 1;
        }
      }
      expect(exchanged).toBeGreaterThan(20);
    });
  },
);
