import type { Branch, Condition, Gravity, Nature, RecordNode } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { RecordChecker } from '../check/check.js';
import {
  any,
  basis,
  duty,
  fact,
  is,
  literal,
  not,
  on,
  payment,
  policyOf,
  power,
  prohibition,
  say,
  worldOf,
} from '../testing/build.js';

const yes = is(fact('amount'), 'equal', literal(500));
const no = not(yes);
const named = is(fact('payee'), 'equal', literal('P1'));
const branch = (condition: Condition, marks: Branch): Condition => ({
  ...condition,
  branch: marks,
});

function findingOf(condition: Condition, record: RecordNode = payment()) {
  const checker = new RecordChecker(policyOf({ items: [prohibition(condition)] }));
  const [finding] = checker.check(record, worldOf()).findings;
  return finding!;
}

describe('the gravity of a finding', () => {
  it.each<[string, Condition, Nature, Gravity]>([
    ['the item’s own', yes, 'violation', 'minor'],
    ['the item’s own, of a branch without marks', any(yes, no), 'violation', 'minor'],
    [
      'that of the branch that is true',
      any(branch(yes, { severity: 'critical' }), no),
      'violation',
      'critical',
    ],
    [
      'not that of a branch that is false',
      any(yes, branch(no, { severity: 'critical' })),
      'violation',
      'minor',
    ],
    [
      'that of the gravest branch',
      any(
        branch(yes, { severity: 'notice' }),
        branch(yes, { severity: 'serious' }),
        branch(yes, { severity: 'minor' }),
      ),
      'violation',
      'serious',
    ],
    [
      'that of a violation before a graver suspicion',
      any(
        branch(yes, { nature: 'suspicion', severity: 'critical' }),
        branch(yes, { severity: 'notice' }),
      ),
      'violation',
      'notice',
    ],
    [
      'a suspicion where only that branch is true',
      any(branch(yes, { nature: 'suspicion' }), no),
      'suspicion',
      'minor',
    ],
  ])('is %s', (_, condition, nature, severity) => {
    expect(findingOf(condition)).toMatchObject({ nature, severity });
  });

  it('comes with the branch’s own words', () => {
    const marks = {
      severity: 'critical',
      remedy: say('undo it'),
      basis: [basis('OTHER')],
    } as const;
    const { remedy, basis: cited } = findingOf(any(branch(yes, marks), no));
    expect(remedy).toEqual(say('undo it'));
    expect(cited.map(({ instrument }) => instrument)).toEqual(['OTHER']);
  });

  it.each<[string, Condition, Nature, Gravity]>([
    [
      'a doubtful violation beside an undoubted suspicion is a suspicion',
      any(
        branch(named, { severity: 'critical' }),
        branch(yes, { nature: 'suspicion', severity: 'serious' }),
      ),
      'suspicion',
      'critical',
    ],
    [
      'a doubtful violation beside an undoubted smaller one stands on the smaller',
      any(branch(named, { severity: 'critical' }), branch(yes, { severity: 'notice' })),
      'violation',
      'notice',
    ],
  ])('%s', (_, condition, nature, severity) => {
    expect(findingOf(condition, payment({}, ['payee']))).toMatchObject({ nature, severity });
  });
});

