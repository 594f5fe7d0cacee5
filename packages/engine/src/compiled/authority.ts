import {
  and,
  type AuthorityRow,
  compare,
  isRecordNode,
  isStruct,
  NONE,
  not,
  or,
  type Power,
  type RecordNode,
  type RecordType,
  type Truth,
  type Value,
} from '@qingdan/core';
import { governingDate } from '../lists/governing.js';
import { APPROVAL, MEETING, ROSTER, rolesThatFill } from '../lists/roles.js';
import { kept } from '../kept.js';
import { compareEqual } from './compare.js';
import type { Frame, Test } from './frame.js';
import { BY_HOME } from '../world/world.js';
import type { Scope } from './scope.js';

/** The tests of one row: whether it applies, whether its places are filled, whether the body decided. */
export interface RowTests {
  readonly applies: Test;
  /** For each role that it names: whether somebody's approval counts for it, whoever fills the other places. */
  readonly places: readonly { readonly role: string; readonly filled: Test }[];
  readonly approved: Test;
  readonly decided: Test | undefined;
  readonly satisfied: Test;
}

/** Lowers a power's table of authority to one test: some row applies, and each row that applies is satisfied. */
export function compileAuthority(power: Power, scope: Scope): Test {
  const rows = rowsOf(power, scope);
  return (frame) => {
    let some: Truth = false;
    let satisfied: Truth = true;
    for (const row of rows) {
      const applies = row.applies(frame);
      if (applies === false) continue;
      some = or(some, applies);
      satisfied = and(satisfied, or(not(applies), row.satisfied(frame)));
    }
    return and(some, satisfied);
  };
}

/** The tests of a power's rows, compiled once for judging and explaining. */
export function rowsOf(power: Power, scope: Scope): readonly RowTests[] {
  const ofScope = kept(ROWS, scope, () => new WeakMap<Power, readonly RowTests[]>());
  return kept(ofScope, power, () => {
    const record = scope.policy.records.get(power.governs.record);
    return power.authority.map((row) => compileRow(power, row, record, scope));
  });
}

const ROWS = new WeakMap<Scope, WeakMap<Power, readonly RowTests[]>>();

function compileApplies(power: Power, row: AuthorityRow, scope: Scope): Test {
  const measure = power.measure === undefined ? (): Value => undefined : scope.read(power.measure);
  const when = row.when === undefined ? undefined : scope.test(row.when);
  const bounds = (
    [
      ['lessThan', row.below],
      ['lessThanInclusive', row.upTo],
      ['greaterThanInclusive', row.from],
      ['greaterThan', row.above],
    ] as const
  ).flatMap(([operator, bound]) =>
    bound === undefined ? [] : [{ operator, limit: scope.read(bound) }],
  );
  return (frame) => {
    let truth: Truth = when === undefined ? true : when(frame);
    if (bounds.length === 0 || truth === false) return truth;
    const amount = measure(frame);
    for (const { operator, limit } of bounds)
      truth = and(truth, compare(operator, amount, limit(frame)));
    return truth;
  };
}

function compileRow(
  power: Power,
  row: AuthorityRow,
  record: RecordType | undefined,
  scope: Scope,
): RowTests {
  const extra = power.alsoApprovedBy.map(({ role }) => role);
  const places = compilePlaces([...row.approvedBy, ...extra], record, scope);
  const [first, second, ...others] = row.approvedBy;
  const { dualPost } = row;
  const instead =
    dualPost === undefined || first === undefined || second === undefined
      ? undefined
      : {
          dual: compileDual(first, second),
          places: compilePlaces([first, dualPost, ...others, ...extra], record, scope),
        };
  const decided =
    row.bodies.length === 0 ? undefined : compileDecision(row.bodies, power, record, scope);
  const approved: Test = (frame) => {
    const filled = places(frame);
    if (filled === true || instead === undefined) return filled;
    return or(filled, and(instead.dual(frame), instead.places(frame)));
  };
  const satisfied: Test = (frame) => {
    const here = approved(frame);
    return decided === undefined || here === false ? here : and(here, decided(frame));
  };
  return {
    applies: compileApplies(power, row, scope),
    places: [...row.approvedBy, ...extra].map((role) => ({
      role,
      filled: compilePlaces([role], record, scope),
    })),
    approved,
    decided,
    satisfied,
  };
}

