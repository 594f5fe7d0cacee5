import {
  and,
  type AuthorityRow,
  compare,
  type Definition,
  isRecordNode,
  isStruct,
  NONE,
  not,
  or,
  type Power,
  type RecordNode,
  type Truth,
  type Value,
} from '@qingdan/core';
import { governingDate } from '../lists/governing.js';
import { APPROVAL, MEETING, ROSTER, rolesThatFill } from '../lists/roles.js';
import type { ReferenceFrame } from './frame.js';
import { truthOf, valueOf, walk } from './interpret.js';

/** Whether who approved was entitled to: some row applies, and every row that applies is satisfied. */
export function isAuthorised(power: Power, frame: ReferenceFrame): Truth {
  let someRow: Truth = false;
  let allSatisfied: Truth = true;
  for (const row of power.authority) {
    const applies = rowApplies(power, row, frame);
    someRow = or(someRow, applies);
    allSatisfied = and(allSatisfied, or(not(applies), rowSatisfied(power, row, frame)));
  }
  return and(someRow, allSatisfied);
}

function rowApplies(power: Power, row: AuthorityRow, frame: ReferenceFrame): Truth {
  const measure = power.measure === undefined ? undefined : valueOf(power.measure, frame);
  let truth: Truth = row.when === undefined ? true : truthOf(row.when, frame);
  if (row.below !== undefined)
    truth = and(truth, compare('lessThan', measure, valueOf(row.below, frame)));
  if (row.upTo !== undefined)
    truth = and(truth, compare('lessThanInclusive', measure, valueOf(row.upTo, frame)));
  if (row.from !== undefined)
    truth = and(truth, compare('greaterThanInclusive', measure, valueOf(row.from, frame)));
  if (row.above !== undefined)
    truth = and(truth, compare('greaterThan', measure, valueOf(row.above, frame)));
  return truth;
}

function rowSatisfied(power: Power, row: AuthorityRow, frame: ReferenceFrame): Truth {
  const extra = power.alsoApprovedBy.map(({ role }) => role);
  const places = [...row.approvedBy, ...extra];
  let approved = fillsPlaces(places, frame);
  const [first, second, ...others] = row.approvedBy;
  if (row.dualPost !== undefined && first !== undefined && second !== undefined) {
    const dual = isDualPost(first, second, frame);
    approved = or(
      approved,
      and(dual, fillsPlaces([first, row.dualPost, ...others, ...extra], frame)),
    );
  }
  return row.bodies.length === 0 ? approved : and(approved, decidedBy(row.bodies, power, frame));
}

/** Whether the approvals fill every place, each by another person. */
function fillsPlaces(places: readonly string[], frame: ReferenceFrame): Truth {
  if (places.length === 0) return true;
  const { record } = frame;
  const approvals =
    record.record.approvals === undefined
      ? undefined
      : record.fields.values[record.record.approvals];
  if (!Array.isArray(approvals)) return undefined;
  const list = approvals as readonly Value[];
  const assign = (place: number, used: readonly Value[]): Truth => {
    const role = places[place];
    if (role === undefined) return true;
    return list.reduce<Truth>((truth, approval) => {
      const person = part(approval, APPROVAL.person);
      const fresh = used.reduce<Truth>(
        (free, other) => and(free, compare('notEqual', person, other)),
        true,
      );
      const fits = and(
        fresh,
        and(
          counts(approval, role, frame),
          fresh === false ? false : assign(place + 1, [...used, person]),
        ),
      );
      return or(truth, fits);
    }, false);
  };
  return assign(0, []);
}

/** A yes, not later than the governing date, by a person (not by nobody) in the role on that day. */
function counts(approval: Value, role: string, frame: ReferenceFrame): Truth {
  const on = part(approval, APPROVAL.on);
  const person = part(approval, APPROVAL.person);
  const date = governingDate(frame.record, frame.world.clock);
  return and(
    and(
      compare('equal', part(approval, APPROVAL.decision), APPROVAL.yes),
      compare('lessThanInclusive', on, date),
    ),
    and(
      compare('present', person, undefined),
      holdsRole(person, role, on, part(approval, APPROVAL.role), frame),
    ),
  );
}

