import { type Policy, readRecord, parseDate, NO_CALENDAR, type Verdict } from '@qingdan/core';
import { judgeByReference } from '@qingdan/engine';
import { exportItem } from '@qingdan/engine/json-rules-engine';
import { describe, expect, it } from 'vitest';
import { Rng } from '../random/rng.js';
import { worldOf } from '../random/worlds.js';
import { importTrial } from './both-ways.js';
import { policyOf } from './policy-of.js';
import { type Facts, makeTrial, TRIAL_PACK } from './trial-records.js';

/** Items that say nothing but what plain rules say: comparisons, lists that contain, groups, figures over time. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'one-comparison': '{ fact: amount, operator: greaterThan, value: 999.99 }',
  groups: `{ all: [{ fact: method, operator: equal, value: cash }, { any: [{ fact: flag, operator: equal, value: true }, { fact: count, operator: lessThan, value: 3 }] }] }`,
  negated: `{ not: { all: [{ fact: amount, operator: lessThanInclusive, value: 1000 }, { fact: method, operator: in, value: [cash, card] }] } }`,
  'negated-twice': `{ not: { any: [{ not: { fact: note, operator: notEqual, value: a } }, { fact: detail.place, operator: equal, value: b }] } }`,
  dates: `{ all: [{ fact: day, operator: greaterThanInclusive, value: 2026-01-01 }, { fact: until, operator: lessThan, value: { fact: day } }] }`,
  lists: `{ any: [{ fact: tags, operator: contains, value: a }, { fact: scores, operator: doesNotContain, value: 1 }, { fact: note, operator: in, value: { fact: words } }] }`,
  'our-operators': `{ any: [{ fact: tags, operator: overlaps, value: { fact: words } }, { fact: note, operator: startsWith, value: 招待 }, { not: { fact: scores, operator: subsetOf, value: [0, 1] } }] }`,
  presence: `{ any: [{ fact: note, operator: absent }, { not: { fact: payee, operator: present } }] }`,
  figures: '{ fact: amount, operator: greaterThan, value: { parameter: limit } }',
  named: '{ all: [{ condition: t.large }, { fact: flag, operator: equal, value: false }] }',
};

const PACK = {
  'base/qingdan.yaml': TRIAL_PACK['base/qingdan.yaml'].replace('base', 't'),
  'base/records.yaml': TRIAL_PACK['base/records.yaml'],
  'base/law.yaml': `
kind: Instrument
id: LAW
title: { zh: 法, en: law }
level: CN
confidence: recalled
---
kind: Parameter
id: limit
label: { zh: 限额, en: limit }
type: money
tighten: lower
values:
  - { from: 2020-01-01, value: 1000, basis: [{ instrument: LAW, confidence: recalled }] }
  - { from: 2026-01-01, value: 0.2, basis: [{ instrument: LAW, confidence: recalled }] }
---
kind: Condition
id: t.large
record: trial
is: { fact: amount, operator: greaterThanInclusive, value: 1000 }
`,
  ...Object.fromEntries(
    Object.entries(CONDITIONS).map(([name, condition]) => [
      `base/${name}.yaml`,
      `
kind: Prohibition
id: t.${name}
title: { zh: ${name}, en: ${name} }
basis: [{ instrument: LAW, confidence: recalled }]
severity: minor
nature: suspicion
effective: { from: 2020-01-01 }
appliesTo: trial
appliesWhen: { fact: rate, operator: greaterThanInclusive, value: 0 }
violatedWhen: ${condition}
`,
    ]),
  ),
};

const WORLD = worldOf({
  records: [],
  books: [],
  clock: parseDate('2026-03-01') as number,
  calendar: NO_CALENDAR,
});

function verdictsOf(policy: Policy, facts: Facts): Map<string, Verdict> {
  const { record } = readRecord(facts, policy.records);
  const { judgements } = judgeByReference(policy, record!, WORLD);
  const title = (id: string) => policy.items.flat().find((item) => item.id === id)!.title.en;
  // Whether an item applies becomes part of whether it is violated.
  const plain = (verdict: Verdict) => (verdict === 'notApplicable' ? 'satisfied' : verdict);
  return new Map(judgements.map(({ item, verdict }) => [title(item), plain(verdict)]));
}

describe('items that are exported and imported again', () => {
  const before = policyOf(PACK);
  const sets = before.items.flatMap((item) => exportItem(item, before).value);
  const { policy: after, diagnostics } = importTrial(sets);

  it('are all there, one revision for each stretch of law', () => {
    expect(diagnostics).toEqual([]);
    const revisions = after!.items.map((item) => [item[0]!.title.en, item.length]);
    expect(Object.fromEntries(revisions)).toEqual(
      Object.fromEntries(Object.keys(CONDITIONS).map((name) => [name, name === 'figures' ? 2 : 1])),
    );
  });

  it('give the same verdicts, missing facts and known none included', () => {
    const rng = new Rng(20_260_301, 5);
    const seen = new Set<string>();
    for (let index = 0; index < 600; index += 1) {
      const whole = makeTrial(rng);
      const gone = rng.some(
        Object.keys(whole).filter((key) => key !== 'kind' && key !== 'id'),
        0,
        index % 3 === 0 ? 6 : 0,
      );
      const kept = Object.fromEntries(Object.entries(whole).filter(([key]) => !gone.includes(key)));
      const none = gone.filter((name) => name !== 'day' && rng.chance(0.3));
      const facts = none.length > 0 ? { ...kept, none } : kept;
      const meant = verdictsOf(before, facts);
      expect(verdictsOf(after!, facts), JSON.stringify(facts)).toEqual(meant);
      for (const [name, verdict] of meant) seen.add(`${name} ${verdict}`);
    }
    expect(seen.size).toBeGreaterThanOrEqual(Object.keys(CONDITIONS).length * 3);
  });
});
