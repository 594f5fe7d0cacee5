import type { RecordSource } from '@qingdan/core';
import type { Operand, Source, Where } from '../portable/forms.js';
import type { Lowering } from './lowering.js';
import { lowerPath, sameWhere } from './path.js';

/** How a form reads `where`: as what its elements must meet to count, or as what is claimed of each that counts. */
type Reading = (matches: Where, claim: Where | undefined) => Where;

/** Those that match and of which `where` holds count. */
const COUNTS: Reading = (matches, claim) =>
  claim === undefined ? matches : { all: [matches, claim] };
/** Of each that matches it is claimed. */
export const CLAIMED: Reading = (matches, claim) => ({
  any: [{ not: matches }, claim ?? { all: [] }],
});

/** A list of the record, or of an element, with what its elements must meet. */
export function lowerSource(
  source: RecordSource,
  lowering: Lowering,
  more: () => Readonly<Record<string, Operand>> = () => ({}),
  reading: Reading = COUNTS,
): Source {
  const { in: from, alias, match, where, span } = source;
  if (from.kind !== 'list') {
    lowering.refuse('records', span);
    return { in: { fact: '' }, as: alias.name };
  }
  const list = lowerPath(from.list, lowering);
  return lowering.withAlias(alias.name, alias.slot, (as) => {
    const claim = where === undefined ? undefined : lowering.where(where);
    const matches = match.map(({ element, own }) => sameWhere(element, own, lowering));
    const read = matches.length === 0 ? claim : reading({ all: matches }, claim);
    return { in: list, as, ...(read === undefined ? {} : { where: read }), ...more() };
  });
}
