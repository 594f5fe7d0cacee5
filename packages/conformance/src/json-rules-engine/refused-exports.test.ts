import { exportItem, judge } from '@qingdan/engine/json-rules-engine';
import { describe, expect, it } from 'vitest';
import { policyOf } from './policy-of.js';

const PACK = {
  'p/qingdan.yaml': `
name: p
version: 1.0.0
title: { zh: 包, en: pack }
jurisdiction: CN
subjects: [village]
`,
  'p/law.yaml': `
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
tighten: higher
values:
  - { from: 2020-01-01, value: 1000, basis: [{ instrument: LAW, confidence: recalled }] }
  - { from: 2025-01-01, value: 500.5, basis: [{ instrument: LAW, confidence: recalled }] }
---
kind: Condition
id: p.large
record: payment
is: { fact: amount, operator: greaterThan, value: { parameter: limit } }
---
kind: Relations
id: kinship
record: kinship
relations: { spouse: { label: { zh: 配偶, en: spouse }, inverse: spouse } }
sets: { near: { label: { zh: 近亲属, en: near }, includes: [spouse] } }
`,
  'p/records.yaml': `
kind: Record
id: payment
label: { zh: 付款, en: payment }
governingDate: paidOn
fields:
  paidOn: { type: date, label: { zh: 日期, en: date } }
  amount: { type: money, label: { zh: 金额, en: amount } }
  payee: { type: person, label: { zh: 收款人, en: payee } }
  handler: { type: person, label: { zh: 经办人, en: handler } }
---
kind: Record
id: kinship
label: { zh: 亲属关系, en: kinship }
register: true
shared: true
fields:
  a: { type: person, label: { zh: 甲, en: a } }
  b: { type: person, label: { zh: 乙, en: b } }
  relation: { type: text, label: { zh: 关系, en: relation } }
---
kind: Record
id: person
label: { zh: 人员, en: person }
register: true
shared: true
fields: { name: { type: text, label: { zh: 姓名, en: name } } }
`,
};

function prohibition(violatedWhen: string, appliesTo = 'payment'): string {
  return `
kind: Prohibition
id: p.item
title: { zh: 条目, en: item }
basis: [{ instrument: LAW, confidence: recalled }]
severity: minor
nature: suspicion
appliesTo: ${appliesTo}
violatedWhen: ${violatedWhen}
`;
}

function exportOf(item: string) {
  const policy = policyOf({ ...PACK, 'p/item.yaml': item });
  return exportItem(policy.items.find(([first]) => first?.id === 'p.item') ?? [], policy);
}

describe('an item is refused, by the reason', () => {
  it.each([
    ['{ exists: { in: payment, as: o, others: true } }', 'it looks at other records'],
    ['{ count: { in: payment }, operator: greaterThan, value: 1 }', 'it looks at other records'],
    ['{ fact: payee.name, operator: equal, value: 张某 }', '`payee.name` reads another record'],
    ['{ kin: { of: { fact: payee }, with: { fact: handler }, relations: near } }', 'kinship'],
    [
      '{ path: { from: { fact: payee }, to: { fact: handler }, through: [{ kin: near }], max: 2 } }',
      'it follows a chain',
    ],
    [
      '{ outlier: { value: { fact: amount }, of: amount, in: payment, above: 3 } }',
      'how far a value lies from others',
    ],
    [
      '{ workdays: { from: paidOn, to: run.date }, operator: greaterThan, value: 3 }',
      'calendar of public holidays',
    ],
    [
      '{ shift: { date: paidOn, by: 3 workdays }, operator: lessThan, value: 2026-01-01 }',
      'calendar of public holidays',
    ],
  ])('%s', (condition, reason) => {
    const { value, refused } = exportOf(prohibition(condition));
    expect(value).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason.en).toContain(reason);
    expect(refused[0]?.span.source.file).toBe('p/item.yaml');
  });

  it('that it judges periods', () => {
    const { refused } = exportOf(
      prohibition(
        '{ fact: date, operator: lessThan, value: 2020-01-01 }',
        '{ each: organisation, per: month }',
      ),
    );
    expect(refused.map(({ reason }) => reason.en)).toEqual([
      'it judges an organisation by periods, and no record',
    ]);
  });

  it('with all of its reasons, each once', () => {
    const { refused } = exportOf(
      prohibition(
        '{ any: [{ exists: { in: payment } }, { exists: { in: kinship } }, { fact: payee.name, operator: present }] }',
      ),
    );
    expect(refused).toHaveLength(2);
  });
});

describe('an item is exported', () => {
  const sets = exportOf(prohibition('{ not: { condition: p.large } }')).value;

  it('as one set for each stretch of law, with the figures of its time', () => {
    expect(sets.map(({ effective, rules }) => [effective, rules[0]?.conditions])).toEqual([
      [{ from: null, until: '2020-01-01' }, limitOf({ fact: 'qingdan.unknown' })],
      [{ from: '2020-01-01', until: '2025-01-01' }, limitOf(1000)],
      [{ from: '2025-01-01', until: null }, limitOf(500.5)],
    ]);
  });

  function limitOf(value: unknown) {
    return { all: [{ fact: 'amount', operator: 'not:greaterThan', value }] };
  }

  it.each([
    ['2024-12-31', '1000', 'violated'],
    ['2024-12-31', '1000.01', 'clear'],
    ['2025-01-01', 500.5, 'violated'],
    ['2025-01-01', 500.51, 'clear'],
    ['2025-01-01', undefined, 'undetermined'],
    ['2019-01-01', 1, 'undetermined'],
    ['2024', 500, 'violated'],
    ['2025', 900, 'clear'],
    [undefined, 500, 'undetermined'],
  ])('and judges by the law of the day: %s, %s, %s', async (paidOn, amount, verdict) => {
    const record = { kind: 'payment', id: 'E-1', paidOn, amount };
    expect(await judge(sets, record, { clock: '2026-01-01' })).toEqual([
      { item: 'p.item', verdict },
    ]);
  });

  it('as one set where the changes of law do not concern it', () => {
    const { value } = exportOf(prohibition('{ fact: amount, operator: greaterThan, value: 5 }'));
    expect(value.map(({ effective }) => effective)).toEqual([{ from: null, until: null }]);
  });
});
