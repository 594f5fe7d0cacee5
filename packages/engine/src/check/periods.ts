import {
  addMonths,
  boundsOf,
  type Day,
  isStruct,
  Period,
  type PeriodUnit,
  type Policy,
  printDate,
  type Prohibition,
  type RecordNode,
  type RecordType,
  type Value,
} from '@qingdan/core';
import type { Books } from '../world/books.js';
import type { World } from '../world/world.js';
import { kindsRead } from './kinds-read.js';

/**
 * The subjects of items that apply to each organisation's months, quarters, years or terms: the periods that ended
 * before the clock and lie inside the complete books of every kind of record that some such item reads. Without books
 * nothing is said of what did not happen.
 */
export function periodSubjects(
  policy: Policy,
  organisation: string,
  world: World,
  books: Books,
): readonly RecordNode[] {
  const subjects: RecordNode[] = [];
  for (const [kind, items] of periodItems(policy)) {
    const type = policy.records.get(kind);
    const [first] = items;
    if (type === undefined || first?.appliesTo.kind !== 'periods') continue;
    const { per } = first.appliesTo;
    const seen = new Set<string>();
    for (const item of items) {
      for (const period of closedPeriods(item, per, organisation, policy, world, books)) {
        const name = nameOfPeriod(period, per);
        if (seen.has(name)) continue;
        seen.add(name);
        subjects.push(periodSubject(type, organisation, period, name));
      }
    }
  }
  return subjects;
}

interface ClosedPeriod {
  readonly from: Day;
  readonly until: Day;
}

/** An organisation's period as a record: its governing date is the period's last day. */
export function periodSubject(
  record: RecordType,
  organisation: string,
  { from, until }: ClosedPeriod,
  name: string,
): RecordNode {
  const facts = new Map<string, Value>([
    ['organisation', organisation],
    ['period', new Period(from, until)],
    ['date', until - 1],
  ]);
  const values = record.fields.fields.map((field): Value => facts.get(field.name));
  return {
    record,
    id: `${organisation}@${name}`,
    organisation,
    fields: { type: record.fields, values },
  };
}

function periodItems(policy: Policy): Map<string, Prohibition[]> {
  const byKind = new Map<string, Prohibition[]>();
  for (const item of policy.items.flat()) {
    if (item.kind !== 'Prohibition' || item.appliesTo.kind !== 'periods') continue;
    const list = byKind.get(item.appliesTo.record);
    if (list === undefined) byKind.set(item.appliesTo.record, [item]);
    else list.push(item);
  }
  return byKind;
}

function closedPeriods(
  item: Prohibition,
  per: PeriodUnit,
  organisation: string,
  policy: Policy,
  world: World,
  books: Books,
): readonly ClosedPeriod[] {
  const kinds = [...kindsRead(item, policy)].filter(
    (kind) => policy.records.get(kind)?.register === false,
  );
  if (kinds.length === 0) return [];
  const covered = (period: ClosedPeriod): boolean =>
    kinds.every((kind) => {
      const shared = policy.records.get(kind)?.shared === true;
      return books.covers(
        kind,
        shared ? undefined : organisation,
        period.from,
        period.until - 1,
        world.clock,
      );
    });
  return candidatePeriods(per, kinds, organisation, world, books).filter(
    (period) => period.until <= world.clock && covered(period),
  );
}

function candidatePeriods(
  per: PeriodUnit,
  kinds: readonly string[],
  organisation: string,
  world: World,
  books: Books,
): readonly ClosedPeriod[] {
  if (per === 'term') return termsOf(organisation, world);
  const starts = kinds.flatMap((kind) => books.of(kind, organisation)).map(({ from }) => from);
  const known = starts.filter((from): from is Day => from !== undefined);
  // Books that reach back without limit are asked about for the ten years before the clock.
  const earliest =
    known.length === starts.length && known.length > 0
      ? Math.min(...known)
      : addMonths(world.clock, -120);
  const periods: ClosedPeriod[] = [];
  for (let day = boundsOf(earliest, per).first; day < world.clock;) {
    const until = boundsOf(day, per).last + 1;
    periods.push({ from: day, until });
    day = until;
  }
  return periods;
}

/** The terms of office that the organisation's register names. */
function termsOf(organisation: string, world: World): readonly ClosedPeriod[] {
  const record = world.records.get('organisation', organisation);
  const slot = record?.record.fields.slotOf('terms');
  const terms = record === undefined || slot === undefined ? undefined : record.fields.values[slot];
  if (!Array.isArray(terms)) return [];
  return (terms as readonly Value[]).flatMap((term) => {
    if (typeof term !== 'object' || !isStruct(term)) return [];
    const at = term.type.slotOf('period');
    const period = at === undefined ? undefined : term.values[at];
    if (!(period instanceof Period)) return [];
    return typeof period.from === 'number' && typeof period.until === 'number'
      ? [{ from: period.from, until: period.until }]
      : [];
  });
}

function nameOfPeriod({ from, until }: ClosedPeriod, per: PeriodUnit): string {
  const [year = '', month = ''] = printDate(from).split('-');
  switch (per) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'year':
      return year;
    case 'term':
      return `${printDate(from)}..${printDate(until)}`;
  }
}
