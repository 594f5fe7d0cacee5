import {
  inForce,
  type Day,
  type Item,
  type Policy,
  type Power,
  type Revisions,
} from '@qingdan/core';
import { kept } from '../kept.js';
import type { Question } from './judgement.js';

/** What the power list asks of every record of a kind: is there a power at all. */
export function noPowerItem(policy: Policy, kind: string): string {
  const pack = policy.packs.at(-1)?.name ?? 'pack';
  const powers = policy.items
    .flat()
    .filter((item): item is Power => item.kind === 'Power' && item.governs.record === kind);
  return `${powers[0]?.pack ?? pack}.no-power.${kind}`;
}

/** The kind of record that an item judges. */
function recordOf(item: Item, powers: ReadonlyMap<string, Revisions<Power>>): string | undefined {
  switch (item.kind) {
    case 'Prohibition':
      return item.appliesTo.record;
    case 'Power':
      return item.governs.record;
    case 'Responsibility':
      return powers.get(item.power)?.[0]?.governs.record;
  }
}

/** Powers by id, all revisions. */
export function powersOf(policy: Policy): ReadonlyMap<string, Revisions<Power>> {
  return kept(POWERS, policy, () => {
    const powers = new Map<string, Revisions<Power>>();
    for (const revisions of policy.items) {
      const [first] = revisions;
      if (first?.kind === 'Power') powers.set(first.id, revisions as Revisions<Power>);
    }
    return powers;
  });
}

const POWERS = new WeakMap<Policy, ReadonlyMap<string, Revisions<Power>>>();

/** A dated item's question, and its revisions. */
export interface Asked {
  readonly question: Question;
  readonly revisions: Revisions<Item>;
}

/**
 * Every question asked of a kind of record, in the order of reports. A power asks HOLDER only where the kind says which
 * body acted, and AUTHORITY only where it has a table of authority in some revision.
 */
export function questionsFor(policy: Policy, kind: string): readonly Asked[] {
  const powers = powersOf(policy);
  const asked: Asked[] = [];
  for (const revisions of policy.items) {
    const [first] = revisions;
    if (first === undefined || recordOf(first, powers) !== kind) continue;
    switch (first.kind) {
      case 'Prohibition':
        asked.push({ question: { list: 'negative', item: first.id }, revisions });
        break;
      case 'Responsibility':
        asked.push({ question: { list: 'responsibility', item: first.id }, revisions });
        break;
      case 'Power':
        if (policy.records.get(kind)?.holder !== undefined) {
          asked.push({ question: { list: 'power', item: first.id, code: 'HOLDER' }, revisions });
        }
        if ((revisions as Revisions<Power>).some((power) => power.authority.length > 0)) {
          asked.push({ question: { list: 'power', item: first.id, code: 'AUTHORITY' }, revisions });
        }
    }
  }
  return asked.sort(
    (a, b) => orderOf(a.question) - orderOf(b.question) || compareIds(a.question, b.question),
  );
}

/** The powers over a kind of record in force on a day. */
export function powersInForce(policy: Policy, kind: string, day: Day): readonly Power[] {
  return [...powersOf(policy).values()]
    .map((revisions) => inForce(revisions, day))
    .filter((power): power is Power => power?.governs.record === kind);
}

function orderOf(question: Question): number {
  return { power: 0, responsibility: 1, negative: 2 }[question.list];
}

function compareIds(a: Question, b: Question): number {
  const x = `${a.item}#${a.code ?? ''}`;
  const y = `${b.item}#${b.code ?? ''}`;
  return x < y ? -1 : x > y ? 1 : 0;
}
