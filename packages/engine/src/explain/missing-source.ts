import {
  isRecordNode,
  isStruct,
  type MissingFact,
  type PathStep,
  type RecordSource,
  type Value,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import { type AliasNames, kindLabel } from './labels.js';
import { namesWithin } from './missing-expression.js';
import { missingOnPath, runFact } from './missing-path.js';
import type { Tracer } from './tracer.js';
import { type IndexKey, keyOfValue } from '../world/world.js';

/** Why it isn't known which elements a source speaks of: open books, a list that isn't there, doubtful members. */
export function missingInSource(
  source: RecordSource,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  const inner = namesWithin(source, aliases, tracer);
  const open = tracer.scope.scan(source)(frame, (member) => {
    if (member === undefined)
      missing.push(...missingOfMember(source, frame, inner, aliases, tracer));
    return false;
  });
  if (open) missing.push(...missingWhenOpen(source, frame, aliases, inner, tracer));
  return missing;
}

function missingOfMember(
  source: RecordSource,
  frame: Frame,
  inner: AliasNames,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  for (const { element, own } of source.match) {
    for (const path of [element, own]) {
      if (tracer.scope.readPath(path)(frame) === undefined)
        missing.push(...missingOnPath(path, frame, inner, tracer));
    }
  }
  if (source.where !== undefined)
    missing.push(...tracer.missingInCondition(source.where, frame, inner));
  missing.push(...missingInWindow(source, frame, aliases, tracer));
  const dated = datedRecord(source, frame, tracer);
  if (dated !== undefined) missing.push(dated);
  return missing;
}

/** The governing date of an element, where a window needs it and it isn't known. */
function datedRecord(source: RecordSource, frame: Frame, tracer: Tracer): MissingFact | undefined {
  if (source.within === undefined || source.in.kind === 'list') return undefined;
  const slot = source.in.kind === 'each' ? source.in.recordAlias.slot : source.alias.slot;
  const type = tracer.policy.records.get(source.in.record);
  if (type?.governingDate === undefined) return undefined;
  const field = type.fields.fields[type.governingDate];
  const element = frame.elements[slot];
  const isRecord = typeof element === 'object' && 'fields' in element;
  if (
    field === undefined ||
    !isRecord ||
    typeof element.fields.values[type.governingDate] === 'number'
  )
    return undefined;
  return { fact: `${type.id}.${field.name}`, scope: 'record', label: field.label };
}

function missingInWindow(
  source: RecordSource,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const { within } = source;
  if (within === undefined) return [];
  const parts =
    within.kind === 'length'
      ? [within.anchor, within.length]
      : within.kind === 'same'
        ? [within.anchor, ...(within.until === undefined ? [] : [within.until])]
        : [within.period];
  return parts.flatMap((part) => tracer.missingIn(part, frame, aliases));
}

function missingWhenOpen(
  source: RecordSource,
  frame: Frame,
  aliases: AliasNames,
  inner: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  if (source.in.kind === 'list') return missingOnPath(source.in.list, frame, aliases, tracer);
  const { record } = source.in;
  const window = missingInWindow(source, frame, aliases, tracer);
  if (window.length > 0) return window;
  const type = tracer.policy.records.get(record);
  const lists =
    source.in.kind === 'each' ? unknownLists(source, source.in, frame, inner, tracer) : undefined;
  if (lists !== undefined && !lists.open) return lists.missing;
  if (type?.shared !== true && !source.across && frame.record.organisation === undefined) {
    return [
      { fact: 'organisation', scope: 'record', label: kindLabel(tracer.policy, 'organisation') },
    ];
  }
  const needs = type?.register === true ? `register ${record}` : `books ${record}`;
  return [
    runFact(
      record,
      inner.labels[source.alias.slot] ?? kindLabel(tracer.policy, record),
      needs,
      tracer,
    ),
  ];
}

/** Of lists inside other records: those that are unknown, and whether there may be more records. */
function unknownLists(
  source: RecordSource,
  { record, recordAlias, list }: Extract<RecordSource['in'], { kind: 'each' }>,
  frame: Frame,
  inner: AliasNames,
  tracer: Tracer,
): { readonly missing: readonly MissingFact[]; readonly open: boolean } {
  const { within, others, across, span } = source;
  const holders: RecordSource = {
    in: { kind: 'records', record },
    alias: recordAlias,
    match: [],
    ...(within === undefined ? {} : { within }),
    others,
    across,
    span,
  };
  const missing: MissingFact[] = [];
  const readList = tracer.scope.readSteps(list);
  // Lists that aren't there are rare, and an index knows whether there is one.
  const [unlisted] = frame.world.records.having(record, keyOfUnlisted(list), [true]);
  if (unlisted === undefined) return { missing, open: tracer.scope.isOpen(holders)(frame) };
  const open = tracer.scope.scan(holders)(frame, () => {
    const root = { kind: 'alias', ...recordAlias } as const;
    if (readList(frame.elements[root.slot], frame, frame.holderOf(root)) === undefined) {
      const fact = inner.names[source.alias.slot] ?? record;
      missing.push({
        fact,
        scope: 'record',
        label: inner.labels[source.alias.slot] ?? { zh: fact, en: fact },
      });
    }
    return false;
  });
  return { missing, open };
}

/** The records that don't say what a list of theirs holds. */
function keyOfUnlisted(list: readonly PathStep[]): IndexKey {
  const isOwn = list.every(({ kind }) => kind === 'field');
  const text = list.map((step) => (step.kind === 'field' ? step.name : step.kind)).join('.');
  return keyOfValue(`#unlisted ${text}`, (record) => {
    let value: Value = record;
    for (const step of list) {
      if (step.kind !== 'field' || typeof value !== 'object') break;
      if (isRecordNode(value)) value = value.fields.values[step.slot];
      else if (isStruct(value)) value = value.values[step.slot];
    }
    // What leads over other records can't be told from this one alone.
    return isOwn ? value === undefined : undefined;
  });
}
