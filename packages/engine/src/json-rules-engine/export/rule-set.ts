import {
  changesOfLaw,
  contains,
  type Day,
  type Interval,
  intersect,
  type Item,
  type Policy,
  printDate,
  type Prohibition,
  type RecordType,
  type Revisions,
} from '@qingdan/core';
import type { RuleProperties } from 'json-rules-engine';
import type { FieldType } from '../portable/facts.js';
import type { RuleSet } from '../portable/index.js';
import type { Where } from '../portable/forms.js';
import { fieldType } from './fields.js';
import { type CannotExport, type Lowerers, Lowering } from './lowering.js';
import { lowerOperand } from './operand.js';
import { ruleConditions } from './rule-conditions.js';
import { lowerWhere } from './where.js';

/** The rule sets of an item, or why it has none. */
export interface ExportedItem {
  readonly value: readonly RuleSet[];
  readonly refused: readonly CannotExport[];
}

/**
 * An item as rules of json-rules-engine: one set for each stretch of time in which the law that it reads is the same,
 * with its parameters, tables and named conditions written out. Nothing is approximated: what rules over one record can't
 * say is refused, and then the item has no sets at all.
 */
export function exportItem(revisions: Revisions<Item>, policy: Policy): ExportedItem {
  const sets: Made[] = [];
  const refused: CannotExport[] = [];
  for (const item of revisions) {
    const reason =
      item.kind === 'Power' ? 'power' : item.kind === 'Responsibility' ? 'duty' : undefined;
    const record =
      item.kind === 'Prohibition' && item.appliesTo.kind === 'records'
        ? policy.records.get(item.appliesTo.record)
        : undefined;
    const covered = intersect(item.effective, { from: policy.coversFrom, until: undefined });
    for (const interval of stretchesOf(covered, policy)) {
      const lowering = new Lowering(
        LOWERERS,
        policy,
        record ?? NO_RECORD,
        lawIn(interval),
        item.id,
      );
      if (item.kind !== 'Prohibition' || record === undefined)
        lowering.refuse(reason ?? 'periods', item.span);
      else sets.push({ interval, set: ruleSetOf(item, record, interval, lowering) });
      refused.push(...lowering.refused);
    }
  }
  return refused.length > 0
    ? { value: [], refused: distinct(refused) }
    : { value: merge(sets), refused: [] };
}

interface Made {
  readonly interval: Interval;
  readonly set: RuleSet;
}

const LOWERERS: Lowerers = { operand: lowerOperand, where: lowerWhere };
const NO_RECORD = { fields: { names: (): string[] => [] } } as unknown as RecordType;

/** The stretches of constant law within an interval. */
function stretchesOf(whole: Interval | undefined, policy: Policy): Interval[] {
  if (whole === undefined) return [];
  const inside = changesOfLaw(policy).filter((day) => contains(whole, day) && day !== whole.from);
  const ends = [whole.from, ...inside, whole.until];
  return ends.slice(1).map((until, index) => ({ from: ends[index], until }));
}

/** Any day of a stretch of constant law. */
function lawIn({ from, until }: Interval): Day {
  return from ?? (until === undefined ? 0 : until - 1);
}

function ruleSetOf(
  item: Prohibition,
  record: RecordType,
  interval: Interval,
  lowering: Lowering,
): RuleSet {
  const branches = [item.violatedWhen, ...item.also.map(({ condition }) => condition)];
  const [only, ...others] = branches.map((branch) => lowering.where(branch));
  const violated: Where =
    others.length === 0 && only !== undefined
      ? only
      : { any: [only, ...others].filter((branch) => branch !== undefined) };
  const where: Where =
    item.appliesWhen === undefined
      ? violated
      : { all: [lowering.where(item.appliesWhen), violated] };
  return {
    schema: 'qingdan.json-rules-engine/1',
    item: item.id,
    record: record.id,
    effective: { from: endOf(interval.from), until: endOf(interval.until) },
    governingDate:
      record.governingDate === undefined
        ? null
        : (record.fields.fields[record.governingDate]?.name ?? null),
    fields: fieldsOf(record, lowering.used),
    rules: rulesOf(item, where, lowering.law),
  };
}

/** Whether an item is violated can be true, false or unknown, and a rule of the library only true or false: so there are two. */
function rulesOf(item: Prohibition, where: Where, law: Day): RuleProperties[] {
  const { id, revision, title, severity, nature } = item;
  const basis = item.basis
    .filter(({ interval }) => contains(interval, law))
    .map(({ instrument, article, confidence }) => ({
      instrument,
      ...(article === undefined ? {} : { article }),
      confidence,
    }));
  const params = { item: id, revision, title, severity, nature, basis };
  return [
    {
      name: `${id}#certain`,
      conditions: ruleConditions(where, 'certain'),
      event: { type: 'violated', params },
    },
    {
      name: `${id}#possible`,
      conditions: ruleConditions(where, 'possible'),
      event: { type: 'possible', params: { item: id, revision } },
    },
  ];
}

function fieldsOf({ fields }: RecordType, used: ReadonlySet<string>): Record<string, FieldType> {
  const own = fields.fields
    .filter(({ name }) => used.has(name))
    .map(({ name, type }) => [name, fieldType(type)] as const);
  const envelope = ['id', 'organisation'].filter(
    (name) => used.has(name) && fields.slotOf(name) === undefined,
  );
  return Object.fromEntries([...envelope.map((name) => [name, 'id'] as const), ...own]);
}

/** Stretches in which an item reads the same law are one: most changes of law concern others. */
function merge(made: readonly Made[]): RuleSet[] {
  const merged: Made[] = [];
  for (const { interval, set } of made) {
    const last = merged.at(-1);
    if (
      last?.interval.until !== undefined &&
      last.interval.until === interval.from &&
      isSameLaw(last.set, set)
    ) {
      merged[merged.length - 1] = {
        interval: { from: last.interval.from, until: interval.until },
        set: { ...last.set, effective: { ...last.set.effective, until: set.effective.until } },
      };
    } else merged.push({ interval, set });
  }
  return merged.map(({ set }) => set);
}

function isSameLaw(a: RuleSet, b: RuleSet): boolean {
  return JSON.stringify({ ...a, effective: 0 }) === JSON.stringify({ ...b, effective: 0 });
}

function endOf(day: Day | undefined): string | null {
  return day === undefined ? null : printDate(day);
}

function distinct(refused: readonly CannotExport[]): CannotExport[] {
  return refused.filter(
    ({ reason }, index) => refused.findIndex((other) => other.reason.en === reason.en) === index,
  );
}
