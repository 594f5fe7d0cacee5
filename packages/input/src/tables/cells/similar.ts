import { shorten } from '../../text/shorten.js';
import { plainHeader } from './plain.js';

/** Headers that share less are not taken for one another. */
const ALIKE = 0.6;

/** How much two words have in common, from 0 to 1: Chinese headers differ by whole words and not by letters mistyped. */
export function similarity(a: string, b: string): number {
  const letters = Array.from(a);
  const rest = Array.from(b);
  const length = letters.length + rest.length;
  let shared = 0;
  for (const letter of letters) {
    const at = rest.indexOf(letter);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return length === 0 ? 0 : (2 * shared) / length;
}

/** The clause that messages carry as `{nearest}`: the header that was probably meant. */
export function nearestHeaderHint(wanted: string, known: readonly string[]): string {
  let best = '';
  let most = 0;
  for (const name of known) {
    const alike = similarity(wanted, plainHeader(name));
    if (alike <= most) continue;
    most = alike;
    best = name;
  }
  return most < ALIKE ? '' : ` → \`${shorten(best)}\`?`;
}
