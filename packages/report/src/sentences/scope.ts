import type { ClauseTrace } from '@qingdan/core';
import { isPowerClause } from './say-clause.js';
import { aliasesOf } from './say-source.js';
import { respeak, type Speech, withAlias } from './speech.js';

/** How the parts of a clause are said: inside a source its elements have names, inside a named condition none do. */
export function speechWithin({ clause }: ClauseTrace, speech: Speech): Speech {
  if (isPowerClause(clause)) return speech;
  switch (clause.kind) {
    case 'quantified':
    case 'outlier':
      return withAlias(speech, ...aliasesOf(clause.source, speech, false));
    case 'named':
      return respeak(speech, []);
    default:
      return speech;
  }
}
