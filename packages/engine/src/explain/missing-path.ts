import {
  isRecordNode,
  type MissingFact,
  NONE,
  type Path,
  type PathStep,
  type Policy,
  type RecordNode,
  type StructType,
  type Text,
  type Type,
  type Value,
} from '@qingdan/core';
import { Frame } from '../compiled/frame.js';
import { governingDate, lawDays } from '../lists/governing.js';
import { kept } from '../kept.js';
import { type AliasNames, factName, joinLabels, keeperOf, kindLabel } from './labels.js';
import type { Tracer } from './tracer.js';

/** Which fact is unknown on a path whose value is unknown, and who would know it. */
export function missingOnPath(
  path: Path,
  frame: Frame,
  aliases: AliasNames,
  tracer: Tracer,
): readonly MissingFact[] {
  if (path.root.kind === 'run' || path.root.kind === 'event') return [];
  if (path.root.kind === 'due')
    return [runFact('duty.due', { zh: '期限', en: 'due date' }, 'calendar')];
  let value: Value = path.root.kind === 'record' ? frame.record : frame.elements[path.root.slot];
  let holder: RecordNode = frame.holderOf(path.root);
  let label: Text | undefined =
    path.root.kind === 'alias' ? aliases.labels[path.root.slot] : undefined;
  let fields: StructType | undefined =
    path.root.kind === 'alias' ? aliases.fields[path.root.slot] : aliases.own;
  for (const [index, step] of path.steps.entries()) {
    const before = value;
    const outer = label;
    value = tracer.scope.readStep(step)(value, frame, holder);
    label = labelAfter(step, label, before, fields, tracer.policy);
    if (value === NONE) return [];
    if (value === undefined) {
      if (step.kind === 'definition' && isHolder(before)) {
        return missingInDefinition(
          step.id,
          before,
          frame,
          factName(path, aliases, index - 1),
          outer,
          tracer,
        );
      }
      if (step.kind === 'follow') {
        const id = typeof before === 'string' ? before : '';
        const kind = kindLabel(tracer.policy, step.to);
        const fact = runFact(`${step.to}:${id}`, kind, booksOf(step.to, tracer.policy), tracer);
        const isAmbiguous = frame.world.records.called(step.to, id).length > 0;
        return [isAmbiguous ? { ...fact, scope: 'record', label: oneOfSeveral(kind, id) } : fact];
      }
      return [ownFact(path, aliases, index, label, holder, tracer)];
    }
    if (isHolder(value)) {
      holder = value;
      fields = value.record.fields;
    } else fields = structOf(step, fields);
  }
  // Known only as a range: of a derived fact, what it is made of is wanting.
  const last = path.steps.at(-1);
  if (last?.kind === 'definition') {
    const owner = path.steps.slice(0, -1);
    const start: Value =
      path.root.kind === 'record' ? frame.record : frame.elements[path.root.slot];
    const record = tracer.scope.readSteps(owner)(start, frame, frame.holderOf(path.root));
    if (isHolder(record)) {
      return missingInDefinition(
        last.id,
        record,
        frame,
        factName(path, aliases, owner.length - 1),
        undefined,
        tracer,
      );
    }
  }
  return [ownFact(path, aliases, path.steps.length - 1, label, holder, tracer)];
}

/** No register is wanting: the reference doesn't say which of them it means. */
function oneOfSeveral({ zh, en }: Text, id: string): Text {
  return {
    zh: `“${id}”所指的${zh}（多个组织有此编号）`,
    en: `which ${en} \`${id}\` means (several organisations have one)`,
  };
}

/** The fact at a step of a path, in records of the holder's kind. */
function ownFact(
  path: Path,
  aliases: AliasNames,
  index: number,
  label: Text | undefined,
  { record }: RecordNode,
  { facts }: Tracer,
): MissingFact {
  const byNames = kept(facts, path, () => new WeakMap<AliasNames, Map<string, MissingFact>>());
  const byStep = kept(byNames, aliases, () => new Map<string, MissingFact>());
  const key = `${String(index)} ${record.id} ${label?.zh ?? ''}`;
  let known = byStep.get(key);
  if (known === undefined) {
    const fact = factName(path, aliases, index);
    known = { fact, scope: 'record', label: label ?? { zh: fact, en: fact }, ...keeperOf(record) };
    byStep.set(key, known);
  }
  return known;
}

/** A derived fact is unknown for want of others: those are named, as seen from here. */
function missingInDefinition(
  id: string,
  record: RecordNode,
  frame: Frame,
  prefix: string,
  label: Text | undefined,
  tracer: Tracer,
): readonly MissingFact[] {
  const { epochs } = tracer.scope;
  const days =
    record === frame.record
      ? [frame.law]
      : lawDays(governingDate(record, frame.world.clock), epochs.changes);
  const wanted: MissingFact[] = [];
  for (const law of days ?? []) {
    const definition = tracer.definitionAt(id, law);
    if (definition === undefined) continue;
    const inner = new Frame(frame.world, record, law, epochs.indexOf(law));
    for (const fact of tracer.missingInDefinition(definition, inner)) {
      const isOwn = fact.scope === 'record' && !fact.fact.includes(':');
      wanted.push(
        isOwn && prefix !== ''
          ? { ...fact, fact: `${prefix}.${fact.fact}`, label: joinLabels(label, fact.label) }
          : fact,
      );
    }
  }
  if (days === undefined) {
    const slot = record.record.governingDate;
    const date = slot === undefined ? undefined : record.record.fields.fields[slot];
    if (date !== undefined) {
      const fact = prefix === '' ? date.name : `${prefix}.${date.name}`;
      wanted.push({ fact, scope: 'record', label: date.label, ...keeperOf(record.record) });
    }
  }
  return wanted;
}

function labelAfter(
  step: PathStep,
  label: Text | undefined,
  value: Value,
  fields: StructType | undefined,
  policy: Policy,
): Text | undefined {
  switch (step.kind) {
    case 'field': {
      const field = fields?.field(step.name);
      const own = field?.label ?? { zh: step.name, en: step.name };
      return joinLabels(label, own);
    }
    case 'organisation':
      return joinLabels(label, kindLabel(policy, 'organisation'));
    case 'periodEnd':
      return joinLabels(
        label,
        step.end === 'from' ? { zh: '起始日', en: 'first day' } : { zh: '截止日', en: 'end' },
      );
    case 'definition':
      return joinLabels(label, definitionLabel(policy, step.id));
    case 'id':
    case 'follow':
      return label ?? (isHolder(value) ? value.record.label : undefined);
  }
}

function definitionLabel(policy: Policy, id: string): Text {
  return policy.definitions.get(id)?.[0]?.label ?? { zh: id, en: id };
}

function structOf(step: PathStep, fields: StructType | undefined): StructType | undefined {
  if (step.kind !== 'field') return undefined;
  const type: Type | undefined = fields?.field(step.name)?.type;
  return type?.kind === 'struct' ? type.struct : undefined;
}

function isHolder(value: Value): value is RecordNode {
  return typeof value === 'object' && isRecordNode(value);
}

/** What is not connected: the register, or the books of what isn't one. */
function booksOf(kind: string, policy: Policy): string {
  return policy.records.get(kind)?.register === false ? `books ${kind}` : `register ${kind}`;
}

export function runFact(fact: string, label: Text, needs: string, tracer?: Tracer): MissingFact {
  const kind = needs.split(' ')[1];
  const type = kind === undefined ? undefined : tracer?.policy.records.get(kind);
  return { fact, scope: 'run', label, needs, ...keeperOf(type) };
}
