import type { Definition, PathStep, Type } from '@qingdan/core';
import { comparableKey, DATE, refTo } from '../build/types.js';
import { KINDS } from './schema.js';

/** A way from a root to a value. */
export interface Reached {
  readonly steps: readonly PathStep[];
  readonly type: Type;
  readonly text: string;
}

/** Every way from a value of a type to other values, through at most `hops` references, by what they compare with. */
export function reach(
  type: Type,
  definitions: readonly Definition[],
  hops: number,
): ReadonlyMap<string, readonly Reached[]> {
  const byKey = new Map<string, Reached[]>();
  const add = (reached: Reached): void => {
    const key = comparableKey(reached.type);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [reached]);
    else list.push(reached);
  };
  const visit = (from: Reached, left: number): void => {
    const step = (next: PathStep, to: Type, name: string, hopsLeft = left): void =>
      visit(
        {
          steps: [...from.steps, next],
          type: to,
          text: from.text === '' ? name : `${from.text}.${name}`,
        },
        hopsLeft,
      );
    const { type: here } = from;
    switch (here.kind) {
      case 'struct':
        for (const [slot, field] of here.struct.fields.entries())
          step({ kind: 'field', name: field.name, slot }, field.type, field.name);
        return;
      case 'record': {
        const kind = KINDS.get(here.to);
        if (kind === undefined) return;
        step({ kind: 'id' }, refTo(here.to), 'id', 0);
        if (!kind.shared)
          step({ kind: 'organisation' }, refTo('organisation'), 'organisation-id', 0);
        for (const [slot, field] of kind.fields.fields.entries())
          step({ kind: 'field', name: field.name, slot }, field.type, field.name);
        for (const { id, record, type: derived, fact } of definitions)
          if (record === here.to) step({ kind: 'definition', id }, derived, fact);
        return;
      }
      case 'period':
        add(from);
        step({ kind: 'periodEnd', end: 'from' }, DATE, 'from');
        step({ kind: 'periodEnd', end: 'until' }, DATE, 'until');
        return;
      case 'person':
      case 'organisation':
      case 'ref':
        add(from);
        if (left > 0 && KINDS.has(here.to))
          step({ kind: 'follow', to: here.to }, { kind: 'record', to: here.to }, '→', left - 1);
        return;
      default:
        add(from);
    }
  };
  visit({ steps: [], type, text: '' }, hops);
  return byKey;
}
