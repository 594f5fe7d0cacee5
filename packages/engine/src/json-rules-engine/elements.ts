import type { RecordSource, Truth } from '@qingdan/core';
import { elementsOf } from '../reference/elements.js';
import type { ReferenceFrame } from '../reference/frame.js';
import type { Context } from './context.js';
import { Facts } from './facts.js';
import { ALWAYS, type Formula, holds } from './formula.js';
import { Rulebook } from './rulebook.js';

interface JudgedElement {
  /** The frame in which the element has its name. */
  readonly frame: ReferenceFrame;
  readonly truth: Truth;
}

export interface JudgedElements {
  readonly elements: readonly JudgedElement[];
  /** There may be more of which nothing is known. */
  readonly open: boolean;
}

/**
 * What is claimed of each element of a source. The elements are supplied from outside, as all facts are; what `where`
 * says of one is rules of their own, run once for each. No element after one that `settles` the matter is looked at.
 */
export function judgeElements(
  source: RecordSource,
  context: Context,
  claim: (member: Formula, where: Formula) => Formula,
  settles?: boolean,
): (frame: ReferenceFrame) => Promise<JudgedElements> {
  const { where, ...selection } = source;
  const facts = new Facts();
  const said = where === undefined ? ALWAYS : context.lower(where, { ...context, facts });
  const claimed = claim(holds(facts.given('member')), said);
  const rulebook = new Rulebook(new Map([['element', claimed]]), facts);
  return async (outer) => {
    const { elements, open } = elementsOf(selection, outer);
    const judged: JudgedElement[] = [];
    for (const { member, frame } of elements) {
      const answers = await rulebook.run({ frame, given: { member } });
      const truth = answers('element');
      judged.push({ frame, truth });
      if (truth !== undefined && truth === settles) break;
    }
    return { elements: judged, open };
  };
}