/** Whether no roster says who held which post on the day: the role as recorded is all there is. */
export function hasNoRoster(on: Value, frame: Frame): boolean {
  const { officers, open } = roster(on, frame);
  return officers.length === 0 && open;
}

/** Whether the approvals fill every place, each by another person: a matrix of who counts where, then a search. */
function compilePlaces(
  roles: readonly string[],
  record: RecordType | undefined,
  scope: Scope,
): Test {
  if (roles.length === 0) return () => true;
  const slot = record?.approvals;
  const fillers = roles.map((role) => rolesThatFill(role, scope.policy));
  return (frame) => {
    const approvals = slot === undefined ? undefined : frame.values[slot];
    if (!Array.isArray(approvals)) return undefined;
    const list = approvals as readonly Value[];
    const persons = list.map((approval): Value => part(approval, APPROVAL.person));
    const counts = list.map((approval) =>
      fillers.map((roleSet) => countsFor(approval, roleSet, frame)),
    );
    const fill = (place: number, chosen: readonly number[], soFar: Truth): Truth => {
      if (soFar === false || place === roles.length) return soFar;
      let truth: Truth = false;
      for (let index = 0; index < list.length && truth !== true; index += 1) {
        const fresh = chosen.reduce<Truth>(
          (free, other) => and(free, compare('notEqual', persons[index], persons[other])),
          true,
        );
        truth = or(
          truth,
          fill(place + 1, [...chosen, index], and(soFar, and(fresh, counts[index]?.[place]))),
        );
      }
      return truth;
    };
    return fill(0, [], true);
  };
}

function countsFor(approval: Value, roles: ReadonlySet<string>, frame: Frame): Truth {
  const yes = compare('equal', part(approval, APPROVAL.decision), APPROVAL.yes);
  if (yes === false) return false;
  const on = part(approval, APPROVAL.on);
  const inTime = compare('lessThanInclusive', on, governingDate(frame.record, frame.world.clock));
  if (inTime === false) return false;
  const person = part(approval, APPROVAL.person);
  const held = holdsRole(person, roles, on, part(approval, APPROVAL.role), frame);
  return and(and(yes, inTime), and(compare('present', person, undefined), held));
}

/** Whether a person holds one of some roles on a day, by the roster; where there is none, as recorded. */
export function holdsRole(
  person: Value,
  roles: ReadonlySet<string>,
  on: Value,
  recorded: Value,
  frame: Frame,
): Truth {
  const { officers, open } = roster(on, frame);
  if (officers.length === 0 && open) return isAmong(recorded, roles);
  let truth: Truth = open ? undefined : false;
  for (const officer of officers) {
    const same = compareEqual(field(officer, ROSTER.person), person);
    if (same === false) continue;
    const inPost = and(
      isAmong(field(officer, ROSTER.post), roles),
      compare('covers', field(officer, ROSTER.term), on),
    );
    truth = or(truth, and(same, inPost));
    if (truth === true) return true;
  }
  return truth;
}

/** Whether the roster lists anybody, ever, in one of some posts; undefined where there is no roster. */
export function rosterLists(posts: ReadonlySet<string>, frame: Frame): boolean | undefined {
  const { officers } = roster(undefined, frame);
  if (officers.length === 0) return undefined;
  return officers.some((officer) => isAmong(field(officer, ROSTER.post), posts) !== false);
}

function isAmong(role: Value, roles: ReadonlySet<string>): Truth {
  return typeof role === 'string' ? roles.has(role) : compare('in', role, [...roles]);
}

