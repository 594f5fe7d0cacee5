import {
  compare,
  type Day,
  type Explanation,
  type Finding,
  GRAVITIES,
  homeOf,
  type Outcome,
  type Policy,
  type RecordNode,
  type RecordResult,
} from '@qingdan/core';
import { CompiledEvaluator } from '../compiled/evaluator.js';
import { Explainer } from '../explain/explain.js';
import { isJudged, type Judged, type Judgement, nameOf } from '../lists/judgement.js';
import type { World } from '../world/world.js';
import { fingerprint } from './fingerprint.js';
import { foldGuarded } from './fold.js';
import { type LoosenedPolicies, waiverFor } from './waivers.js';

export interface CheckOptions {
  /** Overrides the date that chooses the law. */
  readonly asOf?: Day;
  /** Shows satisfied and not applicable items too. */
  readonly all?: boolean;
}

/** One policy's evaluator and explainer, for the organisations of a subject and jurisdiction. */
export class RecordChecker {
  readonly policy: Policy;
  readonly evaluator: CompiledEvaluator;
  readonly #explainer: Explainer;
  readonly #loosened: LoosenedPolicies | undefined;

  constructor(policy: Policy, loosened?: LoosenedPolicies) {
    this.policy = policy;
    this.evaluator = new CompiledEvaluator(policy);
    this.#explainer = new Explainer(this.evaluator);
    this.#loosened = loosened;
  }

  judge(record: RecordNode, world: World, asOf?: Day): Judged {
    const judged = this.evaluator.judge(record, world, asOf);
    const { coversFrom } = this.policy;
    const early = coversFrom === undefined ? false : compare('lessThan', judged.law, coversFrom);
    if (early !== undefined || judged.law === undefined) return judged;
    // A month or year on both sides of the first day that is covered: which it was, nobody can tell.
    const judgements = judged.judgements.map((judgement): Judgement => ({
      ...judgement,
      verdict: 'undetermined',
      revision: undefined,
    }));
    return { ...judged, judgements };
  }

  explain(judgement: Judgement, record: RecordNode, world: World, asOf?: Day): Explanation {
    return this.#explainer.explain(judgement, record, world, asOf);
  }

  /** Checks one record and explains what is found. */
  check(record: RecordNode, world: World, options: CheckOptions = {}): RecordResult {
    const judged = this.judge(record, world, options.asOf);
    const base: Pick<RecordResult, 'record' | 'policy' | 'asOf'> = {
      record,
      policy: this.policy,
      asOf: judged.law,
    };
    if (!isJudged(judged)) {
      return {
        ...base,
        outcome: 'notJudged',
        judged: { decided: 0, undetermined: 0, unavailable: 0 },
        findings: [],
      };
    }
    const explanations = judged.judgements
      .filter(
        ({ verdict }) =>
          options.all === true || verdict === 'violated' || verdict === 'undetermined',
      )
      .map((judgement) => this.explain(judgement, record, world, options.asOf));
    const undetermined = explanations.filter(({ verdict }) => verdict === 'undetermined');
    const unavailable = undetermined.filter(isUnavailable);
    const findings = foldGuarded(
      explanations.map((explanation) => this.#finding(explanation, record, world, options.asOf)),
    ).sort(byGravity);
    const decided = judged.judgements.filter(
      ({ verdict }) => verdict === 'violated' || verdict === 'satisfied',
    ).length;
    return {
      ...base,
      outcome: outcomeOf(findings),
      judged: {
        decided,
        undetermined: undetermined.length - unavailable.length,
        unavailable: unavailable.length,
      },
      findings,
    };
  }

  #finding(explanation: Explanation, record: RecordNode, world: World, asOf?: Day): Finding {
    return {
      ...explanation,
      fingerprint: fingerprint(nameOf(explanation), ...keysOf(record)),
      waived: waiverFor(explanation, record, world, this.policy, this.#loosened, asOf),
    };
  }
}

/** What names a record wherever it stands, and whatever other records there are. */
function keysOf(record: RecordNode): readonly string[] {
  const home = homeOf(record);
  return [record.record.id, record.id, ...(home === undefined ? [] : [home])];
}

/** It lacks only registers, complete books or parameters: nothing that this record could have carried. */
export function isUnavailable({ verdict, missing }: Explanation): boolean {
  return (
    verdict === 'undetermined' &&
    missing.length > 0 &&
    missing.every(({ scope }) => scope === 'run')
  );
}

/** The worst over what the record itself shows; what is waived doesn't count. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  const counting = findings.filter(({ waived }) => waived === undefined);
  const violated = counting.filter(({ verdict }) => verdict === 'violated');
  if (violated.some(({ nature }) => nature === 'violation')) return 'violation';
  if (violated.length > 0) return 'suspicion';
  return counting.some((finding) => finding.verdict === 'undetermined' && !isUnavailable(finding))
    ? 'undetermined'
    : 'compliant';
}

const VERDICT_ORDER = { violated: 0, undetermined: 1, satisfied: 2, notApplicable: 3 };

function byGravity(a: Finding, b: Finding): number {
  return (
    VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] ||
    (a.nature === b.nature ? 0 : a.nature === 'violation' ? -1 : 1) ||
    GRAVITIES.indexOf(a.severity) - GRAVITIES.indexOf(b.severity) ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}
