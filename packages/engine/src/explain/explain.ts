import {
  and,
  type ClauseTrace,
  compare,
  type Condition,
  type Day,
  type Definition,
  type Explanation,
  type Expression,
  inForce,
  type Item,
  type LookedAt,
  type MissingFact,
  not,
  type OperandTrace,
  or,
  type ParameterValue,
  type Policy,
  type RecordNode,
  type RecordSource,
  type Responsibility,
  type Revisions,
  type Text,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { CompiledEvaluator } from '../compiled/evaluator.js';
import { Frame } from '../compiled/frame.js';
import { compileDue } from '../compiled/unit.js';
import { kept } from '../kept.js';
import type { Judgement } from '../lists/judgement.js';
import { powersInForce, powersOf } from '../lists/questions.js';
import type { World } from '../world/world.js';
import { Doubter } from './doubts.js';
import { basisInForce, type Grounds, groundsOf } from './gravity.js';
import { type AliasNames, keeperOf, noAliases } from './labels.js';
import { isSought, missingInUnknown } from './missing-condition.js';
import { missingInExpression, orCalendar } from './missing-expression.js';
import { isOwnCondition, isOwnExpression, isOwnSource } from '../compiled/is-own.js';
import { Memo } from './memo.js';
import { missingInSource } from './missing-source.js';
import { lookAt, traceCondition } from './trace.js';
import { traceAuthority, traceExercised, traceHolder } from './trace-power.js';
import { definitionAt, mergeMissing, type Tracer } from './tracer.js';
import { smallestChanges } from './would-comply.js';

/** Explains verdicts after the fact, by the closures that gave them. */
export class Explainer {
  readonly #evaluator: CompiledEvaluator;
  readonly #tracer: Tracer;
  readonly #doubter: Doubter;
  readonly #revisions = new Map<string, Revisions<Item> | undefined>();
  readonly #accountable = new WeakMap<Item, Explanation['accountable']>();

  constructor(evaluator: CompiledEvaluator) {
    this.#evaluator = evaluator;
    this.#tracer = createTracer(evaluator);
    this.#doubter = new Doubter(evaluator);
  }

  /** `frames` are those of the record under the laws that may govern it; who explains more than one verdict keeps them. */
  explain(
    judgement: Judgement,
    record: RecordNode,
    world: World,
    asOf?: Day,
    frames = this.#evaluator.framesFor(record, world, asOf),
  ): Explanation {
    const frame = frames?.[0];
    const revisions = this.#revisionsOf(judgement);
    const law = frame?.law;
    const item = law === undefined ? revisions?.[0] : (inForce(revisions, law) ?? revisions?.[0]);
    const isViolated = judgement.verdict === 'violated';
    const doubts = isViolated ? this.#doubter.doubtsOf(judgement, record, world, asOf) : [];
    const isTrue = (condition: Condition): boolean =>
      frame !== undefined && this.#tracer.test(condition, frame) === true;
    const isSure = isViolated ? this.#doubter.sureIn(record, world, asOf, isTrue) : () => true;
    const grounds = this.#grounds(item, law, isTrue, isSure);
    const parts =
      frame === undefined ? NOTHING : this.#parts(judgement, item, frame, grounds.claim);
    // A month that lies on both sides of a change of law leaves open which law it is.
    const unsettled = frames?.length === 1 ? [] : missingDate(record);
    const missing =
      judgement.verdict === 'undetermined' ? mergeMissing([...unsettled, ...missingOf(parts)]) : [];
    return {
      list: judgement.list,
      item: judgement.item,
      code: judgement.code,
      verdict: judgement.verdict,
      revision: judgement.code === 'NO_POWER' ? undefined : item,
      title: titleOf(item, judgement),
      law,
      nature: doubts.length > 0 ? 'suspicion' : grounds.nature,
      severity: grounds.severity,
      remedy: grounds.remedy,
      basis: grounds.basis,
      applies: parts.applies,
      claim: parts.claim,
      missing,
      doubts,
      parameters: parametersOf(parts),
      accountable:
        item === undefined
          ? []
          : kept(this.#accountable, item, () => accountableFor(item, this.#evaluator)),
      wouldComply: isViolated
        ? smallestChanges(judgement, parts.violating, record, world, this.#evaluator, asOf)
        : [],
      due: judgement.due,
      related: [],
    };
  }

  /** What a condition said of the record in a frame, and why. */
  trace(condition: Condition, frame: Frame): ClauseTrace {
    return this.#tracer.trace(condition, frame, noAliases(frame.record.record));
  }

  /** What is missing for a verdict, without the rest of its explanation. */
  missingOf(
    judgement: Judgement,
    record: RecordNode,
    world: World,
    asOf?: Day,
    frames = this.#evaluator.framesFor(record, world, asOf),
  ): readonly MissingFact[] {
    const [frame] = frames ?? [];
    if (frame === undefined || frames?.length !== 1)
      return this.explain(judgement, record, world, asOf, frames).missing;
    const item = inForce(this.#revisionsOf(judgement), frame.law);
    if (item?.kind !== 'Prohibition')
      return mergeMissing(missingOf(this.#parts(judgement, item, frame, undefined)));
    // What a prohibition lacks can be told without the rest of what it looked at.
    const tracer = this.#tracer;
    const aliases = noAliases(frame.record.record);
    const violating = [item.violatedWhen, ...item.also.map(({ condition }) => condition)];
    const truths = violating.map((condition) => tracer.test(condition, frame));
    const open = truths.includes(true) ? undefined : violating[truths.indexOf(undefined)];
    return mergeMissing(
      [item.appliesWhen, open].flatMap((condition) =>
        condition === undefined ? [] : tracer.missingInCondition(condition, frame, aliases),
      ),
    );
  }

  #revisionsOf(judgement: Judgement): Revisions<Item> | undefined {
    const name = `${judgement.list} ${judgement.item}`;
    if (!this.#revisions.has(name)) {
      const { items } = this.#evaluator.policy;
      this.#revisions.set(
        name,
        items.find((group) => isAskedOf(group[0], judgement)),
      );
    }
    return this.#revisions.get(name);
  }

  #parts(
    judgement: Judgement,
    item: Item | undefined,
    frame: Frame,
    bearing: Condition | undefined,
  ): Parts {
    const tracer = this.#tracer;
    const aliases = noAliases(frame.record.record);
    if (judgement.code === 'NO_POWER') {
      const powers = powersInForce(tracer.policy, frame.record.record.id, frame.law);
      return partsOf(undefined, traceExercised(powers, frame, tracer));
    }
    switch (item?.kind) {
      case 'Prohibition': {
        const applies =
          item.appliesWhen === undefined
            ? undefined
            : tracer.trace(item.appliesWhen, frame, aliases);
        const own = tracer.trace(item.violatedWhen, frame, aliases);
        const added = item.also.map(({ condition }) => tracer.trace(condition, frame, aliases));
        const violating = [own, ...added].filter(({ result }) => result === true);
        const borne = violating.find(({ clause }) => clause === bearing);
        return { applies, claim: borne ?? firstOpen(own, added), violating };
      }
      case 'Power': {
        const applies =
          item.governs.when === undefined
            ? undefined
            : tracer.trace(item.governs.when, frame, aliases);
        const claim =
          judgement.code === 'HOLDER'
            ? traceHolder(item, frame)
            : traceAuthority(item, frame, tracer);
        return partsOf(applies, claim);
      }
      case 'Responsibility':
        return traceDuty(item, frame, aliases, tracer);
      case undefined:
        return NOTHING;
    }
  }

  #grounds(
    item: Item | undefined,
    law: Day | undefined,
    isTrue: (condition: Condition) => boolean,
    isSure: (condition: Condition) => boolean,
  ): Grounds {
    const { policy } = this.#evaluator;
    if (item === undefined)
      return { nature: 'violation', severity: 'serious', remedy: undefined, basis: [] };
    const grounds = groundsOf(item, isTrue, isSure, law ?? Infinity, policy);
    if (item.kind !== 'Responsibility' || grounds.basis.length > 0 || law === undefined)
      return grounds;
    // A duty without a citation of its own stands on that of its power.
    const power = inForce(powersOf(policy).get(item.power), law);
    return power === undefined
      ? grounds
      : { ...grounds, basis: basisInForce(power.basis, law, policy) };
  }
}

interface Parts {
  readonly applies: ClauseTrace | undefined;
  readonly claim: ClauseTrace | undefined;
  /** All that would have to go the other way: the claim, and whatever else violates by itself. */
  readonly violating: readonly ClauseTrace[];
}

const NOTHING: Parts = { applies: undefined, claim: undefined, violating: [] };

function partsOf(applies: ClauseTrace | undefined, claim: ClauseTrace): Parts {
  return { applies, claim, violating: [claim] };
}

function createTracer({ plan, policy }: CompiledEvaluator): Tracer {
  const { scope } = plan;
  const truths = new Memo<Condition, Truth>(0, isOwnCondition);
  const values = new Memo<Expression, Value>(1, isOwnExpression);
  const looked = new Memo<RecordSource, LookedAt>(2, isOwnSource);
  const inConditions = new Memo<Condition, readonly MissingFact[]>(3, isOwnCondition);
  const inExpressions = new Memo<Expression, readonly MissingFact[]>(4, isOwnExpression);
  const tracer: Tracer = {
    scope,
    policy,
    test: (condition, frame) =>
      truths.isOwn(condition)
        ? truths.get(condition, frame, () => testBy(condition, frame, tracer))
        : scope.test(condition)(frame),
    read: (expression, frame) => values.get(expression, frame, () => scope.read(expression)(frame)),
    trace: (condition, frame, aliases, detail) =>
      traceCondition(condition, frame, aliases, tracer, detail),
    missingInCondition: (condition, frame, aliases) => {
      // One run through the elements tells whether it is unknown and what for.
      if (isSought(condition) && !truths.isOwn(condition))
        return missingInSource(condition.source, frame, aliases, tracer, true);
      return tracer.test(condition, frame) === undefined
        ? tracer.missingInUnknown(condition, frame, aliases)
        : [];
    },
    missingInUnknown: (condition, frame, aliases) =>
      inConditions.get(condition, frame, () => missingInUnknown(condition, frame, aliases, tracer)),
    missingIn: (expression, frame, aliases) =>
      inExpressions.get(expression, frame, () =>
        missingInExpression(expression, frame, aliases, tracer),
      ),
    missingInSource: (source, frame, aliases) => missingInSource(source, frame, aliases, tracer),
    look: (source, frame) => looked.get(source, frame, () => lookAt(source, frame, tracer)),
    missingInDefinition: (definition, frame) => missingInDefinition(definition, frame, tracer),
    definitionAt: (id, day) => definitionAt(policy, id, day),
    names: new WeakMap(),
    unknownBooks: new WeakMap(),
    facts: new WeakMap(),
    decisions: new WeakMap(),
  };
  return tracer;
}

/** Of a group from the truth of its parts, which are asked for as well: so none is found out twice. */
function testBy(condition: Condition, frame: Frame, tracer: Tracer): Truth {
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce<Truth>(
        (truth, part) => (truth === false ? false : and(truth, tracer.test(part, frame))),
        true,
      );
    case 'any':
      return condition.of.reduce<Truth>(
        (truth, part) => (truth === true ? true : or(truth, tracer.test(part, frame))),
        false,
      );
    case 'not':
      return not(tracer.test(condition.of, frame));
    case 'compare': {
      const { operator, left, right } = condition;
      const other = right === undefined ? undefined : tracer.read(right, frame);
      return compare(operator, tracer.read(left, frame), other);
    }
    default:
      return tracer.scope.test(condition)(frame);
  }
}

function missingInDefinition(
  { is }: Definition,
  frame: Frame,
  tracer: Tracer,
): readonly MissingFact[] {
  const aliases = noAliases(frame.record.record);
  return is.kind === 'condition'
    ? tracer.missingInCondition(is.condition, frame, aliases)
    : tracer.missingIn(is.value, frame, aliases);
}

function traceDuty(item: Responsibility, frame: Frame, aliases: AliasNames, tracer: Tracer): Parts {
  const power = inForce(powersOf(tracer.policy).get(item.power), frame.law);
  const parts = [power?.governs.when, item.appliesWhen].filter((part) => part !== undefined);
  const traces = parts.map((part) => tracer.trace(part, frame, aliases));
  const due = item.due === undefined ? undefined : compileDue(item.due, tracer.scope)(frame);
  const inner = new Frame(frame.world, frame.record, frame.law, frame.epoch);
  inner.due = due;
  const claim = tracer.trace(item.fulfilledWhen, inner, aliases);
  const undue =
    item.due !== undefined && typeof due !== 'number'
      ? orCalendar([
          ...tracer.missingIn(item.due.within, frame, aliases),
          ...tracer.missingIn(item.due.of, frame, aliases),
        ])
      : [];
  const told =
    undue.length === 0
      ? claim
      : {
          ...claim,
          // Why the due date isn't known says more than that it isn't.
          missing: mergeMissing([
            ...claim.missing.filter(({ fact }) => fact !== 'duty.due'),
            ...undue,
          ]),
        };
  return partsOf(bothOf(parts, traces), told);
}

/** A duty applies where its power is exercised and its own condition holds. */
function bothOf(
  conditions: readonly Condition[],
  traces: readonly ClauseTrace[],
): ClauseTrace | undefined {
  const [first, second] = traces;
  if (first === undefined || second === undefined) return first;
  const result = and(first.result, second.result);
  return {
    clause: { kind: 'all', of: conditions, span: second.clause.span },
    result,
    children: traces,
    missing: result === undefined ? mergeMissing(traces.flatMap(({ missing }) => missing)) : [],
  };
}

/** Where none is true: the item's own condition, unless only a branch that a lower level added is unknown. */
function firstOpen(own: ClauseTrace, added: readonly ClauseTrace[]): ClauseTrace {
  return [own, ...added].find(({ result }) => result === undefined) ?? own;
}

function missingOf({ applies, claim }: Parts): readonly MissingFact[] {
  return [applies, claim].flatMap((trace) =>
    trace?.result === undefined ? (trace?.missing ?? []) : trace.missing,
  );
}

function missingDate(record: RecordNode): readonly MissingFact[] {
  const slot = record.record.governingDate;
  const field = slot === undefined ? undefined : record.record.fields.fields[slot];
  if (field === undefined) return [];
  return [{ fact: field.name, scope: 'record', label: field.label, ...keeperOf(record.record) }];
}

function isAskedOf(item: Item | undefined, { list, item: id }: Judgement): boolean {
  const kind = { negative: 'Prohibition', power: 'Power', responsibility: 'Responsibility' }[list];
  return item?.kind === kind && item.id === id;
}

function titleOf(item: Item | undefined, judgement: Judgement): Text {
  if (judgement.code === 'NO_POWER') return { zh: '无权办理', en: 'No power' };
  return item?.title ?? { zh: judgement.item, en: judgement.item };
}

/** Who answers: the roles the item names, and those whose duty guards it. */
function accountableFor(item: Item, { policy }: CompiledEvaluator): Explanation['accountable'] {
  if (item.kind === 'Responsibility') return [{ role: item.role, duty: item.duty }];
  const duties = dutiesOf(policy)
    .filter((duty) =>
      item.kind === 'Power' ? duty.power === item.id : duty.guards.includes(item.id),
    )
    .map(({ role, duty }) => ({ role, duty }));
  const named = item.kind === 'Prohibition' ? item.accountable : [];
  const byRole = new Map<string, { role: string; duty?: Text }>(
    named.map((role) => [role, { role }]),
  );
  for (const duty of duties)
    if (byRole.get(duty.role)?.duty === undefined) byRole.set(duty.role, duty);
  return [...byRole.values()];
}

function dutiesOf(policy: Policy): readonly Responsibility[] {
  return kept(DUTIES, policy, () =>
    policy.items.flat().filter((item): item is Responsibility => item.kind === 'Responsibility'),
  );
}

const DUTIES = new WeakMap<Policy, readonly Responsibility[]>();

function parametersOf({ applies, claim }: Parts): Explanation['parameters'] {
  const used = new Map<string, ParameterValue>();
  const visit = (trace: ClauseTrace | undefined): void => {
    if (trace === undefined) return;
    for (const side of [trace.left, trace.right]) noteParameter(side, used);
    trace.children.forEach(visit);
  };
  visit(applies);
  visit(claim);
  return [...used]
    .map(([id, value]) => ({ id, inForce: value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function noteParameter(side: OperandTrace | undefined, used: Map<string, ParameterValue>): void {
  const parameter = side?.parameter;
  if (parameter?.inForce !== undefined) used.set(parameter.id, parameter.inForce);
}
