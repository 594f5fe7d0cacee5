import {
  ALWAYS,
  type Condition,
  type Finding,
  type Interval,
  type Outcome,
  type RecordNode,
  type Waiver,
} from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import {
  duty,
  fact,
  from,
  is,
  literal,
  MEETING,
  not,
  on,
  parameter,
  parameterOf,
  payment,
  policyOf,
  power,
  prohibition,
  quantified,
  say,
  worldOf,
} from '../testing/build.js';
import { RecordChecker } from './check.js';
import { LoosenedPolicies } from './waivers.js';

const yes = is(fact('amount'), 'equal', literal(500));
const no = not(yes);
const ofMethod = is(fact('method'), 'equal', literal('cash'));
const ofMeetings = quantified('some', from(MEETING));
const nobodyKnows = payment({ method: undefined });
const world = worldOf();

const rule = (id: string, condition: Condition, more: Parameters<typeof prohibition>[1] = {}) =>
  prohibition(condition, { id: `p.${id}`, ...more });

const waiver = (more: Partial<Waiver> = {}): Waiver => ({
  item: 'p.a',
  document: 'D1',
  approver: { jurisdiction: 'CN', name: 'the county' },
  reason: say('reason'),
  interval: ALWAYS,
  pack: 'p',
  ...more,
});

describe('the outcome of a record', () => {
  it.each<[string, readonly Condition[], RecordNode, Outcome]>([
    ['nothing found', [no], payment(), 'compliant'],
    ['a violation', [yes, no], payment(), 'violation'],
    ['something undetermined', [ofMethod, no], nobodyKnows, 'undetermined'],
    ['a violation beside what is undetermined', [ofMethod, yes], nobodyKnows, 'violation'],
    ['only what lacks registers or books', [ofMeetings], payment(), 'compliant'],
    ['that beside what the record lacks', [ofMeetings, ofMethod], nobodyKnows, 'undetermined'],
  ])('with %s', (_, conditions, record, outcome) => {
    const items = conditions.map((condition, index) => rule(`r${index}`, condition));
    expect(new RecordChecker(policyOf({ items })).check(record, world).outcome).toBe(outcome);
  });

  it('is a suspicion where nothing graver is claimed', () => {
    const items = [
      rule('a', yes, { nature: 'suspicion', severity: 'critical' }),
      rule('b', ofMethod),
    ];
    const checker = new RecordChecker(policyOf({ items }));
    expect(checker.check(nobodyKnows, world).outcome).toBe('suspicion');
  });
});

describe('the count of what could be judged', () => {
  it('tells the decided, the undetermined and the unavailable apart', () => {
    const items = [
      rule('a', yes),
      rule('b', no),
      rule('c', ofMethod),
      rule('d', ofMeetings),
      rule('e', yes, { appliesWhen: no }),
    ];
    const { judged } = new RecordChecker(policyOf({ items })).check(nobodyKnows, world);
    expect(judged).toEqual({ decided: 2, undetermined: 1, unavailable: 1 });
  });

  it('is the same with everything shown', () => {
    const items = [rule('a', yes), rule('b', no), rule('d', ofMeetings)];
    const checker = new RecordChecker(policyOf({ items }));
    const some = checker.check(payment(), world);
    const all = checker.check(payment(), world, { all: true });
    expect(all.judged).toEqual(some.judged);
    expect(all.outcome).toBe(some.outcome);
    expect([some.findings.length, all.findings.length]).toEqual([1, 3]);
    expect(some.unavailable.map(({ name }) => name)).toEqual(['p.d']);
    expect(all.unavailable).toEqual(some.unavailable);
    // Found without its explanation, it is what the explanation says.
    expect(some.unavailable[0]?.missing).toEqual(
      all.findings.find(({ item }) => item === 'p.d')?.missing,
    );
  });
});

describe('the days before the packs cover anything', () => {
  const checker = new RecordChecker(
    policyOf({ items: [rule('a', yes)] }, { coversFrom: on(2, 3) }),
  );

  it('are not judged, which is not compliant', () => {
    expect(checker.check(payment({ paidOn: on(2, 2) }), world)).toMatchObject({
      outcome: 'notJudged',
      judged: { decided: 0, undetermined: 0, unavailable: 0 },
      findings: [],
    });
  });

  it('end with the first one covered', () => {
    expect(checker.check(payment({ paidOn: on(2, 3) }), world).outcome).toBe('violation');
  });

  it('are those of the law that is asked for', () => {
    const asked = checker.check(payment({ paidOn: on(2, 3) }), world, { asOf: on(2, 2) });
    expect(asked).toMatchObject({ outcome: 'notJudged', asOf: on(2, 2) });
  });
});

describe('findings', () => {
  it('come gravest first: verdict, nature, severity, name', () => {
    const items = [
      rule('undetermined', ofMethod, { severity: 'critical' }),
      rule('suspicion', yes, { nature: 'suspicion', severity: 'critical' }),
      rule('b', yes, { severity: 'minor' }),
      rule('a', yes, { severity: 'minor' }),
      rule('grave', yes, { severity: 'serious' }),
    ];
    const { findings } = new RecordChecker(policyOf({ items })).check(nobodyKnows, world);
    expect(findings.map(({ item }) => item)).toEqual([
      'p.grave',
      'p.a',
      'p.b',
      'p.suspicion',
      'p.undetermined',
    ]);
  });

  it('keep their fingerprint whatever else changes, and differ by item and record', () => {
    const print = (record: RecordNode, id: string): string =>
      new RecordChecker(policyOf({ items: [rule(id, yes)] })).check(record, world).findings[0]!
        .fingerprint;
    const first = print(payment(), 'a');
    expect(print(payment({ purpose: 'ink' }), 'a')).toBe(first);
    expect(print(payment(), 'b')).not.toBe(first);
    expect(print({ ...payment(), id: 'E-2' }, 'a')).not.toBe(first);
    expect(print({ ...payment(), organisation: 'V2' }, 'a')).not.toBe(first);
    expect(print({ ...payment(), organisation: undefined }, 'a')).not.toBe(first);
  });
});

