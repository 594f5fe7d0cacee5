import { type Condition, inForce, or, type RecordSource, type Truth } from '@qingdan/core';
import { kept } from '../kept.js';
import { compileComparison } from './compare.js';
import type { Next, Test } from './frame.js';
import { compileKin, compileReach } from './kin.js';
import { namedOnce } from './once.js';
import { compileOutlier } from './outlier.js';
import type { Scope } from './scope.js';

export function compileCondition(condition: Condition, scope: Scope): Test {
  switch (condition.kind) {
    case 'all':
      return all(cheapestFirst(condition.of).map((part) => scope.test(part)));
    case 'any':
      return any(cheapestFirst(condition.of).map((part) => scope.test(part)));
    case 'not': {
      const test = scope.test(condition.of);
      return (frame) => {
        const truth = test(frame);
        return truth === undefined ? undefined : !truth;
      };
    }
    case 'named': {
      const revisions = scope.policy.conditions.get(condition.name);
      const byEpoch = scope.epochs.map((day) => {
        const named = inForce(revisions, day);
        return named === undefined ? undefined : namedOnce(named.is, scope.test(named.is));
      });
      // It may stand within a source, whose elements its own sources must leave alone.
      return (frame) => byEpoch[frame.epoch]?.(frame.apart());
    }
    case 'compare':
      return compileComparison(
        condition,
        scope.read(condition.left),
        condition.right === undefined ? undefined : scope.read(condition.right),
      );
    case 'quantified':
      return compileQuantified(condition, scope);
    case 'kin':
      return compileKin(condition, scope);
    case 'path':
      return compileReach(condition, scope);
    case 'outlier':
      return compileOutlier(condition, scope);
  }
}

function all(tests: readonly Test[]): Test {
  return paired(tests, true, (first, second) => (frame) => {
    const one = first(frame);
    if (one === false) return false;
    const two = second(frame);
    return one === true || two === false ? two : undefined;
  });
}

function any(tests: readonly Test[]): Test {
  return paired(tests, false, (first, second) => (frame) => {
    const one = first(frame);
    if (one === true) return true;
    const two = second(frame);
    return one === false || two === true ? two : undefined;
  });
}

/** Parts in twos and twos of twos, in their order: a call for each is quicker than a loop over them, and none is deep. */
function paired(
  tests: readonly Test[],
  empty: boolean,
  pair: (first: Test, second: Test) => Test,
): Test {
  const [only] = tests;
  if (only === undefined) return () => empty;
  if (tests.length === 1) return only;
  const middle = tests.length >> 1;
  return pair(
    paired(tests.slice(0, middle), empty, pair),
    paired(tests.slice(middle), empty, pair),
  );
}

/** What asks no other record comes first: it may settle the group. The order changes no answer. */
function cheapestFirst(conditions: readonly Condition[]): readonly Condition[] {
  const cost = (condition: Condition): number => {
    switch (condition.kind) {
      case 'compare':
        return isPlain(condition.left) &&
          (condition.right === undefined || isPlain(condition.right))
          ? 0
          : 2;
      case 'all':
      case 'any':
        return Math.max(0, ...condition.of.map(cost));
      case 'not':
        return cost(condition.of);
      case 'named':
        return 1;
      default:
        return 3;
    }
  };
  return [...conditions].sort((a, b) => cost(a) - cost(b));
}

function isPlain(expression: Extract<Condition, { kind: 'compare' }>['left']): boolean {
  if (expression.kind === 'literal' || expression.kind === 'parameter') return true;
  if (expression.kind !== 'fact') return false;
  return expression.path.steps.every(({ kind }) => kind !== 'follow' && kind !== 'definition');
}

function compileQuantified(
  condition: Extract<Condition, { kind: 'quantified' }>,
  scope: Scope,
): Test {
  const { source, quantifier } = condition;
  if (quantifier === 'some' || quantifier === 'exists') {
    const scan = scope.scan(source);
    return (frame) => {
      let truth: Truth = false;
      const open = scan(frame, (member) => {
        truth = or(truth, member);
        return wantedAfter(truth, true);
      });
      // `scan` writes to it, which the compiler's flow analysis doesn't see.
      return (truth as Truth) === true ? true : open ? undefined : truth;
    };
  }
  const { where } = source;
  const scan = scope.scan(selectionOf(source));
  const claim: Test = where === undefined ? () => true : scope.test(where);
  const wanted = quantifier === 'every';
  return (frame) => {
    let truth: Truth = true;
    const open = scan(frame, (member) => {
      const holds = claim(frame);
      const fails = holds === undefined ? undefined : holds !== wanted;
      if (fails === true && member === true) truth = false;
      else if (fails !== false && truth === true) truth = undefined;
      return wantedAfter(truth, false);
    });
    return (truth as Truth) === false ? false : open ? undefined : truth;
  };
}

/** Once it is unknown, only an element that certainly counts can settle a quantifier. */
function wantedAfter(truth: Truth, settled: boolean): Next {
  return truth === settled ? 'none' : truth === undefined ? 'certain' : 'any';
}

/**
 * What `every` and `none` speak of: the source without the claim that `where` makes about its elements. Always the same of
 * the same source, since what is compiled is kept by it.
 */
export function selectionOf(source: RecordSource): RecordSource {
  return kept(SELECTIONS, source, withoutClaim);
}

const SELECTIONS = new WeakMap<RecordSource, RecordSource>();

function withoutClaim(source: RecordSource): RecordSource {
  const { in: from, alias, match, within, others, across, span } = source;
  return {
    in: from,
    alias,
    match,
    ...(within === undefined ? {} : { within }),
    others,
    across,
    span,
  };
}
