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
  type RecordNode,
  type RecordSource,
  shift,
  subtractQuantities,
  type Truth,
  type Value,
} from '@qingdan/core';
import { FOREVER, governingDate } from '../lists/governing.js';
import { type ReferenceFrame, type Standing, withElement } from './frame.js';
import { isWhole } from '../world/whole.js';

export interface Element {
  readonly value: Value;
  /** Whether it is one of those the source speaks of; never false. */
  readonly member: Truth;
  /** The frame in which the element has its name. */
  readonly frame: ReferenceFrame;
}

export interface Elements {
  readonly elements: readonly Element[];
  /** There may be more of which nothing is known. */
  readonly open: boolean;
}

/** The elements that a source certainly or possibly speaks of, and whether there may be more. */
export function elementsOf(source: RecordSource, frame: ReferenceFrame): Elements {
  const candidates = candidatesOf(source, frame);
  const elements: Element[] = [];
  for (const candidate of candidates.elements) {
    const matches = source.match.reduce<Truth>(
      (truth, { element, own }) =>
        and(
          truth,
          compare(
            'equal',
            candidate.frame.interpreter.valueAt(element, candidate.frame),
            frame.interpreter.valueAt(own, frame),
          ),
        ),
      candidate.member,
    );
    const member =
      source.where === undefined
        ? matches
        : and(matches, candidate.frame.interpreter.truthOf(source.where, candidate.frame));
    if (member !== false) elements.push({ ...candidate, member });
  }
  return { elements, open: candidates.open };
}

function candidatesOf(source: RecordSource, frame: ReferenceFrame): Elements {
  const { slot } = source.alias;
  switch (source.in.kind) {
    case 'list': {
      const list = frame.interpreter.standingAt(source.in.list, frame);
      return fromList(list, (item) => withElement(frame, slot, item));
    }
    case 'records': {
      const { records, open } = recordsOf(source, source.in.record, frame);
      const elements = records.map(([value, member]) => ({
        value,
        member,
        frame: withElement(frame, slot, { value, holder: value }),
      }));
      return { elements, open };
    }
    case 'each': {
      const { recordAlias, list, record } = source.in;
      const holders = recordsOf(source, record, frame);
      const lists = holders.records.map(([holder, member]) => {
        const standing = { value: holder, holder };
        const outer = withElement(frame, recordAlias.slot, standing);
        const items = outer.interpreter.walk(list, standing, outer);
        const inner = fromList(items, (item) => withElement(outer, slot, item));
        return { ...inner, elements: inner.elements.map((element) => ({ ...element, member })) };
      });
      return {
        elements: lists.flatMap(({ elements }) => elements),
        open: holders.open || lists.some(({ open }) => open),
      };
    }
  }
}

function fromList(
  { value: list, holder }: Standing,
  name: (item: Standing) => ReferenceFrame,
): Elements {
  if (list === NONE) return { elements: [], open: false };
  if (!Array.isArray(list)) return { elements: [], open: true };
  const items = list as readonly Value[];
  return {
    elements: items.map((value) => ({ value, member: true, frame: name({ value, holder }) })),
    open: false,
  };
}

/** The records of a kind: of the same organisation, within the window, the record at hand among them exactly once. */
function recordsOf(
  source: RecordSource,
  kind: string,
  frame: ReferenceFrame,
): { records: readonly (readonly [RecordNode, Truth])[]; open: boolean } {
  const { world, record: own, policy } = frame;
  const everywhere = source.across || policy.records.get(kind)?.shared === true;
  const window = source.within === undefined ? undefined : windowOf(source.within, frame);
  const records: (readonly [RecordNode, Truth])[] = [];
  const consider = (record: RecordNode): void => {
    let member: Truth = everywhere ? true : compare('equal', record.organisation, own.organisation);
    if (window !== undefined) {
      const date = governingDate(record, world.clock);
      member = and(
        member,
        and(
          compare('greaterThanInclusive', date, window.first),
          compare('lessThanInclusive', date, window.last),
        ),
      );
    }
    if (world.isUnsure?.(record) === true) member = and(undefined, member);
    if (member !== false) records.push([record, member]);
  };
  for (const record of world.records.all(kind)) if (!isSameRecord(record, own)) consider(record);
  if (own.record.id === kind && !source.others) consider(own);
  return { records, open: isOpen(kind, everywhere, window, frame) };
}

interface Bounds {
  readonly first: Value;
  readonly last: Value;
}

function isOpen(
  kind: string,
  everywhere: boolean,
  window: Bounds | undefined,
  frame: ReferenceFrame,
): boolean {
  const { records } = frame.world;
  const organisation = everywhere ? undefined : frame.record.organisation;
  if (!everywhere && organisation === undefined) return true;
  if (window === undefined) return !isWhole(kind, organisation, frame.law, frame.policy, records);
  const { first, last } = window;
  // A window that known none leaves empty holds nothing at all.
  if (first === NONE || last === NONE) return false;
  if (!isQuantity(first) || !isQuantity(last)) return true;
  const start = lowOf(first);
  const end = highOf(last);
  if (typeof start !== 'number' || typeof end !== 'number') return true;
  return !records.isComplete(kind, organisation, start, end);
}

/** The first and last day, both included; either may be a range, unknown or none. */
function windowOf(window: NonNullable<RecordSource['within']>, frame: ReferenceFrame): Bounds {
  switch (window.kind) {
    case 'length': {
      const anchor = frame.interpreter.valueOf(window.anchor, frame);
      const length = frame.interpreter.valueOf(window.length, frame);
      const { calendar } = frame.world;
      return {
        first: window.direction === 'after' ? anchor : shift(anchor, length, true, calendar),
        last: window.direction === 'before' ? anchor : shift(anchor, length, false, calendar),
      };
    }
    case 'same': {
      const anchor = frame.interpreter.valueOf(window.anchor, frame);
      if (!isQuantity(anchor)) return { first: anchor, last: anchor };
      const { first, last } = calendarBounds(anchor, window.unit);
      return {
        first,
        last: window.until === undefined ? last : frame.interpreter.valueOf(window.until, frame),
      };
    }
    case 'overlaps': {
      const period = frame.interpreter.valueOf(window.period, frame);
      if (!(period instanceof Period))
        return { first: period === NONE ? NONE : undefined, last: undefined };
      return { first: period.from, last: dayBefore(period.until) };
    }
  }
}

function dayBefore(until: Value): Value {
  if (until === NONE) return FOREVER;
  return isQuantity(until) ? subtractQuantities(until, 1) : undefined;
}
