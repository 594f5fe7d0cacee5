import {
  type Expression,
  type Field,
  isQuantity,
  type MissingFact,
  NONE,
  Period,
  Range,
  type RecordSource,
  type StructType,
  type Value,
  valueInForce,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import { ASKED } from './asked.js';
import { type AliasNames, fieldAt, kindLabel, withAlias } from './labels.js';
import { kept } from '../kept.js';
import { missingOnPath, runFact } from './missing-path.js';
import type { Tracer } from './tracer.js';

/** Why an expression's value isn't known exactly: the facts at the end of every way that is unknown. */
export function missingInExpression(
  expression: Expression,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const value = tracer.read(expression, frame);
  if (isKnown(value)) return [];
  const within = (...parts: readonly Expression[]): readonly MissingFact[] =>
    parts.flatMap((part) => tracer.missingIn(part, frame, aliases));
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'fact':
      return missingOnPath(expression.path, frame, aliases, tracer);
    case 'parameter': {
      const parameter = tracer.policy.parameters.get(expression.id);
      const inForce = valueInForce(parameter, frame.law);
      if (inForce !== undefined && !inForce.unset) return [];
      const label = parameter?.label ?? { zh: expression.id, en: expression.id };
      return [runFact(expression.id, label, `parameter ${expression.id}`)];
    }
    case 'table':
      return within(...expression.inputs.values());
    case 'aggregate':
    case 'lookup':
      return [
        ...tracer.missingInSource(expression.source, frame, aliases),
        ...(expression.of === undefined
          ? []
          : missingValues(expression.source, expression.of, frame, aliases, tracer)),
      ];
    case 'arithmetic':
      return within(expression.left, expression.right);
    case 'elapsed':
      return orCalendar(within(expression.from, expression.to));
    case 'shift':
      return orCalendar(within(expression.date, expression.by));
    case 'part':
      return within(expression.of);
    case 'without':
      return within(expression.list, expression.removed);
  }
}

/** Dates and lengths are known: then it is the calendar that ends too early. */
export function orCalendar(missing: readonly MissingFact[]): readonly MissingFact[] {
  if (missing.length > 0) return missing;
  return [runFact('calendar', { zh: '工作日历', en: 'working-day calendar' }, 'calendar')];
}

function isKnown(value: Value): boolean {
  if (value === undefined) return false;
  if (Array.isArray(value))
    return (value as readonly Value[]).every((member) => member !== undefined);
  if (value instanceof Period) return isKnown(value.from) && isKnown(value.until);
  return !(isQuantity(value) && value instanceof Range);
}

/** Members of a source whose value isn't known. */
export function missingValues(
  source: RecordSource,
  of: Extract<Expression, { kind: 'lookup' }>['of'],
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const inner = namesWithin(source, aliases, tracer);
  const read = tracer.scope.readPath(of);
  const missing: MissingFact[] = [];
  let asked = 0;
  tracer.scope.scan(source)(frame, () => {
    const value = read(frame);
    if (value === NONE || isKnown(value)) return 'any';
    missing.push(...missingOnPath(of, frame, inner, tracer));
    asked += 1;
    return asked === ASKED ? 'none' : 'any';
  });
  return missing;
}

/** How the elements of a source are called: always the same names for the same source within the same names. */
export function namesWithin(source: RecordSource, aliases: AliasNames, tracer: Tracer): AliasNames {
  const bySource = kept(tracer.names, aliases, () => new WeakMap<RecordSource, AliasNames>());
  return kept(bySource, source, () => namesOf(source, aliases, tracer));
}

function namesOf(source: RecordSource, aliases: AliasNames, tracer: Tracer): AliasNames {
  const { slot } = source.alias;
  const { records } = tracer.policy;
  switch (source.in.kind) {
    case 'records': {
      const { record } = source.in;
      return withAlias(
        aliases,
        slot,
        record,
        kindLabel(tracer.policy, record),
        records.get(record)?.fields,
      );
    }
    case 'list': {
      const { root, steps, text } = source.in.list;
      const isOwn = root.kind !== 'alias';
      const outer = isOwn ? undefined : (aliases.names[root.slot] ?? root.name);
      const name = isOwn
        ? text.replace(/^record\./, '')
        : `${outer ?? ''}.${text.split('.').slice(1).join('.')}`;
      const list = fieldAt(steps, isOwn ? aliases.own : aliases.fields[root.slot]);
      return withAlias(
        aliases,
        slot,
        name,
        list?.label ?? { zh: name, en: name },
        itemFields(list),
      );
    }
    case 'each': {
      const { record, recordAlias, list } = source.in;
      const fields = records.get(record)?.fields;
      const outer = withAlias(
        aliases,
        recordAlias.slot,
        record,
        kindLabel(tracer.policy, record),
        fields,
      );
      const field = fieldAt(list, fields);
      const name = `${record}.${list.flatMap((step) => (step.kind === 'field' ? [step.name] : [])).join('.')}`;
      return withAlias(
        outer,
        slot,
        name,
        field?.label ?? { zh: name, en: name },
        itemFields(field),
      );
    }
  }
}

function itemFields(list: Field | undefined): StructType | undefined {
  const type = list?.type;
  return type?.kind === 'list' && type.items.kind === 'struct' ? type.items.struct : undefined;
}
