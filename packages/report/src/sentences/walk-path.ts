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
  const last = WALKS.get(steps);
  if (last?.policy === policy && isSameType(last.start, start)) return last.walked;
  const walked = steps.reduce<Walked>((before, step) => take(before, step, policy), {
    labels: [],
    privacy: 'public',
    type: start,
  });
  WALKS.set(steps, { policy, start, walked });
  return walked;
}

/** How steps were followed last: the same few rules are explained over and over. */
const WALKS = new WeakMap<
  readonly PathStep[],
  { readonly policy: Policy; readonly start: Type; readonly walked: Walked }
>();

function isSameType(a: Type, b: Type): boolean {
  return a === b || (a.kind === 'record' && b.kind === 'record' && a.to === b.to);
}

function take(walked: Walked, step: PathStep, policy: Policy): Walked {
  const { labels, privacy, type } = walked;
  switch (step.kind) {
    case 'field': {
      const { name } = step;
      const struct = structOf(type, policy);
      const field = struct?.field(name);
      if (field === undefined) return { labels: [...labels, bare(name)], privacy, type: UNKNOWN };
      const kept =
        type.kind === 'struct' && labels.length > 0 && standsAlone(name, type.struct, policy)
          ? labels.slice(0, -1)
          : labels;
      return {
        labels: [...kept, field.label],
        privacy: stricter(privacy, field.privacy),
        type: field.type,
        ...(field.unit === undefined ? {} : { unit: field.unit }),
      };
    }
    case 'follow': {
      const { to } = step;
      return { labels, privacy, type: { kind: 'record', to } };
    }
    case 'id':
      return isReference(type)
        ? { labels, privacy, type }
        : { labels: [...labels, message('path.id')], privacy, type: idOf(type) };
    case 'organisation':
      return {
        labels: [...labels, message('path.organisation')],
        privacy,
        type: { kind: 'organisation', to: 'organisation' },
      };
    case 'periodEnd': {
      const { end } = step;
      return {
        labels: [...labels, message(`path.${end}`)],
        privacy,
        type: { kind: 'date' },
      };
    }
    case 'definition': {
      const { id } = step;
      const definition = policy.definitions.get(id)?.at(-1);
      return {
        labels: [...labels, definition?.label ?? bare(id)],
        privacy: stricter(privacy, definedPrivacy(id, policy)),
        type: definition?.type ?? UNKNOWN,
      };
    }
  }
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
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'table':
      return 'public';
    case 'fact': {
      const { path } = expression;
      return walkPath(start, path.steps, policy).privacy;
    }
    case 'aggregate': {
      const { name, source, of: path } = expression;
      return path === undefined || name === 'countDistinct'
        ? 'public'
        : walkPath(elementOf(source, start, policy), path.steps, policy).privacy;
    }
    case 'lookup': {
      const { source, of: path } = expression;
      return walkPath(elementOf(source, start, policy), path.steps, policy).privacy;
    }
    case 'arithmetic': {
      const { left, right } = expression;
      return stricter(of(left), of(right));
    }
    case 'elapsed': {
      const { from, to } = expression;
      return stricter(of(from), of(to));
    }
    case 'shift': {
      const { date, by } = expression;
      return stricter(of(date), of(by));
    }
    case 'part': {
      const { of: date } = expression;
      return of(date);
    }
    case 'without': {
      const { list, removed } = expression;
      return stricter(of(list), of(removed));
    }
  }
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
function standsAlone(name: string, group: StructType, policy: Policy): boolean {
  const label = group.field(name)?.label.zh;
  const holder = [...policy.records.values()].find(({ fields }) => holds(fields, group));
  if (holder === undefined) return false;
  return labelsIn(holder.fields).filter((other) => other === label).length === 1;
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
