import {
  type Basis,
  type Branch,
  type ClauseTrace,
  contains,
  type Day,
  type Gravity,
  GRAVITIES,
  type Item,
  type Nature,
  type Policy,
  type Text,
} from '@qingdan/core';

/** How grave a finding is and on which words it rests: the item's own, or those of the gravest branch that is true. */
export interface Grounds {
  readonly nature: Nature;
  readonly severity: Gravity;
  readonly remedy: Text | undefined;
  readonly basis: readonly Basis[];
}

export function groundsOf(
  item: Item,
  claim: ClauseTrace | undefined,
  law: Day,
  policy: Policy,
): Grounds {
  const own: Grounds = {
    nature: item.nature,
    severity: item.severity,
    remedy: item.remedy,
    basis: item.basis,
  };
  const branches = item.kind === 'Prohibition' ? trueBranches(claim) : [];
  const candidates = branches.map(({ branch, isDoubtful }): Grounds => ({
    // What is doubted can't be claimed, so that an undoubted branch, if graver then, bears the finding.
    nature: isDoubtful ? 'suspicion' : (branch.nature ?? own.nature),
    severity: branch.severity ?? own.severity,
    remedy: branch.remedy ?? own.remedy,
    basis: branch.basis ?? own.basis,
  }));
  const gravest = candidates.reduce<Grounds | undefined>(
    (worst, each) => (worst === undefined || weigh(each) < weigh(worst) ? each : worst),
    undefined,
  );
  const grounds = gravest ?? own;
  return { ...grounds, basis: basisInForce(grounds.basis, law, policy) };
}

function trueBranches(
  claim: ClauseTrace | undefined,
): readonly { readonly branch: Branch; readonly isDoubtful: boolean }[] {
  if (claim?.clause.kind !== 'any') return [];
  return claim.children.flatMap(({ result, clause, doubts }) => {
    if (result !== true) return [];
    const branch = ('branch' in clause ? clause.branch : undefined) ?? {};
    return [{ branch, isDoubtful: doubts.length > 0 }];
  });
}

/** Smaller is graver: a violation before a suspicion, then by severity. */
function weigh({ nature, severity }: Grounds): number {
  return (nature === 'violation' ? 0 : GRAVITIES.length) + GRAVITIES.indexOf(severity);
}

/** The citations that hold on a day, for the policy's subject: their own interval and their instrument's. */
export function basisInForce(basis: readonly Basis[], law: Day, policy: Policy): readonly Basis[] {
  return basis.filter(({ instrument, interval, subjects }) => {
    const source = policy.instruments.get(instrument);
    const forSubject =
      subjects === undefined || policy.subject === undefined || subjects.includes(policy.subject);
    return (
      forSubject &&
      contains(interval, law) &&
      (source === undefined || contains(source.effective, law))
    );
  });
}
