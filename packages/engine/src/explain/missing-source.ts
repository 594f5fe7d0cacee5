import {
  isRecordNode,
  isSameRecord,
  isStruct,
  type MissingFact,
  type PathStep,
  type RecordNode,
  type RecordSource,
  type Value,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import { kept } from '../kept.js';
import { ASKED } from './asked.js';
import { type AliasNames, kindLabel } from './labels.js';
import { namesWithin } from './missing-expression.js';
import { missingOnPath, runFact } from './missing-path.js';
import type { Tracer } from './tracer.js';
import type { IndexKey } from '../world/world.js';

/**
 * Why it isn't known which elements a source speaks of: open books, a list that isn't there, doubtful members. Where one
 * is sought, nothing is missing once one certainly counts.
 */
export function missingInSource(
  source: RecordSource,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
  isSought = false,
): readonly MissingFact[] {
  // Of many members it is mostly the very same facts.
  const missing = new Set<MissingFact>();
  const inner = namesWithin(source, aliases, tracer);
  let window: readonly MissingFact[] | undefined;
  let asked = 0;
  let isFound = false;
  const open = tracer.scope.scan(source)(frame, (member) => {
    if (isSought && member === true) {
      isFound = true;
      return 'none';
    }
    // Whether there may be more is told at the end only.
    if (member !== undefined || asked === ASKED) return 'any';
    window ??= missingInWindow(source, frame, aliases, tracer);
    for (const fact of window) missing.add(fact);
    for (const fact of missingOfMember(source, frame, inner, tracer)) missing.add(fact);
    asked += 1;
    return 'any';
  });
  // `scan` writes to it, which the compiler's flow analysis doesn't see.
  if (isFound as boolean) return NOTHING;
  if (open)
    for (const fact of missingWhenOpen(source, frame, aliases, inner, tracer)) missing.add(fact);
  return [...missing];
}

const NOTHING: readonly MissingFact[] = [];

/** Of a member that may count or not; the window it may lie in is the same for all. */
function missingOfMember(
  source: RecordSource,
  frame: Frame,
  inner: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  const missing: MissingFact[] = [];
  for (const { element, own } of source.match) {
    for (const path of [element, own]) {
      if (tracer.scope.readPath(path)(frame) === undefined)
        missing.push(...missingOnPath(path, frame, inner, tracer));
    }
  }
  const { where } = source;
  if (where !== undefined) {
    // A member of a list that needs to match nothing is doubtful for what `where` asks.
    const isDoubtful = source.in.kind === 'list' && source.match.length === 0;
    missing.push(
      ...(isDoubtful
        ? tracer.missingInUnknown(where, frame, inner)
        : tracer.missingInCondition(where, frame, inner)),
    );
  }
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
  return kept(tracer.unknownBooks, inner, () => {
    const needs = type?.register === true ? `register ${record}` : `books ${record}`;
    const label = inner.labels[source.alias.slot] ?? kindLabel(tracer.policy, record);
    return [runFact(record, label, needs, tracer)];
  });
}

/** Of lists inside other records: those that are unknown, and whether there may be more records. */
function unknownLists(
  source: RecordSource,
  { record, recordAlias, list }: Extract<RecordSource['in'], { kind: 'each' }>,
  frame: Frame,
  inner: AliasNames,
  tracer: Tracer,
): { readonly missing: readonly MissingFact[]; readonly open: boolean } {
  const { scope, policy } = tracer;
  const open = scope.isOpen(source)(frame);
  const memberOf = scope.memberOf(source);
  const readList = scope.readSteps(list);
  const root = { kind: 'alias', ...recordAlias } as const;
  const isUnlisted = (holder: RecordNode): boolean => {
    if (memberOf(frame, holder) === false) return false;
    frame.elements[root.slot] = holder;
    return readList(holder, frame, frame.holderOf(root)) === undefined;
  };
  const { record: own } = frame;
  const isOwnKind = own.record.id === record;
  const everywhere = source.across || policy.records.get(record)?.shared === true;
  const home = everywhere ? undefined : own.organisation;
  // Lists that aren't there are rare, and an index knows where: there is no need to go through all of them.
  const unlisted = frame.world.records.having(
    record,
    keyOfUnlisted(list, home !== undefined),
    [true],
    home,
  );
  let isWanting = isOwnKind && !source.others && isUnlisted(own);
  for (const holder of isWanting ? [] : unlisted) {
    if (isOwnKind && isSameRecord(holder, own)) continue;
    isWanting = isUnlisted(holder);
    if (isWanting) break;
  }
  if (!isWanting) return { missing: [], open };
  const fact = inner.names[source.alias.slot] ?? record;
  const label = inner.labels[source.alias.slot] ?? { zh: fact, en: fact };
  return { missing: [{ fact, scope: 'record', label }], open };
}

/** The records that don't say what a list of theirs holds. */
function keyOfUnlisted(list: readonly PathStep[], home: boolean): IndexKey {
  return kept(UNLISTED[home ? 'home' : 'all'], list, () => makeKeyOfUnlisted(list, home));
}

const UNLISTED = {
  home: new WeakMap<readonly PathStep[], IndexKey>(),
  all: new WeakMap<readonly PathStep[], IndexKey>(),
};

function makeKeyOfUnlisted(list: readonly PathStep[], home: boolean): IndexKey {
  const isOwn = list.every(({ kind }) => kind === 'field');
  const text = list.map((step) => (step.kind === 'field' ? step.name : step.kind)).join('.');
  const isUnlisted = (record: RecordNode): boolean | undefined => {
    // What leads over other records can't be told from this one alone.
    if (!isOwn) return undefined;
    let value: Value = record;
    for (const step of list) {
      if (step.kind !== 'field' || typeof value !== 'object') break;
      if (isRecordNode(value)) value = value.fields.values[step.slot];
      else if (isStruct(value)) value = value.values[step.slot];
    }
    return value === undefined;
  };
  return { text: `#unlisted ${text}`, home, rows: (record) => [[isUnlisted(record)]] };
}
