import type { Condition, PathStep, RecordSource, Type, Window } from '@qingdan/core';
import { HERE } from '../build/marks.js';
import { factExpression, literalExpression, unit } from './expressions.js';
import { type Maker, recordType, type Scope } from './maker.js';
import { elementOf, kind } from './schema.js';

const RECORDS = ['payment', 'contract', 'meeting', 'officer', 'kinship', 'person'] as const;
const ALIASES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Lists within records, from the record: `lines`, and `parts` of what a list's elements are. */
const LISTS: readonly { readonly record: string; readonly name: string }[] = [
  { record: 'payment', name: 'lines' },
  { record: 'payment', name: 'approvals' },
  { record: 'payment', name: 'scores' },
  { record: 'payment', name: 'helpers' },
  { record: 'contract', name: 'stages' },
  { record: 'meeting', name: 'attendees' },
];

/** A source of elements, and the scope in which the innermost alias is one of them. */
export function makeSource(
  scope: Scope,
  maker: Maker,
): { readonly source: RecordSource; readonly inner: Scope } {
  const { rng } = maker;
  const started = start(scope, maker);
  const inner: Scope = {
    ...scope,
    depth: scope.depth - 1,
    aliases: [...scope.aliases, ...started.aliases],
  };
  const slot = inner.aliases.length - 1;
  const ofRecords = started.in.kind !== 'list';
  const sameKind = started.in.kind !== 'list' && started.in.record === scope.record;
  const match = rng.chance(0.3) ? matchOf(scope, inner, maker) : [];
  const source: RecordSource = {
    in: started.in,
    alias: { name: nameOf(slot), slot },
    match,
    ...(rng.chance(0.75) ? { where: whereOf(scope, inner, maker) } : {}),
    ...(ofRecords && rng.chance(0.3) ? { within: windowOf(scope, maker) } : {}),
    others: sameKind && rng.chance(0.4),
    across: ofRecords && rng.chance(0.15),
    span: HERE,
  };
  return { source, inner };
}

/** Now and then an equality that an index may serve, alone, demanded among others or only one way of several. */
function whereOf(outer: Scope, inner: Scope, maker: Maker): Condition {
  const { rng } = maker;
  const [pair] = rng.chance(0.3) ? matchOf(outer, inner, maker) : [];
  if (pair === undefined) return maker.condition(inner);
  const equal: Condition = {
    kind: 'compare',
    operator: 'equal',
    left: factExpression(pair.element),
    right: factExpression(pair.own),
    span: HERE,
  };
  const kind = rng.pick(['alone', 'all', 'any'] as const);
  return kind === 'alone' ? equal : { kind, of: [equal, maker.condition(inner)], span: HERE };
}

interface Started {
  readonly in: RecordSource['in'];
  readonly aliases: readonly { readonly name: string; readonly type: Type }[];
}

function start(scope: Scope, { rng }: Maker): Started {
  const slot = scope.aliases.length;
  const roll = rng.below(100);
  if (roll < 30) {
    const list = listOfScope(scope, rng.below(100));
    if (list !== undefined) return list;
  }
  if (roll < 42) {
    const { record, name } = rng.pick(LISTS);
    const { fields } = kind(record);
    const step: PathStep = { kind: 'field', name, slot: fields.slotOf(name) ?? 0 };
    const element = elementOf(fields.field(name)?.type as Type);
    return {
      in: { kind: 'each', record, list: [step], recordAlias: { name: nameOf(slot), slot } },
      aliases: [
        { name: nameOf(slot), type: recordType(record) },
        { name: nameOf(slot + 1), type: element },
      ],
    };
  }
  const record = rng.chance(0.35) ? scope.record : rng.pick(RECORDS);
  return {
    in: { kind: 'records', record },
    aliases: [{ name: nameOf(slot), type: recordType(record) }],
  };
}

/** A list of the record at hand or of an element. */
function listOfScope(scope: Scope, roll: number): Started | undefined {
  const roots = [
    { name: 'record', type: recordType(scope.record), root: { kind: 'record' } as const },
    ...scope.aliases.map(({ name, type }, slot) => ({
      name,
      type,
      root: { kind: 'alias', name, slot } as const,
    })),
  ];
  const lists = roots.flatMap(({ name, type, root }) => {
    const fields =
      type.kind === 'struct'
        ? type.struct
        : type.kind === 'record'
          ? kind(type.to).fields
          : undefined;
    return (fields?.fields ?? []).flatMap((field, slot) =>
      field.type.kind === 'list' ? [{ name, root, field, slot, type: field.type }] : [],
    );
  });
  if (lists.length === 0) return undefined;
  const { name, root, field, slot, type } = lists[roll % lists.length] as (typeof lists)[number];
  const alias = scope.aliases.length;
  return {
    in: {
      kind: 'list',
      list: {
        root,
        steps: [{ kind: 'field', name: field.name, slot }],
        type,
        text: `${name}.${field.name}`,
        span: HERE,
      },
    },
    aliases: [{ name: nameOf(alias), type: type.items }],
  };
}

function nameOf(slot: number): string {
  return ALIASES[slot] ?? `x${String(slot)}`;
}

function matchOf(outer: Scope, inner: Scope, maker: Maker): RecordSource['match'] {
  const key = maker.rng.pick([
    'ref person',
    'enum method',
    'money',
    'date',
    'ref organisation',
    'text',
  ]);
  const element = maker.factOfElement(inner, key);
  const own = maker.fact(outer, key);
  return element === undefined || own === undefined || own.root.kind === 'run'
    ? []
    : [{ element, own }];
}

function windowOf(scope: Scope, maker: Maker): Window {
  const { rng } = maker;
  const plain = { ...scope, depth: 0 };
  const date = () => maker.expression(plain, 'date');
  switch (rng.below(4)) {
    case 0:
    case 1:
      return {
        kind: 'length',
        direction: rng.pick(['before', 'after', 'around'] as const),
        length: rng.chance(0.7)
          ? literalExpression('duration', maker)
          : maker.expression(plain, 'duration'),
        anchor: date(),
      };
    case 2:
      return {
        kind: 'same',
        unit: unit(maker),
        anchor: date(),
        ...(rng.chance(0.3) ? { until: date() } : {}),
      };
    default:
      return { kind: 'overlaps', period: maker.expression(plain, 'period') };
  }
}
