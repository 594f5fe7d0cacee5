import type { CaseEvent, Constraint, Deviation, ProcedureRule, Truth } from '@qingdan/core';
import { compileKinship } from '../../compiled/kin.js';
import type { Context } from '../context.js';
import { missingRegister } from '../missing-register.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { Occurrences, type Seen, wrongOnce } from '../occurrences.js';
import { NOTHING_WRONG, standOf } from '../stands.js';

/** The relations of the packs that keep officials from each other's matters. */
const NEAR = 'near-relatives';

/** Who may not do a step, or must, by what else they did in the case. Persons are compared, not posts. */
export function apart(
  constraint: Constraint,
  { step, relation, steps }: Extract<ProcedureRule, { kind: 'apart' }>,
  { scope }: Context,
): MonitorKind {
  const areKin = compileKinship(NEAR, scope);
  const kinship = scope.policy.relations?.record ?? 'kinship';
  const isWrong = (own: string, other: string, at: Moment): Truth => {
    switch (relation) {
      case 'different':
        return own === other;
      case 'same':
        return own !== other;
      case 'unrelated':
        return own === other ? true : areKin(own, other, at.frame);
    }
  };
  return {
    steps: new Set([step, ...steps]),
    unseen: NOT_CALLED,
    start: () => {
      const occurrences = new Occurrences();
      const mine: Seen[] = [];
      const others: Seen[] = [];
      return {
        observe: (moment) => {
          const seen = { of: occurrences.of(moment.event), moment };
          if (moment.event.step === step) mine.push(seen);
          if (steps.includes(moment.event.step)) others.push(seen);
        },
        stand: (asOf) =>
          standOf(
            mine.length > 0 && others.length > 0,
            wrongOnce(pairsOf(mine, others), timeAndOther, ([own, other]) =>
              wrongAt(own.moment, other.moment.event),
            ),
            asOf,
          ),
      };
    },
  };

  function wrongAt(moment: Moment, other: CaseEvent): readonly Deviation[] {
    const { event } = moment;
    const events = (): readonly CaseEvent[] => [other, event];
    const [mine, theirs] = [doersOf(event), doersOf(other)];
    const isNamed = !mine.includes(undefined) && !theirs.includes(undefined);
    let open = !isNamed;
    const persons: string[] = [];
    for (const own of mine) {
      for (const person of theirs) {
        if (own === undefined || person === undefined) continue;
        const wrong = isWrong(own, person, moment);
        if (wrong === true && !persons.includes(own)) persons.push(own);
        if (wrong === undefined) open = true;
      }
    }
    if (persons.length > 0)
      return [deviation(constraint, 'SOD', step, { events: events(), persons })];
    return open
      ? [
          deviation(constraint, 'UNKNOWN_DATA', step, {
            verdict: 'undetermined',
            events: events(),
            // Of people who are known, only the register of kin is wanting.
            missing: isNamed ? [missingRegister(kinship, scope.policy)] : [],
          }),
        ]
      : NOTHING_WRONG;
  }
}

type Pair = readonly [own: Seen, other: Seen];

/** Each time the step was done, with each time that one of the others was. */
function pairsOf(mine: readonly Seen[], others: readonly Seen[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const own of mine)
    for (const other of others) if (own.of !== other.of) pairs.push([own, other]);
  return pairs;
}

/** However often the other step was done by the same person: each time of the step at hand is told once for it. */
function timeAndOther([own, other]: Pair): string {
  return `${String(own.of)} ${other.moment.event.step}`;
}

/** Who did a step; undefined stands for one that isn't named. */
function doersOf({ by, participants }: CaseEvent): readonly (string | undefined)[] {
  const active = participants.filter(
    ({ present, recused }) => present !== false && recused !== true,
  );
  return by === undefined && active.length > 0
    ? active.map(({ person }) => person)
    : [by?.person, ...active.map(({ person }) => person)];
}
