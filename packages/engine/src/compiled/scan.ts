import {
  and,
  calendarBounds,
  compare,
  highOf,
  isQuantity,
  isSameRecord,
  lowOf,
  NONE,
  Period,
  type Policy,
  type RecordNode,
  type RecordSource,
  shift,
  subtractQuantities,
  type Truth,
  type Value,
} from '@qingdan/core';
import { FOREVER, governingDate } from '../lists/governing.js';
import { type Candidates, candidatesFor } from './candidates.js';
import { compareEqual } from './compare.js';
import type { Frame, MemberOf, Next, Read, Scan, Test } from './frame.js';
import type { Scope } from './scope.js';
import { compileHolder } from './path.js';
import { isWhole } from '../world/whole.js';

export function compileSource(source: RecordSource, scope: Scope): Scan {
  const select = compileSelection(source, scope);
  const { slot } = source.alias;
  switch (source.in.kind) {
    case 'list': {
      const { root, steps } = source.in.list;
      const list = scope.readPath(source.in.list);
      const holder = compileHolder(root, steps, scope);
      return (frame, visit) => {
        frame.holders[slot] = holder(frame);
        const run = new Run(frame, select.begin(frame), visit);
        return scanList(list(frame), true, slot, select, run);
      };
    }
    case 'records': {
      const records = compileRecords(source, source.in.record, scope);
      return (frame, visit) => {
        const run = new Run(frame, select.begin(frame), visit);
        return records(run, (record, member) => {
          frame.elements[slot] = record;
          visitElement(member, select, run);
        });
      };
    }
    case 'each': {
      const outer = source.in.recordAlias.slot;
      const records = compileRecords(source, source.in.record, scope);
      const { recordAlias, list: steps } = source.in;
      const list = scope.readSteps(steps);
      const holder = compileHolder({ kind: 'alias', ...recordAlias }, steps, scope);
      return (frame, visit) => {
        const run = new Run(frame, select.begin(frame), visit);
        let open = false;
        const more = records(run, (record, member) => {
          frame.elements[outer] = record;
          frame.holders[slot] = holder(frame);
          if (scanList(list(record, frame, record), member, slot, select, run)) open = true;
        });
        return open || more;
      };
    }
  }
}

/** One way through the elements of a source, and what its visitor wants next. */
class Run {
  readonly frame: Frame;
  readonly visit: (member: Truth) => Next;
  /** The values that elements must match. */
  readonly wanted: readonly Value[];
  next: Next = 'any';

  constructor(frame: Frame, wanted: readonly Value[], visit: (member: Truth) => Next) {
    this.frame = frame;
    this.wanted = wanted;
    this.visit = visit;
  }
}

function scanList(list: Value, member: Truth, slot: number, select: Selection, run: Run): boolean {
  if (!Array.isArray(list)) return list !== NONE;
  const { elements } = run.frame;
  for (const item of list as readonly Value[]) {
    elements[slot] = item;
    visitElement(member, select, run);
    if (run.next === 'none') break;
  }
  return false;
}

/** Shows an element to the visitor if it counts or may count, and if the visitor wants it. */
function visitElement(member: Truth, select: Selection, run: Run): void {
  const isCertain = run.next === 'certain';
  if (isCertain && member !== true) return;
  const matches = and(member, select.matches(run.frame, run.wanted));
  if (matches === false || (isCertain && matches !== true)) return;
  const counts = and(matches, select.where(run.frame));
  if (counts === false || (isCertain && counts !== true)) return;
  run.next = run.visit(counts);
  // What an element must match isn't known: then none of them certainly counts.
  if (run.next === 'certain' && run.wanted.includes(undefined)) run.next = 'none';
}

/** `match` and `where`, for one element after the other. */
interface Selection {
  /** What the elements must match, which is the same for all of them. */
  readonly begin: (frame: Frame) => readonly Value[];
  readonly matches: (frame: Frame, wanted: readonly Value[]) => Truth;
  readonly where: Test;
}

function compileSelection(source: RecordSource, scope: Scope): Selection {
  const { match } = source;
  const where: Test = source.where === undefined ? () => true : scope.test(source.where);
  if (match.length === 0) return { begin: () => NO_VALUES, matches: () => true, where };
  const elements = match.map(({ element }) => scope.readPath(element));
  const own = match.map((pair) => scope.readPath(pair.own));
  return {
    begin: (frame) => own.map((read) => read(frame)),
    matches: (frame, wanted) => {
      let truth: Truth = true;
      // By index: this runs for every element, and an iterator of entries makes a pair for each.
      for (let index = 0; index < elements.length; index += 1) {
        truth = and(truth, compareEqual((elements[index] as Read)(frame), wanted[index]));
        if (truth === false) return false;
      }
      return truth;
    },
    where,
  };
}

const NO_VALUES: readonly Value[] = [];

type ScanRecords = (run: Run, visit: (record: RecordNode, member: Truth) => void) => boolean;