describe('a duty that guards a prohibition', () => {
  const owed = duty(no, { guards: ['p.a'] });
  const findingsOf = (items: Parameters<typeof policyOf>[0]['items']): readonly Finding[] =>
    new RecordChecker(policyOf({ items: items! })).check(payment(), world).findings;

  it('is told with it where both fire, and supplies who answers', () => {
    const findings = findingsOf([power(), owed, rule('a', yes)]);
    expect(findings.map(({ item, related }) => [item, related])).toEqual([['p.a', ['p.duty']]]);
    expect(findings[0]?.accountable).toEqual([{ role: 'accountant', duty: say('keep the books') }]);
  });

  it('stands alone where the prohibition does not fire', () => {
    expect(findingsOf([power(), owed, rule('a', no)]).map(({ item }) => item)).toEqual(['p.duty']);
  });

  it('stands alone where another prohibition fires', () => {
    const items = findingsOf([power(), owed, rule('b', yes)]).map(({ item }) => item);
    expect(items).toEqual(['p.b', 'p.duty']);
  });

  it('is not told where it is fulfilled', () => {
    const findings = findingsOf([power(), duty(yes, { guards: ['p.a'] }), rule('a', yes)]);
    expect(findings.map(({ related }) => related)).toEqual([[]]);
  });
});

describe('a power that guards a prohibition', () => {
  const unapproved = power({
    guards: ['p.a'],
    authority: [{ approvedBy: ['accountant'], bodies: [], span: power().span }],
  });
  const authority = 'p.pay#AUTHORITY';
  const found = (
    more: Parameters<typeof rule>[2] | undefined,
    waivers: readonly Waiver[] = [],
    condition = yes,
  ): readonly [string, readonly string[]][] => {
    const policy = policyOf({ items: [unapproved, rule('a', condition, more)] }, { waivers });
    return new RecordChecker(policy)
      .check(payment({ approvals: [] }), world)
      .findings.map(({ item, code, related }) => [
        code === undefined ? item : `${item}#${code}`,
        related,
      ]);
  };

  it('has its lack of authority told with it where both fire', () => {
    expect(found(undefined)).toEqual([['p.a', ['p.pay']]]);
  });

  it('has it told apart where the prohibition does not fire', () => {
    expect(found(undefined, [], no)).toEqual([[authority, []]]);
  });

  it('has it told apart where the prohibition is only a suspicion', () => {
    expect(found({ nature: 'suspicion' }).map(([item]) => item)).toEqual([authority, 'p.a']);
  });

  it('has it told apart where the prohibition is waived', () => {
    expect(found(undefined, [waiver()]).map(([item]) => item)).toEqual(['p.a', authority]);
  });
});

describe('a waiver', () => {
  it.each<[string, Interval, boolean]>([
    ['without ends', ALWAYS, true],
    ['in force that day', { from: on(2, 3), until: on(2, 4) }, true],
    ['that had ended', { from: undefined, until: on(2, 3) }, false],
    ['that had not begun', { from: on(2, 4), until: undefined }, false],
  ])('of the item, %s', (_, interval, waived) => {
    const policy = policyOf({ items: [rule('a', yes)] }, { waivers: [waiver({ interval })] });
    const loosened = new LoosenedPolicies(policy, () => undefined);
    for (const checker of [new RecordChecker(policy), new RecordChecker(policy, loosened)]) {
      const { outcome, findings } = checker.check(payment(), world);
      expect(outcome).toBe(waived ? 'compliant' : 'violation');
      expect(findings[0]).toMatchObject({ verdict: 'violated' });
      expect(findings[0]?.waived !== undefined).toBe(waived);
    }
  });

  it('of another item excuses nothing', () => {
    const policy = policyOf({ items: [rule('a', yes)] }, { waivers: [waiver({ item: 'p.b' })] });
    expect(new RecordChecker(policy).check(payment(), world).outcome).toBe('violation');
  });

  it.each<[string, number | undefined, boolean]>([
    ['that would let it pass', 900, true],
    ['that would not', 450, false],
    ['that the pack never set', undefined, false],
  ])('of a parameter excuses a finding by a local value %s', (_, local, waived) => {
    const over = is(fact('amount'), 'greaterThan', parameter('limit'));
    const policy = policyOf(
      {
        items: [rule('a', over), rule('b', yes)],
        parameters: [parameterOf('limit', [[ALWAYS, 400]])],
      },
      {
        waivers: [{ ...waiver({ parameter: 'limit', pack: 'village' }), item: undefined as never }],
      },
    );
    const loosened = new LoosenedPolicies(policy, (pack, id) =>
      pack === 'village' && id === 'limit' && local !== undefined
        ? parameterOf('limit', [[ALWAYS, local]]).values
        : undefined,
    );
    const { findings } = new RecordChecker(policy, loosened).check(payment(), world);
    const excused = findings
      .filter((finding) => finding.waived !== undefined)
      .map(({ item }) => item);
    expect(excused).toEqual(waived ? ['p.a'] : []);
  });
});