/** Whether a person held a role on a day: by the roster, or where there is none by what was recorded. */
function holdsRole(
  person: Value,
  role: string,
  on: Value,
  recorded: Value,
  frame: ReferenceFrame,
): Truth {
  const roles = [...rolesThatFill(role, frame.policy)];
  const { officers, open } = roster(on, frame);
  if (officers.length === 0 && open) return compare('in', recorded, roles);
  return officers.reduce<Truth>(
    (truth, officer) =>
      or(
        truth,
        and(
          compare('equal', field(officer, ROSTER.person), person),
          and(
            compare('in', field(officer, ROSTER.post), roles),
            compare('covers', field(officer, ROSTER.term), on),
          ),
        ),
      ),
    open ? undefined : false,
  );
}

function isDualPost(first: string, second: string, frame: ReferenceFrame): Truth {
  const on = governingDate(frame.record, frame.world.clock);
  const { officers, open } = roster(on, frame);
  const inPost = (officer: RecordNode, role: string): Truth =>
    and(
      compare('equal', field(officer, ROSTER.post), role),
      compare('covers', field(officer, ROSTER.term), on),
    );
  return officers.reduce<Truth>(
    (truth, a) =>
      officers.reduce<Truth>(
        (inner, b) =>
          or(
            inner,
            and(
              and(inPost(a, first), inPost(b, second)),
              compare('equal', field(a, ROSTER.person), field(b, ROSTER.person)),
            ),
          ),
        truth,
      ),
    open ? undefined : false,
  );
}

function roster(
  on: Value,
  frame: ReferenceFrame,
): { officers: readonly RecordNode[]; open: boolean } {
  const { organisation } = frame.record;
  if (organisation === undefined) return { officers: [], open: true };
  const { records } = frame.world;
  const officers = [...records.all(ROSTER.kind)].filter(
    (officer) => officer.organisation === organisation,
  );
  const day = typeof on === 'number' ? on : undefined;
  const open = !records.isComplete(ROSTER.kind, organisation, day, day);
  return { officers, open };
}

/** Whether the meeting that decided was of one of the bodies, about this matter, passed, and held in time. */
function decidedBy(bodies: readonly string[], power: Power, frame: ReferenceFrame): Truth {
  const { record, policy } = frame;
  const id =
    record.record.decision === undefined ? undefined : record.fields.values[record.record.decision];
  const follow = { kind: 'follow', to: MEETING.kind } as const;
  const { value: meeting } = walk([follow], { value: id, holder: record }, frame);
  if (meeting === NONE) return false;
  if (meeting === undefined || !isRecordNode(meeting)) return undefined;
  const matter = power.matter === undefined ? undefined : valueOf(power.matter, frame);
  const about = power.matter === undefined ? true : isAbout(meeting, matter);
  const passed = definitionNamed(
    MEETING.kind,
    MEETING.passed,
    [...policy.definitions.values()].flat(),
  );
  // A meeting that is known to have no outcome hasn't passed anything.
  const outcome =
    passed === undefined
      ? undefined
      : walk([{ kind: 'definition', id: passed.id }], { value: meeting, holder: meeting }, frame)
          .value;
  const isPassed = compare('equal', outcome, true);
  const inTime = compare(
    'lessThanInclusive',
    governingDate(meeting, frame.world.clock),
    governingDate(record, frame.world.clock),
  );
  return and(
    and(compare('in', field(meeting, MEETING.body), bodies), about),
    and(isPassed, inTime),
  );
}

/** A meeting is about a matter, or about one of several, if it is its main one or among all of its own. */
function isAbout(meeting: RecordNode, matter: Value): Truth {
  const several = Array.isArray(matter);
  return or(
    compare(several ? 'in' : 'equal', field(meeting, MEETING.matter), matter),
    compare(several ? 'overlaps' : 'contains', field(meeting, MEETING.matters), matter),
  );
}

function definitionNamed(
  record: string,
  fact: string,
  all: readonly Definition[],
): Definition | undefined {
  return all.find((definition) => definition.record === record && definition.fact === fact);
}

function field(record: RecordNode, name: string): Value {
  const slot = record.record.fields.slotOf(name);
  return slot === undefined ? undefined : record.fields.values[slot];
}

function part(approval: Value, name: string): Value {
  if (!isStruct(approval)) return undefined;
  const slot = approval.type.slotOf(name);
  return slot === undefined ? undefined : approval.values[slot];
}
