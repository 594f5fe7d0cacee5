import {
  and,
  type CaseEvent,
  compareExact,
  type Constraint,
  type Deviation,
  isExact,
  multiplyExact,
  or,
  type ProcedureRule,
  type Share,
  type Tally,
  type TallyUnit,
  type Truth,
} from '@qingdan/core';
import type { Frame } from '../../compiled/frame.js';
import type { Context } from '../context.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { isDone } from '../parts.js';
import { NOTHING_WRONG, standOf, wrongOfEach } from '../stands.js';

/** Enough of those who may decide took part, by one of some counts, and enough of them said yes. Shares are exact. */
export function quorum(
  constraint: Constraint,
  { step, present, yes, recused = 'in' }: Extract<ProcedureRule, { kind: 'quorum' }>,
  { scope }: Context,
): MonitorKind {
  return {
    steps: new Set([step]),
    unseen: NOT_CALLED,
    start: () => {
      const votes: Moment[] = [];
      return {
        observe: (moment) => {
          if (isDone(moment.event, step)) votes.push(moment);
        },
        stand: (asOf) => standOf(votes.length > 0, wrongOfEach(votes, wrongAt), asOf),
      };
    },
  };

  function wrongAt({ event, frame }: Moment): readonly Deviation[] {
    const tallyOf = (unit: TallyUnit): Tally | undefined => {
      const tally = event.tallies.find((each) => each.unit === unit);
      return tally === undefined || recused === 'in' ? tally : withoutRecused(tally, event);
    };
    const agreed = (unit: TallyUnit): Truth => {
      const tally = tallyOf(unit);
      return yes === undefined || reaches(tally?.yes, tally?.[yes.of], yes.share, frame);
    };
    const came = present.reduce<Truth>((truth, { unit, share }) => {
      const tally = tallyOf(unit);
      const enough = reaches(tally?.present, tally?.eligible, share, frame);
      // A vote without a unit of its own is counted as those who came are.
      return or(truth, yes?.unit === undefined ? and(enough, agreed(unit)) : enough);
    }, present.length === 0);
    const kept = yes?.unit === undefined ? came : and(came, agreed(yes.unit));
    if (kept === true) return NOTHING_WRONG;
    return [
      deviation(constraint, kept === false ? 'QUORUM' : 'UNKNOWN_DATA', step, {
        verdict: kept === false ? 'violated' : 'undetermined',
        events: [event],
      }),
    ];
  }

  function reaches(
    part: number | undefined,
    whole: number | undefined,
    { above, share }: Share,
    frame: Frame,
  ): Truth {
    const wanted = scope.read(share)(frame);
    if (part === undefined || whole === undefined || whole === 0 || !isExact(wanted))
      return undefined;
    const order = compareExact(part, multiplyExact(wanted, whole));
    return above ? order > 0 : order >= 0;
  }
}

/** The count without those who withdrew: neither of those who may decide nor of those who came. */
function withoutRecused(tally: Tally, { participants }: CaseEvent): Tally {
  const withdrawn = participants.filter(({ recused }) => recused === true);
  const came = withdrawn.filter(({ present }) => present !== false);
  return {
    ...tally,
    eligible: tally.eligible === undefined ? undefined : tally.eligible - withdrawn.length,
    present: tally.present === undefined ? undefined : tally.present - came.length,
  };
}
