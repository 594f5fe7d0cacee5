import {
  type CaseFinding,
  type CaseLog,
  type ConstraintState,
  type Day,
  type Deviation,
  type Doubt,
  type Explanation,
  GRAVITIES,
  type Outcome,
  type Policy,
  type Procedure,
  type Waiver,
} from '@qingdan/core';
import { basisInForce } from '../explain/gravity.js';
import { fingerprint } from '../check/fingerprint.js';
import { isBeside } from '../check/is-beside.js';

const NO_FINDINGS: readonly CaseFinding[] = [];

/** The deviations of a case, gravest first, each with those that only follow from it. */
export function findingsOf(
  states: readonly ConstraintState[],
  log: CaseLog,
  procedure: Procedure,
  policy: Policy,
  today: Day,
  accountableFor: (step: string) => Explanation['accountable'],
  waiverFor: (deviation: Deviation) => Waiver | undefined,
  doubtsOf: (deviation: Deviation) => readonly Doubt[],
): readonly CaseFinding[] {
  const all: Deviation[] = [];
  for (const { deviations } of states) for (const each of deviations) all.push(each);
  if (all.length === 0) return NO_FINDINGS;
  const finding = (
    deviation: Deviation,
    following: readonly Deviation[],
    doubts = doubtsOf(deviation),
  ): CaseFinding => ({
    deviation,
    nature: doubts.length > 0 ? 'suspicion' : deviation.constraint.nature,
    doubts,
    fingerprint: fingerprint(
      procedure.id,
      deviation.constraint.id,
      deviation.code,
      log.id,
      ...(log.organisation === undefined ? [] : [log.organisation]),
      ...(deviation.events.at(-1) === undefined ? [] : [String(deviation.events.at(-1)?.id)]),
    ),
    basis: basisInForce(deviation.constraint.basis, deviation.events.at(-1)?.day ?? today, policy),
    accountable: accountableFor(deviation.step),
    waived: waiverFor(deviation),
    following: following.map((each) => finding(each, [])),
  });
  const roots = all.filter(({ follows }) => follows === undefined);
  const rootOf = ({ follows }: Deviation): Deviation | undefined =>
    follows === undefined
      ? undefined
      : roots.find(({ code, step, lacking }) =>
          code === 'MISSING' ? step === follows : lacking.includes(follows),
        );
  const followingOf = new Map<Deviation, Deviation[]>();
  // What nothing stands for stands by itself.
  const standing = all.filter((each) => {
    const root = rootOf(each);
    if (root === undefined) return true;
    const known = followingOf.get(root);
    if (known === undefined) followingOf.set(root, [each]);
    else known.push(each);
    return false;
  });
  return standing
    .map((deviation) => finding(deviation, followingOf.get(deviation) ?? []))
    .sort(byGravity);
}

/**
 * The worst of what was found; a case of which nothing is wrong or wanting is without findings, never sound. What lacks
 * only figures and registers, nothing that its events could have said, doesn't decide it.
 */
export function outcomeOf(findings: readonly CaseFinding[]): Outcome {
  const counting = findings.filter(({ waived }) => waived === undefined);
  const violated = counting.filter(({ deviation }) => deviation.verdict === 'violated');
  if (violated.some(({ nature }) => nature === 'violation')) return 'violation';
  if (violated.length > 0) return 'suspicion';
  return counting.every(({ deviation: { missing } }) => isBeside(missing))
    ? 'compliant'
    : 'undetermined';
}

function byGravity({ deviation: a }: CaseFinding, { deviation: b }: CaseFinding): number {
  return (
    Number(a.verdict !== 'violated') - Number(b.verdict !== 'violated') ||
    GRAVITIES.indexOf(a.constraint.severity) - GRAVITIES.indexOf(b.constraint.severity) ||
    (a.events.at(-1)?.day ?? Infinity) - (b.events.at(-1)?.day ?? Infinity)
  );
}
