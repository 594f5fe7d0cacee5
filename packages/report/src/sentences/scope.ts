import type { ClauseTrace } from '@qingdan/core';
import { isPowerClause } from './say-clause.js';
import { speechInside } from './say-source.js';
import { type Speech, withoutAliases } from './speech.js';

/** How the parts of a clause are said: inside a source its elements have names, inside a named condition none do. */
export function speechWithin({ clause }: ClauseTrace, speech: Speech): Speech {
  if (isPowerClause(clause)) return speech;
  switch (clause.kind) {
    case 'quantified':
    case 'outlier':
      return speechInside(clause.source, speech, false);
    case 'named':
      return withoutAliases(speech);
    default:
      return speech;
  }
}
