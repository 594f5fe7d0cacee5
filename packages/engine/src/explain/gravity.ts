import {
  type Basis,
  type Branch,
  type Condition,
  contains,
  type Day,
  type Gravity,
  GRAVITIES,
  isForSubject,
  type Item,
  type Nature,
  type Policy,
  type Prohibition,
  type Text,
} from '@qingdan/core';

/** How grave a finding is and on which words it rests: the item's own, or those of the gravest branch that is true. */
export interface Grounds {
  readonly nature: Nature;
  readonly severity: Gravity;
  readonly remedy: Text | undefined;
  readonly basis: readonly Basis[];
  /** Of a prohibition that is violated: its own condition, or that of an overlay, whichever bears the finding. */
  readonly claim?: Condition;
}

/** Says of a condition whether it is true of the record, or whether it is true whatever is doubtful. */
type Says = (condition: Condition) => boolean;

export function groundsOf(
  item: Item,
  isTrue: Says,
  isSure: Says,
  law: Day,
  policy: Policy,
): Grounds {
  const { nature, severity, remedy, basis } = item;
  const own: Grounds = { nature, severity, remedy, basis };
  const branches = item.kind === 'Prohibition' ? branchesOf(item) : [];
  const candidates = branches
    .filter(({ condition }) => isTrue(condition))
    .map(({ condition, marks, claim }): Grounds => ({
      // What is doubted can't be claimed, so that an undoubted branch, if graver then, bears the finding.
      nature: isSure(condition) ? (marks.nature ?? nature) : 'suspicion',
      severity: marks.severity ?? severity,
      remedy: marks.remedy ?? remedy,
      basis: marks.basis ?? basis,
      claim,
    }));
  const gravest = candidates.reduce<Grounds | undefined>(
    (worst, each) => (worst === undefined || weigh(each) < weigh(worst) ? each : worst),
    undefined,
  );
  const grounds = gravest ?? own;
  return { ...grounds, basis: basisInForce(grounds.basis, law, policy) };
}

interface MarkedBranch {
  readonly condition: Condition;
  readonly marks: Branch;
  /** The whole condition that it belongs to. */
  readonly claim: Condition;
}

/** Each of which violates: those of the root `any`, and what overlays add, with a basis of their own if they have one. */
function branchesOf({ violatedWhen, also }: Prohibition): readonly MarkedBranch[] {
  const own = violatedWhen.kind === 'any' ? violatedWhen.of : [violatedWhen];
  return [
    ...own.map((condition) => ({
      condition,
      marks: condition.branch ?? {},
      claim: violatedWhen,
    })),
    ...also.map(({ condition, basis }) => ({
      condition,
      marks: { ...(basis.length === 0 ? {} : { basis }), ...condition.branch },
      claim: condition,
    })),
  ];
}

/** Smaller is graver: a violation before a suspicion, then by severity. */
function weigh({ nature, severity }: Grounds): number {
  return (nature === 'violation' ? 0 : GRAVITIES.length) + GRAVITIES.indexOf(severity);
}

/** The citations that hold on a day, for the policy's subject: their own interval and their instrument's. */
export function basisInForce(basis: readonly Basis[], law: Day, policy: Policy): readonly Basis[] {
  return basis.filter((citation) => {
    const source = policy.instruments.get(citation.instrument);
    return (
      isForSubject(citation, source, policy.subject) &&
      contains(citation.interval, law) &&
      (source === undefined || contains(source.effective, law))
    );
  });
}
