import {
  compareText,
  type Diagnostic,
  diagnostic,
  intersect,
  type Power,
  sortDiagnostics,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { Library } from '../library.js';
import { applicablePacks } from '../resolve/applicable-packs.js';
import { resolveItems } from '../resolve/items.js';
import { type Facts, type FiniteFact, finiteFacts, truthOf } from './facts.js';
import { placesOf } from './places.js';
import { printValue } from './print-value.js';

/**
 * Of the powers that one organisation has over a record kind exactly one should govern each record. Warned of are only
 * cases that are certain: a witness gives the enum and boolean facts that make two `when` true, or all of today's false,
 * whatever else the record says.
 */
export function checkPowersGovern(library: Library): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const place of placesOf(library)) {
    const powers = resolveItems(library, applicablePacks(library, place), place.subject)
      .flat()
      .filter((item) => item.kind === 'Power');
    const records = new Set(powers.map(({ governs }) => governs.record));
    for (const record of [...records].sort(compareText)) {
      const governing = powers.filter(({ governs }) => governs.record === record);
      found.push(...checkOverlaps(library, governing), ...checkGap(library, record, governing));
    }
  }
  // Organisations of several kinds and places have the same powers.
  return sortDiagnostics(found);
}

function checkOverlaps(library: Library, powers: readonly Power[]): Diagnostic[] {
  return powers.flatMap((second, index) =>
    powers.slice(0, index).flatMap((first) => {
      if (first.id === second.id || intersect(first.effective, second.effective) === undefined)
        return [];
      const whens = [first.governs.when, second.governs.when];
      const witness = search(finiteFacts(library, whens), (facts) => {
        const truths = whens.map((when) => truthOf(library, when, facts));
        return truths.includes(false) ? 'never' : truths.includes(undefined) ? 'open' : 'found';
      });
      if (witness === undefined) return [];
      const params = { first: first.id, second: second.id, witness };
      return [diagnostic('power-overlap', params, second.span, { related: [first.span] })];
    }),
  );
}

function checkGap(library: Library, record: string, powers: readonly Power[]): Diagnostic[] {
  const today = powers.filter(({ effective }) => effective.until === undefined);
  const [first] = today;
  if (first === undefined) return [];
  const whens = today.map(({ governs }) => governs.when);
  const witness = search(finiteFacts(library, whens), (facts) => {
    const truths: Truth[] = whens.map((when) => truthOf(library, when, facts));
    return truths.includes(true) ? 'never' : truths.includes(undefined) ? 'open' : 'found';
  });
  return witness === undefined ? [] : [diagnostic('power-gap', { record, witness }, first.span)];
}

/** Enough for a dozen facts; beyond it nothing is claimed. */
const MOST_STEPS = 20_000;

/** Gives facts one by one until the judge has found what it looks for, or never can. */
function search(
  facts: readonly FiniteFact[],
  judge: (facts: Facts) => 'found' | 'never' | 'open',
): string | undefined {
  let steps = 0;
  const given = new Map<string, Value>();
  const visit = (depth: number): boolean => {
    steps += 1;
    const verdict = judge(given);
    if (verdict !== 'open') return verdict === 'found';
    const fact = facts[depth];
    if (fact === undefined) return false;
    for (const value of fact.values) {
      if (steps > MOST_STEPS) return false;
      given.set(fact.path, value);
      if (visit(depth + 1)) return true;
    }
    given.delete(fact.path);
    return false;
  };
  if (!visit(0)) return undefined;
  const witness = facts.flatMap(({ path, type }) =>
    given.has(path) ? `${path} = ${printValue(given.get(path), type)}` : [],
  );
  return witness.length === 0 ? '*' : witness.join(', ');
}
