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
import type { Frame, MemberOf, Read, Scan, Test } from './frame.js';
import type { Scope } from './scope.js';
import { compileHolder } from './path.js';
import { isWhole } from '../world/whole.js';

type Selects = (frame: Frame) => Truth;

export function compileSource(source: RecordSource, scope: Scope): Scan {
  const selects = compileSelection(source, scope);
  const { slot } = source.alias;
  switch (source.in.kind) {
    case 'list': {
      const { root, steps } = source.in.list;
      const list = scope.readPath(source.in.list);
      const holder = compileHolder(root, steps, scope);
      return (frame, visit) => {
        frame.holders[slot] = holder(frame);
        return scanList(list(frame), true, slot, selects, frame, visit).open;
      };
    }
    case 'records': {
      const records = compileRecords(source, source.in.record, scope);
      return (frame, visit) =>
        records(frame, (record, member) => {
          frame.elements[slot] = record;
          const counts = and(member, selects(frame));
          return counts === false ? false : visit(counts);
        });
    }
    case 'each': {
      const outer = source.in.recordAlias.slot;
      const records = compileRecords(source, source.in.record, scope);
      const { recordAlias, list: steps } = source.in;
      const list = scope.readSteps(steps);
      const holder = compileHolder({ kind: 'alias', ...recordAlias }, steps, scope);
      return (frame, visit) => {
        let open = false;
        const more = records(frame, (record, member) => {
          frame.elements[outer] = record;
          frame.holders[slot] = holder(frame);
          const items = list(record, frame, record);
          const scanned = scanList(items, member, slot, selects, frame, visit);
          open ||= scanned.open;
          return scanned.ended;
        });
        return open || more;
      };
    }
  }
}

function scanList(
  list: Value,
  member: Truth,
  slot: number,
  selects: Selects,
  frame: Frame,
  visit: (member: Truth) => boolean,
): { readonly open: boolean; readonly ended: boolean } {
  if (!Array.isArray(list)) return list === NONE ? EMPTY : UNKNOWN;
  for (const item of list as readonly Value[]) {
    frame.elements[slot] = item;
    const counts = and(member, selects(frame));
    if (counts !== false && visit(counts)) return ENDED;
  }
  return EMPTY;
}

const EMPTY = { open: false, ended: false } as const;
const UNKNOWN = { open: true, ended: false } as const;
const ENDED = { open: false, ended: true } as const;

/** `match` and `where` together. */
function compileSelection(source: RecordSource, scope: Scope): Selects {
  const matches = source.match.map(
    ({ element, own }) => [scope.readPath(element), scope.readPath(own)] as const,
  );
  const where: Test | undefined = source.where === undefined ? undefined : scope.test(source.where);
  if (matches.length === 0) return where ?? (() => true);
  return (frame) => {
    let truth: Truth = true;
    for (const [element, own] of matches) {
      truth = and(truth, compare('equal', element(frame), own(frame)));
      if (truth === false) return false;
    }
    return where === undefined ? truth : and(truth, where(frame));
  };
}

type ScanRecords = (frame: Frame, visit: (record: RecordNode, member: Truth) => boolean) => boolean;

function compileRecords(source: RecordSource, kind: string, scope: Scope): ScanRecords {
  const everywhere = isEverywhere(source, kind, scope.policy);
  const window = source.within === undefined ? undefined : compileWindow(source.within, scope);
  const candidates: Candidates = candidatesFor(source, kind, everywhere, scope);
  const { others } = source;
  return (frame, visit) => {
    const { record: own, world } = frame;
    const bounds = window?.(frame);
    const ownKind = own.record.id === kind;
    const consider = (record: RecordNode): boolean => {
      const member = memberOf(record, everywhere, bounds, frame);
      if (member === false) return false;
      return visit(record, world.isUnsure?.(record) === true ? undefined : member);
    };
    let ended = false;
    for (const record of candidates(frame)) {
      // The record at hand stands for itself, whatever copy of it the books hold.
      if (ownKind && isSameRecord(record, own)) continue;
      ended = consider(record);
      if (ended) break;
    }
    if (!ended && ownKind && !others) consider(own);
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
  const here: Truth = everywhere ? true : compare('equal', record.organisation, own.organisation);
  if (bounds === undefined || here === false) return here;
  const date = governingDate(record, world.clock);
  const after = compare('greaterThanInclusive', date, bounds.first);
  return after === false
    ? false
    : and(here, and(after, compare('lessThanInclusive', date, bounds.last)));
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
