import {
  type CaseEvent,
  type CaseLog,
  type Condition,
  type Constraint,
  type Day,
  Duration,
  type DurationUnit,
  type Expression,
  type Policy,
  type Procedure,
  type ProcedureRule,
  type RecordType,
  type Step,
  type StepPart,
} from '@qingdan/core';
import { createScope } from '../compiled/compiler.js';
import { literal, PAYMENT, policyOf, say, SPAN } from '../testing/build.js';
import { CaseChecker } from './case-checker.js';

/** Small procedures made by hand: steps `a`, `b`, `c` … over the data of a payment. */

export const CASE: RecordType = { ...PAYMENT, id: 'village.course' };

export function stepOf(id: string, more: Partial<Step> = {}): Step {
  return {
    id,
    title: say(id),
    roles: [],
    optional: false,
    when: undefined,
    ends: undefined,
    via: undefined,
    evidence: [],
    risk: undefined,
    basis: [],
    span: SPAN,
    ...more,
  };
}

export function procedureOf(steps: readonly Step[], ...rules: readonly ProcedureRule[]): Procedure {
  return {
    kind: 'Procedure',
    id: CASE.id,
    revision: 1,
    effective: { from: undefined, until: undefined },
    pack: 'village',
    span: SPAN,
    title: say('a course of steps'),
    basis: [],
    severity: 'serious',
    nature: 'violation',
    record: CASE.id,
    steps,
    constraints: rules.map((rule, index): Constraint => ({
      id: `${rule.kind}-${String(index)}`,
      rule,
      severity: 'serious',
      nature: 'violation',
      basis: [],
      remedy: undefined,
      span: SPAN,
    })),
  };
}

let number = 0;

export function event(step: string, day: Day, more: Partial<CaseEvent> = {}): CaseEvent {
  number += 1;
  return {
    id: `e${String(number)}`,
    step,
    iteration: undefined,
    kind: 'instant',
    day,
    instant: undefined,
    seq: number,
    recordedAt: undefined,
    by: undefined,
    participants: [],
    evidence: [],
    tallies: [],
    voids: undefined,
    data: {},
    place: undefined,
    ...more,
  };
}

export function logOf(events: readonly CaseEvent[], more: Partial<CaseLog> = {}): CaseLog {
  return {
    id: 'C-1',
    procedure: CASE.id,
    organisation: 'V1',
    events,
    closed: false,
    record: undefined,
    ...more,
  };
}

export const by = (person: string, role?: string): Partial<CaseEvent> => ({
  by: { person, role, present: undefined, recused: undefined },
});

export const end = (step: string): StepPart => ({ step, part: 'end' });
export const start = (step: string): StepPart => ({ step, part: 'start' });
export const after = (step: string): Extract<ProcedureRule, { kind: 'precedence' }>['after'] => ({
  kind: 'step',
  ...end(step),
});
export const length = (count: number, unit: DurationUnit = 'days'): Expression =>
  literal(new Duration(count, unit));

export function checkerOf(procedure: Procedure, more: Partial<Policy> = {}): CaseChecker {
  const policy = policyOf({}, more);
  const scope = createScope({
    ...policy,
    records: new Map([...policy.records, [CASE.id, CASE]]),
  });
  return new CaseChecker([procedure], scope, (condition: Condition, frame) => ({
    clause: condition,
    result: scope.test(condition)(frame),
    children: [],
    missing: [],
  }));
}
