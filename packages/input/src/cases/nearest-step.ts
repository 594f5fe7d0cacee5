import { nearestName } from '@qingdan/core';
import { plainHeader } from '../tables/cells/plain.js';

/** Longer names are no names of steps. */
const LONGEST = 64;

/** The step that a name comes nearest to: misspelt, or else with most of its pairs of letters (`盖章` of `核对文件并盖章`). */
export function nearestStep(name: string, known: readonly string[]): string | undefined {
  const misspelt = nearestName(name, known);
  if (misspelt !== undefined || name.length > LONGEST) return misspelt;
  const wanted = pairsOf(name);
  let best: string | undefined;
  let most = 0;
  for (const candidate of known) {
    const pairs = pairsOf(candidate);
    let shared = 0;
    for (const pair of wanted) if (pairs.has(pair)) shared += 1;
    // Half of the name's letters belong to it, and of steps alike the one that says least besides is meant.
    if (shared === 0 || shared * 2 < wanted.size) continue;
    const alike = shared / (wanted.size + pairs.size);
    if (alike > most) {
      most = alike;
      best = candidate;
    }
  }
  return best;
}

function pairsOf(name: string): ReadonlySet<string> {
  const letters = Array.from(plainHeader(name).toLowerCase());
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`));
}
