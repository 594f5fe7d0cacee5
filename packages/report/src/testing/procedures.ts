import {
  ALWAYS,
  type Constraint,
  Duration,
  type DurationUnit,
  type Expression,
  type Procedure,
  type ProcedureRule,
  type Step,
  type StepPart,
} from '@qingdan/core';
import { basis, literal, SPAN, text } from './build.js';

/** A small procedure made by hand: an application, its review, a posting, what may break it, and the payment. */

function stepOf(id: string, zh: string, en: string, more: Partial<Step> = {}): Step {
  return {
    id,
    title: text(zh, en),
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

const STEPS: readonly Step[] = [
  stepOf('apply', '申请', 'application'),
  stepOf('review', '审核', 'review', {
    roles: ['village-director'],
    evidence: [{ document: 'opinion', label: text('审核意见', 'opinion of the review') }],
    risk: {
      point: text('代人审核', 'reviewed in another’s name'),
      level: 'high',
      prevention: text('两人到场', 'two persons attend'),
    },
    basis: [basis('CASH', '5')],
  }),
  stepOf('show', '公示', 'posting'),
  stepOf('objection', '异议', 'objection', { optional: true }),
  stepOf('pay', '付款', 'payment', { roles: ['cashier'], ends: 'approved' }),
];

export function procedureOf(
  constraints: readonly (readonly [id: string, rule: ProcedureRule])[] = [],
  more: Partial<Procedure> = {},
): Procedure {
  return {
    kind: 'Procedure',
    id: 'village.grant',
    revision: 1,
    effective: ALWAYS,
    pack: 'national',
    span: SPAN,
    title: text('补助发放流程', 'Grants'),
    basis: [basis('CASH')],
    severity: 'serious',
    nature: 'violation',
    record: 'expenditure',
    steps: STEPS,
    constraints: constraints.map(([id, rule]): Constraint => ({
      id,
      rule,
      severity: 'serious',
      nature: 'violation',
      basis: [],
      remedy: undefined,
      span: SPAN,
    })),
    ...more,
  };
}

export const end = (step: string): StepPart => ({ step, part: 'end' });
export const start = (step: string): StepPart => ({ step, part: 'start' });

export function length(count: number, unit: DurationUnit = 'days'): Expression {
  return literal(new Duration(count, unit), { kind: 'duration' });
}
