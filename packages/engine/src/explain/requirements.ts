import {
  type Change,
  type ClauseTrace,
  type Day,
  type Explanation,
  type MissingFact,
  type RecordNode,
} from '@qingdan/core';
import type { RecordChecker } from '../check/check.js';
import { isJudged, nameOf } from '../lists/judgement.js';
import type { World } from '../world/world.js';
import { withFact } from './patch.js';
import { candidatesIn } from './would-comply.js';

/** What one item still wants of a draft. */
export interface Requirement {
  readonly explanation: Explanation;
  /** Facts that are still unknown. */
  readonly missing: readonly MissingFact[];
  /** Values of unknown facts after each of which the item is satisfied, whatever the others turn out to be. */
  readonly satisfiedBy: readonly Change[];
}

/**
 * Before paying or stamping: the items that a draft violates or leaves open, with the facts still missing and the values
 * that would satisfy each. Every value was tried. Undefined where the draft is not judged, since no law of the packs
 * covers its day.
 */
export function requirementsOf(
  checker: RecordChecker,
  draft: RecordNode,
  world: World,
  asOf?: Day,
): readonly Requirement[] | undefined {
  const judged = checker.judge(draft, world, asOf);
  if (!isJudged(judged)) return undefined;
  return judged.judgements
    .filter(({ verdict }) => verdict === 'undetermined' || verdict === 'violated')
    .map((judgement) => {
      const explanation = checker.explain(judgement, draft, world, asOf);
      const candidates = tracesOf(explanation).flatMap((trace) => candidatesIn(trace, draft));
      const satisfiedBy = candidates.filter((change) => {
        const changed = withFact(draft, change.fact, change.to);
        const again = checker.evaluator.judgeOne(nameOf(judgement), changed, world, asOf);
        return again?.verdict === 'satisfied' || again?.verdict === 'notApplicable';
      });
      return { explanation, missing: explanation.missing, satisfiedBy };
    });
}

function tracesOf({ applies, claim }: Explanation): readonly ClauseTrace[] {
  return [applies, claim].filter((trace) => trace !== undefined);
}
