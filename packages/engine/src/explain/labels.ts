import {
  chineseOf,
  type Field,
  type Path,
  type PathStep,
  type Policy,
  type RecordType,
  type StructType,
  type Text,
} from '@qingdan/core';

/** What the names in scope stand for: the record at hand, and for each slot the elements of a source. */
export interface AliasNames {
  readonly own: StructType;
  /** How elements are called in fact names: the kind of record, or the way to the list. */
  readonly names: readonly string[];
  readonly labels: readonly Text[];
  /** The fields of the elements; undefined where they are plain values. */
  readonly fields: readonly (StructType | undefined)[];
}

/** Always the same for a kind of record, so that what is found out for it can be kept. */
export function noAliases(record: RecordType): AliasNames {
  let aliases = NO_ALIASES.get(record);
  if (aliases === undefined)
    NO_ALIASES.set(record, (aliases = { own: record.fields, names: [], labels: [], fields: [] }));
  return aliases;
}

const NO_ALIASES = new WeakMap<RecordType, AliasNames>();

export function withAlias(
  aliases: AliasNames,
  slot: number,
  name: string,
  label: Text,
  fields: StructType | undefined,
): AliasNames {
  const put = <T>(list: readonly T[], value: T): readonly T[] => {
    const copy = list.slice(0, slot);
    copy[slot] = value;
    return copy;
  };
  return {
    own: aliases.own,
    names: put(aliases.names, name),
    labels: put(aliases.labels, label),
    fields: put(aliases.fields, fields),
  };
}

/** The field at the end of a way through structs. */
export function fieldAt(
  steps: readonly PathStep[],
  from: StructType | undefined,
): Field | undefined {
  let fields = from;
  let field: Field | undefined;
  for (const step of steps) {
    if (step.kind !== 'field') return undefined;
    field = fields?.field(step.name);
    fields = field?.type.kind === 'struct' ? field.type.struct : undefined;
  }
  return field;
}

/**
 * A fact's name in reports: the way from the record, or from the kind of record an element is; up to and with the step
 * at `last`.
 */
export function factName(path: Path, aliases: AliasNames, last = path.steps.length - 1): string {
  const { root } = path;
  const named = path.steps.slice(0, last + 1).flatMap((step): readonly string[] => {
    if (step.kind === 'field') return [step.name];
    if (step.kind === 'periodEnd') return [step.end];
    if (step.kind === 'definition') return [writtenAs(path, step)];
    return step.kind === 'organisation' ? ['organisation'] : [];
  });
  return root.kind === 'alias'
    ? [aliases.names[root.slot] ?? root.name, ...named].join('.')
    : named.join('.');
}

/** How the author called a derived fact: the word at its place among the steps that have words. */
function writtenAs(path: Path, step: PathStep): string {
  const worded = path.steps.filter(({ kind }) => kind !== 'follow');
  const words = path.text.split('.');
  return words[words.length - (worded.length - worded.indexOf(step))] ?? path.text;
}

export function joinLabels(outer: Text | undefined, inner: Text): Text {
  if (outer === undefined) return inner;
  return { zh: chineseOf(outer.zh, inner.zh), en: `${inner.en} of the ${outer.en}` };
}

export function kindLabel(policy: Policy, kind: string): Text {
  return policy.records.get(kind)?.label ?? { zh: kind, en: kind };
}

export function keeperOf(type: RecordType | undefined): { readonly holder?: string } {
  return type?.keptBy === undefined ? {} : { holder: type.keptBy };
}
