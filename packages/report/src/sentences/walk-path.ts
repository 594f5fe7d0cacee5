import {
  type Expression,
  type Field,
  isReference,
  type PathStep,
  type Policy,
  type Privacy,
  type RecordSource,
  type StructType,
  type Text,
  type Type,
} from '@qingdan/core';
import { match } from 'ts-pattern';
import { en } from '../locale/en.js';
import type { MessageKey } from '../locale/messages.js';
import { zh } from '../locale/zh.js';
import { stricter } from '../values/voice.js';

/** Where a path leads, by the labels on the way. */
export interface Walked {
  readonly labels: readonly Text[];
  /** The strictest class on the way. */
  readonly privacy: Privacy;
  /** Of the end; the id of a person stays a person. */
  readonly type: Type;
  readonly unit?: Text;
}

/** Follows the steps of a path from a value of a type. */
export function walkPath(start: Type, steps: readonly PathStep[], policy: Policy): Walked {
  return steps.reduce<Walked>((walked, step) => take(walked, step, steps, policy), {
    labels: [],
    privacy: 'public',
    type: start,
  });
}

function take(walked: Walked, step: PathStep, steps: readonly PathStep[], policy: Policy): Walked {
  const { labels, privacy, type } = walked;
  return match<PathStep, Walked>(step)
    .with({ kind: 'field' }, ({ name }) => {
      const struct = structOf(type, policy);
      const field = struct?.field(name);
      if (field === undefined) return { labels: [...labels, bare(name)], privacy, type: UNKNOWN };
      const kept =
        type.kind === 'struct' && labels.length > 0 && standsAlone(name, steps, policy, walked)
          ? labels.slice(0, -1)
          : labels;
      return {
        labels: [...kept, field.label],
        privacy: stricter(privacy, field.privacy),
        type: field.type,
        ...(field.unit === undefined ? {} : { unit: field.unit }),
      };
    })
    .with({ kind: 'follow' }, ({ to }) => ({ labels, privacy, type: { kind: 'record', to } }))
    .with({ kind: 'id' }, () =>
      isReference(type)
        ? { labels, privacy, type }
        : { labels: [...labels, message('path.id')], privacy, type: idOf(type) },
    )
    .with({ kind: 'organisation' }, () => ({
      labels: [...labels, message('path.organisation')],
      privacy,
      type: { kind: 'organisation', to: 'organisation' },
    }))
    .with({ kind: 'periodEnd' }, ({ end }) => ({
      labels: [...labels, message(`path.${end}`)],
      privacy,
      type: { kind: 'date' },
    }))
    .with({ kind: 'definition' }, ({ id }) => {
      const definition = policy.definitions.get(id)?.at(-1);
      return {
        labels: [...labels, definition?.label ?? bare(id)],
        privacy: stricter(privacy, definedPrivacy(id, policy)),
        type: definition?.type ?? UNKNOWN,
      };
    })
    .exhaustive();
}

/** What a definition takes from personal or secret fields is no less so. */
function definedPrivacy(id: string, policy: Policy): Privacy {
  const revisions = policy.definitions.get(id) ?? [];
  return revisions
    .map(({ is, record }) =>
      is.kind === 'value'
        ? privacyOf(is.value, { kind: 'record', to: record }, policy)
        : ('public' as const),
    )
    .reduce<Privacy>(stricter, 'public');
}

function privacyOf(expression: Expression, start: Type, policy: Policy): Privacy {
  const of = (part: Expression): Privacy => privacyOf(part, start, policy);
  return match<Expression, Privacy>(expression)
    .with({ kind: 'literal' }, { kind: 'parameter' }, { kind: 'table' }, () => 'public')
    .with({ kind: 'fact' }, ({ path }) => walkPath(start, path.steps, policy).privacy)
    .with({ kind: 'aggregate' }, ({ name, source, of: path }) =>
      path === undefined || name === 'countDistinct'
        ? 'public'
        : walkPath(elementOf(source, start, policy), path.steps, policy).privacy,
    )
    .with(
      { kind: 'lookup' },
      ({ source, of: path }) =>
        walkPath(elementOf(source, start, policy), path.steps, policy).privacy,
    )
    .with({ kind: 'arithmetic' }, ({ left, right }) => stricter(of(left), of(right)))
    .with({ kind: 'elapsed' }, ({ from, to }) => stricter(of(from), of(to)))
    .with({ kind: 'shift' }, ({ date, by }) => stricter(of(date), of(by)))
    .with({ kind: 'part' }, ({ of: date }) => of(date))
    .with({ kind: 'without' }, ({ list, removed }) => stricter(of(list), of(removed)))
    .exhaustive();
}

function elementOf({ in: elements }: RecordSource, start: Type, policy: Policy): Type {
  if (elements.kind === 'records') return { kind: 'record', to: elements.record };
  const { type } =
    elements.kind === 'list'
      ? walkPath(start, elements.list.steps, policy)
      : walkPath({ kind: 'record', to: elements.record }, elements.list, policy);
  return type.kind === 'list' || type.kind === 'set' ? type.items : type;
}

const UNKNOWN: Type = { kind: 'text' };

function idOf(type: Type): Type {
  return type.kind === 'record' && type.to === 'person'
    ? { kind: 'person', to: 'person' }
    : { kind: 'text' };
}

export function structOf(type: Type, policy: Policy): StructType | undefined {
  if (type.kind === 'record') return policy.records.get(type.to)?.fields;
  return type.kind === 'struct' ? type.struct : undefined;
}

/**
 * Whether a member of a group reads well without the group's name: its label is found only once among the fields and
 * the groups of what holds the group.
 */
function standsAlone(
  name: string,
  steps: readonly PathStep[],
  policy: Policy,
  { type }: Walked,
): boolean {
  if (type.kind !== 'struct') return false;
  const label = type.struct.field(name)?.label.zh;
  const holders = [...policy.records.values()].filter((record) =>
    holds(record.fields, type.struct),
  );
  const root = holders[0]?.fields;
  if (root === undefined || steps.length === 0) return false;
  return labelsIn(root).filter((other) => other === label).length === 1;
}

function holds(fields: StructType, struct: StructType): boolean {
  return fields.fields.some(({ type }) => type.kind === 'struct' && type.struct === struct);
}

function labelsIn(fields: StructType): string[] {
  return fields.fields.flatMap(({ label, type }: Field) => [
    label.zh,
    ...(type.kind === 'struct' ? labelsIn(type.struct) : []),
  ]);
}

function bare(name: string): Text {
  return { zh: name, en: name };
}

function message(key: MessageKey): Text {
  return { zh: zh[key], en: en[key] };
}
