import {
  ALWAYS,
  type CaseResult,
  type Policy,
  type ProcedureRule,
  type Waiver,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import { LoosenedPolicies } from '../check/waivers.js';
import { on, parameter, parameterOf, policyOf, say, worldOf } from '../testing/build.js';
import { Duration } from '@qingdan/core';
import { caseWaivers } from './case-waivers.js';
import { CASE, end, event, logOf, procedureOf, stepOf } from './testing.js';

const STEPS = ['a', 'b'].map((id) => stepOf(id));
const within = (time: Extract<ProcedureRule, { kind: 'gap' }>['least']): ProcedureRule => ({
  kind: 'deadline',
  from: end('a'),
  to: end('b'),
  within: { kind: 'length', length: time },
  counting: { includesFirst: false, rolls: false },
  yellow: undefined,
  pausedBy: undefined,
});
const after: ProcedureRule = {
  kind: 'precedence',
  step: 'b',
  after: { kind: 'step', ...end('c') },
  redoOn: undefined,
};

const waiver = (more: Partial<Waiver>): Waiver => ({
  document: 'D1',
  approver: { jurisdiction: 'CN', name: 'the county' },
  reason: say('reason'),
  interval: ALWAYS,
  pack: 'village',
  ...more,
});

const days = (count: number): Duration => new Duration(count, 'days');

/** Five days late by the figure of three, and done without `c`. */
const LOG = logOf([event('a', on(1, 5)), event('b', on(1, 13))], { closed: true });

function check(waivers: readonly Waiver[], local?: number): CaseResult {
  const procedure = procedureOf([...STEPS, stepOf('c')], within(parameter('time')), after);
  const policy: Policy = policyOf(
    { parameters: [parameterOf('time', [[ALWAYS, days(3)]])] },
    { waivers },
  );
  const whole: Policy = {
    ...policy,
    procedures: new Map([[procedure.id, [procedure]]]),
    records: new Map([...policy.records, [CASE.id, CASE]]),
  };
  const loosened = new LoosenedPolicies(whole, (_, id) =>
    id === 'time' && local !== undefined
      ? parameterOf('time', [[ALWAYS, days(local)]]).values
      : undefined,
  );
  return new RecordChecker(whole, loosened)
    .casesOf(procedure.id)
    ?.check(LOG, worldOf()) as CaseResult;
}

const waived = ({ findings }: CaseResult): string[] =>
  findings.filter((each) => each.waived !== undefined).map(({ deviation }) => deviation.code);

describe('a waiver', () => {
  it.each<[string, Waiver, string[], string]>([
    ['of the procedure lifts all of it', waiver({ item: CASE.id }), ['LATE', 'ORDER'], 'compliant'],
    [
      'of one requirement lifts that',
      waiver({ item: `${CASE.id}#deadline-0` }),
      ['LATE'],
      'violation',
    ],
    ['of another lifts nothing', waiver({ item: `${CASE.id}#deadline-1` }), [], 'violation'],
    [
      'that had ended by then lifts nothing',
      waiver({ item: CASE.id, interval: { from: undefined, until: on(1, 13) } }),
      [],
      'violation',
    ],
  ])('%s', (_, given, codes, outcome) => {
    const result = check([given]);
    expect(waived(result).sort()).toEqual(codes);
    expect(result.outcome).toBe(outcome);
    expect(result.findings.every(({ deviation }) => deviation.verdict === 'violated')).toBe(true);
  });

  it.each([
    ['that would have been enough', 8, ['LATE']],
    ['that would not', 7, []],
    ['that the pack never set', undefined, []],
  ])('of a parameter lifts what is late by a local value %s', (_, local, codes) => {
    expect(waived(check([waiver({ parameter: 'time' })], local))).toEqual(codes);
  });

  it('of a parameter checks a case again once, however many days it departs on', () => {
    const found = check([]);
    let checked = 0;
    const looser = {
      check: () => {
        checked += 1;
        return { ...found, states: [] };
      },
    };
    const given = waiver({ parameter: 'time' });
    const policy = policyOf({}, { waivers: [given] });
    const of = { log: LOG, world: worldOf(), day: on(3, 1) };
    const waiverFor = caseWaivers(CASE.id, policy, of, () => looser);
    const deviations = found.findings.flatMap(({ deviation }) =>
      Array.from({ length: 20 }, (_, index) => ({
        ...deviation,
        events: [event('b', on(1, 1 + index))],
      })),
    );
    expect(deviations.map(waiverFor)).toEqual(deviations.map(() => given));
    expect(deviations).toHaveLength(40);
    expect(checked).toBe(1);
  });

  it('of a parameter lifts nothing where the case can’t be checked by its value', () => {
    const policy = policyOf({}, { waivers: [waiver({ parameter: 'time' })] });
    const of = { log: LOG, world: worldOf(), day: on(3, 1) };
    const waiverFor = caseWaivers(CASE.id, policy, of, () => ({ check: () => undefined }));
    const { findings } = check([]);
    expect(findings.map(({ deviation }) => waiverFor(deviation))).toEqual([undefined, undefined]);
  });
});
