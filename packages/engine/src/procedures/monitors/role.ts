import {
  and,
  type Constraint,
  type Day,
  type MissingFact,
  type Deviation,
  or,
  type Participant,
  type ProcedureRule,
  type Role,
  type Truth,
} from '@qingdan/core';
import { holdsRole, rosterLists } from '../../compiled/authority.js';
import type { Frame } from '../../compiled/frame.js';
import { ROSTER, rolesThatFill } from '../../lists/roles.js';
import type { Context } from '../context.js';
import { missingRegister } from '../missing-register.js';
import { deviation, type Moment, type MonitorKind, NOT_CALLED } from '../monitor.js';
import { Occurrences, type Seen, timeOf, wrongOnce } from '../occurrences.js';
import { NOTHING_WRONG, standOf } from '../stands.js';

/** Who does a step: so many persons, each in one of the roles that day, and none in one that must keep away. */
export function role(
  constraint: Constraint,
  { step, roles, count, not }: Extract<ProcedureRule, { kind: 'role' }>,
  { scope, missingIn }: Context,
): MonitorKind {
  const wanted = new Set(roles.flatMap((id) => [...rolesThatFill(id, scope.policy)]));
  const barred = new Set(not);
  const { policy } = scope;
  const read = typeof count === 'number' ? undefined : scope.read(count);
  const colleagues = rosterByBody(policy.roles.values());
  return {
    steps: new Set([step]),
    unseen: NOT_CALLED,
    start: () => {
      const occurrences = new Occurrences();
      const seen: Seen[] = [];
      return {
        observe: (moment) => {
          seen.push({ of: occurrences.of(moment.event), moment });
        },
        stand: (asOf) => standOf(seen.length > 0, wrongOnce(seen, timeOf, wrongAt), asOf),
      };
    },
  };

  /** Whether one person did it who certainly may, as nearly always. */
  function isDoneByOne({ event, home }: Moment): boolean {
    const { by, participants } = event;
    if (by?.person === undefined || participants.length > 0 || count !== 1 || not.length > 0)
      return false;
    if (by.present === false || by.recused === true) return false;
    return roles.length === 0 || holds(by, wanted, event.day, home) === true;
  }

  function holds(
    doer: Participant | undefined,
    among: ReadonlySet<string>,
    day: Day,
    home: Frame,
  ): Truth {
    // A village's roster says nothing of the posts of the township: there they stand as recorded.
    if (doer?.person !== undefined && doer.role !== undefined && isOfNoRoster(doer.role, home))
      return among.has(doer.role);
    return holdsRole(doer?.person, among, day, doer?.role, home);
  }

  function wrongAt({ moment }: Seen): readonly Deviation[] {
    const { event } = moment;
    const needed = countAt(moment);
    if (isDoneByOne(moment)) return NOTHING_WRONG;
    // Whoever is known to have stayed away did nothing.
    const doers = [event.by, ...event.participants].filter(
      (doer) => doer !== undefined && doer.present !== false && doer.recused !== true,
    );
    const { day } = event;
    const certain = new Set<string>();
    let possible = 0;
    let isBarred: Truth = false;
    for (const doer of doers) {
      const fits = roles.length === 0 ? true : holds(doer, wanted, day, moment.home);
      if (fits === true && doer?.person !== undefined) certain.add(doer.person);
      else if (fits !== false) possible += 1;
      if (not.length > 0) isBarred = or(isBarred, holds(doer, barred, day, moment.home));
    }
    // That nobody is named says nothing of who it was.
    const isUnnamed = event.by === undefined && event.participants.length === 0;
    const enough = isEnough(certain.size, isUnnamed ? Infinity : certain.size + possible, needed);
    const kept = and(enough, isBarred === undefined ? undefined : !isBarred);
    if (kept === true) return NOTHING_WRONG;
    const isRecorded =
      !isUnnamed && doers.every((doer) => doer?.person !== undefined && doer.role !== undefined);
    return [
      deviation(constraint, kept === false ? 'ROLE' : 'UNKNOWN_DATA', step, {
        verdict: kept === false ? 'violated' : 'undetermined',
        events: [event],
        persons: doers.flatMap((doer) => doer?.person ?? []),
        // All that is wanting is the rest of the roster.
        missing: kept === undefined ? missingTo(needed, isRecorded, moment) : [],
      }),
    ];
  }

  /** How many are needed on the day of an event; undefined where no figure says so. */
  function countAt({ frame }: Moment): number | undefined {
    if (typeof count === 'number') return count;
    const value = read?.(frame);
    return typeof value === 'number' ? value : undefined;
  }

  function missingTo(
    needed: number | undefined,
    isRecorded: boolean,
    { frame }: Moment,
  ): readonly MissingFact[] {
    if (needed === undefined && typeof count !== 'number') return missingIn(count, frame);
    return isRecorded ? [missingRegister(ROSTER.kind, policy)] : [];
  }

  /** Whether the roster lists nobody of the body that a post belongs to. */
  function isOfNoRoster(post: string, home: Frame): boolean {
    const isListed = colleagues.get(policy.roles.get(post)?.body ?? '');
    return isListed !== undefined && home.once(isListed) === false;
  }
}

/** Whether there are as many as are needed, of whom some are certain and no more than some possible. */
function isEnough(certain: number, possible: number, needed: number | undefined): Truth {
  if (needed === undefined) return possible === 0 ? false : undefined;
  return certain >= needed ? true : possible >= needed ? undefined : false;
}

/** By body: whether the roster lists anybody of it. */
function rosterByBody(
  roles: Iterable<Role>,
): ReadonlyMap<string, (home: Frame) => boolean | undefined> {
  const posts = new Map<string, Set<string>>();
  for (const { id, body } of roles) {
    if (body === undefined) continue;
    const known = posts.get(body) ?? new Set<string>();
    posts.set(body, known.add(id));
  }
  return new Map(
    [...posts].map(([body, those]) => [body, (home: Frame) => rosterLists(those, home)]),
  );
}