describe('a branch that a lower level added', () => {
  const ADDED = [basis('LOCAL')];
  const found = (own: Condition, added: Condition, record: RecordNode = payment()) => {
    const item = prohibition(own, { also: [{ condition: added, pack: 'local', basis: ADDED }] });
    const [finding] = new RecordChecker(policyOf({ items: [item] })).check(
      record,
      worldOf(),
    ).findings;
    return finding!;
  };
  const byName = payment({}, ['payee']);
  const doubted = branch(named, { severity: 'critical' });
  const citedBy = ({ basis: cited }: ReturnType<typeof found>) =>
    cited.map(({ instrument }) => instrument);

  it('bears the finding on its own basis where the item’s own condition is false', () => {
    const finding = found(no, yes);
    expect(citedBy(finding)).toEqual(['LOCAL']);
    expect(finding.claim?.clause).toBe(yes);
  });

  it('does not where the item’s own is as grave', () => {
    const finding = found(yes, yes);
    expect(citedBy(finding)).toEqual(['LAW']);
  });

  it.each<[string, Condition]>([
    ['the item’s own condition', named],
    ['the one branch of it that is true', any(doubted, no)],
  ])('bears it as a violation where %s is doubtful', (_, own) => {
    const finding = found(own, yes, byName);
    expect(finding).toMatchObject({ nature: 'violation', severity: 'minor', doubts: [] });
    expect(citedBy(finding)).toEqual(['LOCAL']);
    expect(finding.claim?.clause).toBe(yes);
  });

  it('leaves it to the item’s own where it is doubtful itself', () => {
    const finding = found(yes, named, byName);
    expect(finding).toMatchObject({ nature: 'violation', doubts: [] });
    expect(citedBy(finding)).toEqual(['LAW']);
    expect(finding.claim?.clause).toBe(yes);
  });

  it('is a suspicion where it is doubtful and alone', () => {
    expect(found(no, named, byName)).toMatchObject({ nature: 'suspicion', doubts: ['by-name'] });
  });

  it('takes a nature and a severity of its own, if it has them', () => {
    const finding = found(yes, branch(yes, { severity: 'critical' }));
    expect(finding).toMatchObject({ severity: 'critical' });
    expect(citedBy(finding)).toEqual(['LOCAL']);
  });

  it('without a basis stands on the item’s', () => {
    const item = prohibition(no, { also: [{ condition: yes, pack: 'local', basis: [] }] });
    const checker = new RecordChecker(policyOf({ items: [item] }));
    expect(citedBy(checker.check(payment(), worldOf()).findings[0]!)).toEqual(['LAW']);
  });

  it('has to go the other way as well as the item’s own, where both are true', () => {
    const isBank = is(fact('method'), 'equal', literal('bank'));
    const { wouldComply } = found(is(fact('amount'), 'greaterThan', literal(400)), isBank);
    expect(
      wouldComply.map((changes) => changes.map(({ fact: name }) => name).sort()),
    ).toContainEqual(['amount', 'method']);
  });
});

describe('citations', () => {
  const instrument = (id: string, from: number | undefined, until: number | undefined) =>
    [
      id,
      {
        id,
        title: say(id),
        level: 'CN',
        effective: { from, until },
        replaces: [],
        confidence: 'verified',
        span: yes.span,
      },
    ] as const;

  it('are those in force on the day, for the subject', () => {
    const item = prohibition(yes, {
      basis: [
        basis('OLD'),
        basis('NEW'),
        basis('NEW', { from: undefined, until: on(2, 3) }),
        { ...basis('NEW', { from: on(2, 3), until: undefined }), article: '9' },
        { ...basis('NEW'), article: '5', subjects: ['station'] },
        { ...basis('NEW'), article: '6', subjects: ['village'] },
        { ...basis('UNLISTED'), article: '7' },
      ],
    });
    const policy = policyOf(
      { items: [item] },
      {
        instruments: new Map([
          instrument('OLD', undefined, on(1, 1)),
          instrument('NEW', on(1, 1), undefined),
        ]),
      },
    );
    const [finding] = new RecordChecker(policy).check(payment(), worldOf()).findings;
    expect(finding?.basis.map((each) => `${each.instrument} ${each.article ?? ''}`)).toEqual([
      'NEW 1',
      'NEW 9',
      'NEW 6',
      'UNLISTED 7',
    ]);
  });

  it('of a duty without any are those of its power', () => {
    const policy = policyOf({ items: [power(), duty(no, { basis: [] })] });
    const [finding] = new RecordChecker(policy).check(payment(), worldOf()).findings;
    expect(finding?.basis.map((each) => each.instrument)).toEqual(['LAW']);
  });
});