/** Whether one person held both posts on the governing date. */
function compileDual(first: string, second: string): Test {
  return (frame) => {
    const on = governingDate(frame.record, frame.world.clock);
    const { officers, open } = roster(on, frame);
    let truth: Truth = open ? undefined : false;
    const inPost = (officer: RecordNode, role: string): Truth =>
      and(
        compare('equal', field(officer, ROSTER.post), role),
        compare('covers', field(officer, ROSTER.term), on),
      );
    for (const a of officers) {
      const here = inPost(a, first);
      if (here === false) continue;
      for (const b of officers) {
        const same = compare('equal', field(a, ROSTER.person), field(b, ROSTER.person));
        truth = or(truth, and(and(here, inPost(b, second)), same));
      }
    }
    return truth;
  };
}

function roster(
  on: Value,
  frame: Frame,
): { readonly officers: readonly RecordNode[]; readonly open: boolean } {
  const { organisation } = frame.record;
  if (organisation === undefined) return { officers: [], open: true };
  const officers = frame.once(officersAtHome) as readonly RecordNode[];
  const day = typeof on === 'number' ? on : undefined;
  const complete = frame.world.records.isComplete(ROSTER.kind, organisation, day, day);
  return { officers, open: !complete };
}

/** Every approval asks for them again. */
function officersAtHome({ record: { organisation }, world }: Frame): readonly RecordNode[] {
  const officers: RecordNode[] = [];
  for (const officer of world.records.having(ROSTER.kind, BY_HOME, [], organisation)) {
    if (officer.organisation === organisation) officers.push(officer);
  }
  return officers;
}

/** Whether a meeting of one of the bodies passed this matter, under the law of its day, in time. */
function compileDecision(
  bodies: readonly string[],
  power: Power,
  record: RecordType | undefined,
  scope: Scope,
): Test {
  const meetings = scope.policy.records.get(MEETING.kind);
  const slot = record?.decision;
  const follow = scope.readSteps([{ kind: 'follow', to: MEETING.kind }]);
  const definition = [...scope.policy.definitions.values()]
    .flat()
    .find((each) => each.record === MEETING.kind && each.fact === MEETING.passed);
  const passed =
    definition === undefined
      ? undefined
      : scope.readSteps([{ kind: 'definition', id: definition.id }]);
  const isAbout = compileAbout(power, scope);
  const bodySlot = meetings?.fields.slotOf(MEETING.body);
  return (frame) => {
    const meeting = follow(
      slot === undefined ? undefined : frame.values[slot],
      frame,
      frame.record,
    );
    if (meeting === NONE) return false;
    if (meeting === undefined || !isRecordNode(meeting)) return undefined;
    const body = bodySlot === undefined ? undefined : meeting.fields.values[bodySlot];
    const about = isAbout(meeting, frame);
    const outcome = passed?.(meeting, frame, meeting);
    const inTime = compare(
      'lessThanInclusive',
      governingDate(meeting, frame.world.clock),
      governingDate(frame.record, frame.world.clock),
    );
    const isPassed = compare('equal', outcome, true);
    return and(and(compare('in', body, bodies), about), and(isPassed, inTime));
  };
}

/** Whether a meeting is about the power's matter, or one of them, if it names any: as its main one or among all its own. */
export function compileAbout(
  power: Power,
  scope: Scope,
): (meeting: RecordNode, frame: Frame) => Truth {
  if (power.matter === undefined) return () => true;
  const matterOf = scope.read(power.matter);
  const meetings = scope.policy.records.get(MEETING.kind);
  const main = meetings?.fields.slotOf(MEETING.matter);
  const all = meetings?.fields.slotOf(MEETING.matters);
  return (meeting, frame) => {
    const wanted = matterOf(frame);
    const several = Array.isArray(wanted);
    const at = (slot: number | undefined): Value =>
      slot === undefined ? undefined : meeting.fields.values[slot];
    return or(
      compare(several ? 'in' : 'equal', at(main), wanted),
      compare(several ? 'overlaps' : 'contains', at(all), wanted),
    );
  };
}

function field(record: RecordNode, name: string): Value {
  const slot = record.record.fields.slotOf(name);
  return slot === undefined ? undefined : record.fields.values[slot];
}

function part(approval: Value, name: string): Value {
  if (typeof approval !== 'object' || !isStruct(approval)) return undefined;
  const slot = approval.type.slotOf(name);
  return slot === undefined ? undefined : approval.values[slot];
}
