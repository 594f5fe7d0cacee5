import {
  type ClauseTrace,
  compare,
  type Condition,
  type Day,
  type Explanation,
  type Finding,
  GRAVITIES,
  homeOf,
  type Outcome,
  type Policy,
  type RecordNode,
  type RecordResult,
  type UnavailableQuestion,
} from '@qingdan/core';
import { CompiledEvaluator } from '../compiled/evaluator.js';
import type { Frame } from '../compiled/frame.js';
import { Explainer } from '../explain/explain.js';
import { isJudged, type Judged, type Judgement, nameOf } from '../lists/judgement.js';
import { CaseChecker } from '../procedures/case-checker.js';
import type { World } from '../world/world.js';
import { fingerprint } from './fingerprint.js';
import { isBeside } from './is-beside.js';
import { foldGuarded } from './fold.js';
import { namedCases } from './named-cases.js';
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
  readonly #cases = new Map<string, CaseChecker>();

  constructor(policy: Policy, loosened?: LoosenedPolicies) {
    this.policy = policy;
    this.evaluator = new CompiledEvaluator(policy);
    this.#explainer = new Explainer(this.evaluator);
    this.#loosened = loosened;
  }

  judge(record: RecordNode, world: World, asOf?: Day, frames?: readonly Frame[]): Judged {
    const judged = this.evaluator.judge(record, world, asOf, frames);
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

  /** What is violated or undetermined, without a word about it; nothing before the packs' time. */
  screen(record: RecordNode, world: World, asOf?: Day): readonly Judgement[] {
    const screened = this.evaluator.screen(record, world, asOf);
    if (screened !== undefined) return screened;
    const { judgements, covered } = this.judge(record, world, asOf);
    return covered
      ? judgements.filter(({ verdict }) => verdict === 'violated' || verdict === 'undetermined')
      : [];
  }

  /** What checks the cases of a procedure; undefined where these organisations have none of that id. */
  casesOf(procedure: string): CaseChecker | undefined {
    const revisions = this.policy.procedures.get(procedure);
    if (revisions === undefined) return undefined;
    let cases = this.#cases.get(procedure);
    if (cases === undefined) {
      const trace = (condition: Condition, frame: Frame): ClauseTrace =>
        this.#explainer.trace(condition, frame);
      const loosened = new Map<CompiledEvaluator, CaseChecker>();
      cases = new CaseChecker(
        revisions,
        this.evaluator.plan.scope,
        trace,
        (waiver, parameter, law) => {
          const looser = this.#loosened?.evaluatorFor(waiver, parameter, law);
          if (looser === undefined) return undefined;
          let checker = loosened.get(looser);
          if (checker === undefined) {
            checker = new CaseChecker(revisions, looser.plan.scope, trace);
            loosened.set(looser, checker);
          }
          return checker;
        },
      );
      this.#cases.set(procedure, cases);
    }
    return cases;
  }

  explain(judgement: Judgement, record: RecordNode, world: World, asOf?: Day): Explanation {
    return this.#explainer.explain(judgement, record, world, asOf);
  }

  /** Checks one record and explains what is found. */
  check(record: RecordNode, world: World, options: CheckOptions = {}): RecordResult {
    const { asOf, all } = options;
    const frames = this.evaluator.framesFor(record, world, asOf);
    const judged = this.judge(record, world, asOf, frames);
    const { policy } = this;
    if (!isJudged(judged)) {
      return {
        record,
        policy,
        asOf: judged.law,
        outcome: 'notJudged',
        judged: { decided: 0, undetermined: 0, unavailable: 0 },
        findings: [],
        unavailable: [],
      };
    }
    const unavailable: UnavailableQuestion[] = [];
    let undetermined = 0;
    let decided = 0;
    const explanations: Explanation[] = [];
    for (const judgement of judged.judgements) {
      const { verdict } = judgement;
      if (verdict === 'undetermined') {
        // Most of what can't be told for want of a register is told by no record: it isn't worth a whole explanation.
        const missing = this.#explainer.missingOf(judgement, record, world, asOf, frames);
        if (isBeside(missing)) {
          unavailable.push({ name: nameOf(judgement), missing });
          if (all !== true) continue;
        } else undetermined += 1;
      } else {
        if (verdict !== 'notApplicable') decided += 1;
        if (verdict !== 'violated' && all !== true) continue;
      }
      explanations.push(this.#explainer.explain(judgement, record, world, asOf, frames));
    }
    const named = namedCases(record, frames?.[0], this.evaluator.plan.scope);
    if (named !== undefined) unavailable.push(...named.unavailable);
    const findings = foldGuarded(
      explanations.map((explanation) => this.#finding(explanation, record, world, asOf)),
    ).sort(byGravity);
    return {
      record,
      policy,
      asOf: judged.law,
      outcome: outcomeOf(findings),
      judged: {
        decided,
        undetermined,
        unavailable: unavailable.length,
      },
      findings,
      unavailable,
      ...(named === undefined ? {} : { cases: named.cases }),
    };
  }

  #finding(explanation: Explanation, record: RecordNode, world: World, asOf?: Day): Finding {
    // Written out: objects made by spreading are slow to read.
    return {
      list: explanation.list,
      item: explanation.item,
      code: explanation.code,
      verdict: explanation.verdict,
      revision: explanation.revision,
      title: explanation.title,
      law: explanation.law,
      nature: explanation.nature,
      severity: explanation.severity,
      remedy: explanation.remedy,
      basis: explanation.basis,
      applies: explanation.applies,
      claim: explanation.claim,
      missing: explanation.missing,
      doubts: explanation.doubts,
      parameters: explanation.parameters,
      accountable: explanation.accountable,
      wouldComply: explanation.wouldComply,
      due: explanation.due,
      related: explanation.related,
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
  return verdict === 'undetermined' && isBeside(missing);
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
