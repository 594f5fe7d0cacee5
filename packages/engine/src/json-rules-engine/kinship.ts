import type { Policy, RecordNode, Value } from '@qingdan/core';
import type { ReferenceFrame } from '../reference/frame.js';
import { isWhole } from '../world/whole.js';
import type { Facts } from './facts.js';
import { all, type Formula, holds, test } from './formula.js';

/** A set of relations over the register of kinship, as rules read it. */
export interface Kinship {
  /** Whether an edge leads from a to b, or from b to a, by a relation of the set. */
  readonly forward: Formula;
  readonly backward: Formula;
  readonly edges: (frame: ReferenceFrame) => readonly KinshipEdge[];
  /** There may be edges that nobody recorded. */
  readonly isOpen: (frame: ReferenceFrame) => boolean;
}

/** The members of one record of the register, by the names of its fields, and whether there is such a record for sure. */
type KinshipEdge = Readonly<Record<'a' | 'b' | 'relation' | 'sure', Value>>;

/** Undefined where the policy has no such set. */
export function kinshipBy(set: string, policy: Policy, facts: Facts): Kinship | undefined {
  const { relations } = policy;
  const includes = relations?.sets.get(set)?.includes;
  if (relations === undefined || includes === undefined) return undefined;
  const inverse = [...relations.relations]
    .filter(([, relation]) => relation.inverse !== undefined && includes.includes(relation.inverse))
    .map(([name]) => name);
  const relation = facts.given('relation');
  const sure = holds(facts.given('sure'));
  return {
    forward: all(
      sure,
      test(
        'in',
        relation,
        facts.define(`relations ${set}`, () => includes),
      ),
    ),
    backward: all(
      sure,
      test(
        'in',
        relation,
        facts.define(`relations into ${set}`, () => inverse),
      ),
    ),
    edges: ({ world }) =>
      [...world.records.all(relations.record)].map((record) => ({
        a: fieldOf(record, 'a'),
        b: fieldOf(record, 'b'),
        relation: fieldOf(record, 'relation'),
        sure: world.isUnsure?.(record) === true ? undefined : true,
      })),
    isOpen: ({ world, law }) => !isWhole(relations.record, undefined, law, policy, world.records),
  };
}

function fieldOf(record: RecordNode, name: string): Value {
  const slot = record.record.fields.slotOf(name);
  return slot === undefined ? undefined : record.fields.values[slot];
}
