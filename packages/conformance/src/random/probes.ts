import {
  compare,
  type Condition,
  Fraction,
  isStruct,
  NONE,
  type Operator,
  type Policy,
  Range,
  type Value,
} from '@qingdan/core';
import type { Raw } from './records.js';
import type { AtHand } from './runs.js';
import { conditionsOf, walkCondition } from './walk.js';

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** A comparison of a field of the record at hand with a literal: what it met can be told without an evaluator. */
export interface Probe {
  readonly record: string;
  readonly operator: Operator;
  readonly slots: readonly number[];
  readonly names: readonly string[];
  readonly right: Value;
}

export function probesOf(policy: Policy): Probe[] {
  const probes: Probe[] = [];
  for (const item of policy.items.flat()) {
    const record = item.kind === 'Prohibition' ? item.appliesTo.record : 'payment';
    for (const condition of conditionsOf(item)) {
      walkCondition(
        condition,
        {
          condition: (part, depth) => {
            const probe = part.kind === 'compare' && depth === 0 ? probe1(part, record) : undefined;
            if (probe !== undefined) probes.push(probe);
          },
        },
        0,
      );
    }
  }
  return probes;
}

function probe1({ operator, left, right }: Comparison, record: string): Probe | undefined {
  if (left.kind !== 'fact' || left.path.root.kind !== 'record') return undefined;
  if (right !== undefined && right.kind !== 'literal') return undefined;
  const fields = left.path.steps.flatMap((step) => (step.kind === 'field' ? [step] : []));
  if (fields.length !== left.path.steps.length) return undefined;
  return {
    record,
    operator,
    slots: fields.map(({ slot }) => slot),
    names: fields.map(({ name }) => name),
    right: right?.value,
  };
}

/** The class of what a probe met in a record: `absent`, `null`, `wrong type`, `none`, `month, decides`, `above` … */
export function classOf(probe: Probe, { raw, record }: AtHand): string {
  const value = probe.slots.reduce<Value>(
    (from, slot) => (from !== undefined && isStruct(from) ? from.values[slot] : undefined),
    record.fields,
  );
  if (value === NONE) return 'none';
  if (value === undefined) return whyUnknown(raw, probe.names);
  if (Array.isArray(value) && value.length === 0) return 'empty list';
  const truth = compare(probe.operator, value, probe.right);
  if (value instanceof Range) return truth === undefined ? 'month, open' : 'month, decided';
  if (value instanceof Fraction) return 'fraction';
  if (ORDER.has(probe.operator)) {
    if (compare('equal', value, probe.right) === true) return 'at the limit';
    const below = compare('lessThan', value, probe.right);
    return below === undefined ? 'not comparable' : below ? 'below' : 'above';
  }
  return truth === undefined ? 'not comparable' : truth ? 'holds' : 'fails';
}

const ORDER: ReadonlySet<Operator> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]);

function whyUnknown(raw: Raw, names: readonly string[]): string {
  let from: unknown = raw;
  for (const name of names) {
    if (typeof from !== 'object' || from === null || Array.isArray(from)) break;
    from = (from as Raw)[name];
  }
  return from === undefined ? 'absent' : from === null ? 'null' : 'wrong type';
}