function compileRecords(source: RecordSource, kind: string, scope: Scope): ScanRecords {
  const everywhere = isEverywhere(source, kind, scope.policy);
  const window = source.within === undefined ? undefined : compileWindow(source.within, scope);
  const candidates: Candidates = candidatesFor(source, kind, everywhere, scope);
  const { others } = source;
  return (run, visit) => {
    const { frame } = run;
    const { record: own, world } = frame;
    const bounds = window?.(frame);
    const ownKind = own.record.id === kind;
    const consider = (record: RecordNode): void => {
      const member = memberOf(record, everywhere, bounds, frame);
      if (member !== false) visit(record, world.isUnsure?.(record) === true ? undefined : member);
    };
    for (const record of candidates(frame)) {
      // The record at hand stands for itself, whatever copy of it the books hold.
      if (ownKind && isSameRecord(record, own)) continue;
      consider(record);
      if (run.next === 'none') return false;
    }
    if (ownKind && !others) consider(own);
    return isOpen(kind, everywhere, bounds, frame, scope.policy);
  };
}

/** Whether a record is one of those that a source looks at, before `match` and `where`. */
export function compileMembership(source: RecordSource, scope: Scope): MemberOf {
  const { in: among, within } = source;
  if (among.kind === 'list') return () => true;
  const everywhere = isEverywhere(source, among.record, scope.policy);
  const window = within === undefined ? undefined : compileWindow(within, scope);
  return (frame, record) => memberOf(record, everywhere, window?.(frame), frame);
}

function isEverywhere({ across }: RecordSource, kind: string, policy: Policy): boolean {
  return across || policy.records.get(kind)?.shared === true;
}

function memberOf(
  record: RecordNode,
  everywhere: boolean,
  bounds: Bounds | undefined,
  { record: own, world }: Frame,
): Truth {
  const here: Truth = everywhere ? true : compareEqual(record.organisation, own.organisation);
  if (bounds === undefined || here === false) return here;
  const date = governingDate(record, world.clock);
  const { first, last } = bounds;
  if (typeof date === 'number' && typeof first === 'number' && typeof last === 'number')
    return date < first || date > last ? false : here;
  const after = compare('greaterThanInclusive', date, first);
  return after === false ? false : and(here, and(after, compare('lessThanInclusive', date, last)));
}

/** Whether there may be more records of a source than are known: its books are open, or its window can't be told. */
export function compileOpen(source: RecordSource, scope: Scope): (frame: Frame) => boolean {
  const { in: among, within } = source;
  if (among.kind === 'list') return () => false;
  const kind = among.record;
  const everywhere = isEverywhere(source, kind, scope.policy);
  const window = within === undefined ? undefined : compileWindow(within, scope);
  return (frame) => isOpen(kind, everywhere, window?.(frame), frame, scope.policy);
}

interface Bounds {
  readonly first: Value;
  readonly last: Value;
}

function isOpen(
  kind: string,
  everywhere: boolean,
  bounds: Bounds | undefined,
  frame: Frame,
  policy: Policy,
): boolean {
  const { records } = frame.world;
  const organisation = everywhere ? undefined : frame.record.organisation;
  if (!everywhere && organisation === undefined) return true;
  if (bounds === undefined) return !isWhole(kind, organisation, frame.law, policy, records);
  const { first, last } = bounds;
  if (first === NONE || last === NONE) return false;
  if (!isQuantity(first) || !isQuantity(last)) return true;
  const start = lowOf(first);
  const end = highOf(last);
  if (typeof start !== 'number' || typeof end !== 'number') return true;
  return !records.isComplete(kind, organisation, start, end);
}

function compileWindow(
  window: NonNullable<RecordSource['within']>,
  scope: Scope,
): (frame: Frame) => Bounds {
  switch (window.kind) {
    case 'length': {
      const anchor = scope.read(window.anchor);
      const length = scope.read(window.length);
      const { direction } = window;
      return (frame) => {
        const at = anchor(frame);
        const by = length(frame);
        const { calendar } = frame.world;
        return {
          first: direction === 'after' ? at : shift(at, by, true, calendar),
          last: direction === 'before' ? at : shift(at, by, false, calendar),
        };
      };
    }
    case 'same': {
      const anchor = scope.read(window.anchor);
      const until: Read | undefined =
        window.until === undefined ? undefined : scope.read(window.until);
      return (frame) => {
        const at = anchor(frame);
        if (!isQuantity(at)) return { first: at, last: at };
        const { first, last } = calendarBounds(at, window.unit);
        return { first, last: until === undefined ? last : until(frame) };
      };
    }
    case 'overlaps': {
      const read = scope.read(window.period);
      return (frame) => {
        const period = read(frame);
        if (!(period instanceof Period))
          return { first: period === NONE ? NONE : undefined, last: undefined };
        const { from, until } = period;
        if (until === NONE) return { first: from, last: FOREVER };
        return { first: from, last: isQuantity(until) ? subtractQuantities(until, 1) : undefined };
      };
    }
  }
}
