import {
  and,
  type ClauseTrace,
  type Explanation,
  not,
  or,
  placeOf,
  type Truth,
  type Verdict,
  verdictOf,
} from '@qingdan/core';

/** A clause that has no boolean parts: a comparison, a quantified source, `kin`, `path`, `outlier`, a place, a decision. */
export interface Leaf {
  readonly key: string;
  /** As the rule names it. */
  readonly id?: string;
  readonly result: Truth;
  /** The facts for want of which it is unknown. */
  readonly missing: readonly string[];
}

/** The leaves of an explanation with what they said, in the order of the rule. */
export function leavesOf({ applies, claim }: Explanation): readonly Leaf[] {
  return [applies, claim].flatMap((trace) => (trace === undefined ? [] : leavesIn(trace)));
}

function leavesIn(trace: ClauseTrace): readonly Leaf[] {
  if (!isLeaf(trace)) return trace.children.flatMap(leavesIn);
  const { clause, result } = trace;
  const id = 'id' in clause ? clause.id : undefined;
  const missing = trace.missing.map(({ fact }) => fact);
  return [{ key: keyOf(trace), ...(id === undefined ? {} : { id }), result, missing }];
}

function isLeaf({ clause, children }: ClauseTrace): boolean {
  if (clause.kind === 'quantified') return true;
  return children.length === 0;
}

function keyOf({ clause }: ClauseTrace): string {
  const role = clause.kind === 'place' ? ` ${clause.role}` : '';
  return `${placeOf(clause.span)} ${clause.kind}${role}`;
}

/** The verdict as it would be if one leaf had said something else and the others what they did. */
export function verdictIf(explanation: Explanation, key: string, truth: Truth): Verdict {
  const applies =
    explanation.applies === undefined ? true : truthIf(explanation.applies, key, truth);
  const claim = explanation.claim === undefined ? false : truthIf(explanation.claim, key, truth);
  // A prohibition's claim violates; what a power or duty claims is what satisfies it.
  return verdictOf(applies, explanation.list === 'negative' ? claim : not(claim));
}

function truthIf(trace: ClauseTrace, key: string, truth: Truth): Truth {
  if (isLeaf(trace)) return keyOf(trace) === key ? truth : trace.result;
  const parts = trace.children.map((child) => truthIf(child, key, truth));
  switch (trace.clause.kind) {
    case 'any':
    case 'exercised':
      return parts.reduce(or, false);
    case 'not':
      return not(parts[0]);
    default:
      return parts.reduce(and, true);
  }
}
