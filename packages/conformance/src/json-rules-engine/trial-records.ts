import { Rng } from '../random/rng.js';

/** A pack with one kind of record that has a field of every type that rules of the library can read. */
export const TRIAL_PACK = {
  'base/qingdan.yaml': `
name: base
version: 1.0.0
title: { zh: 基础, en: base }
jurisdiction: CN
`,
  'base/records.yaml': `
kind: Record
id: trial
label: { zh: 试验, en: trial }
governingDate: day
fields:
  amount: { type: money, label: { zh: 金额, en: amount } }
  limit: { type: money, label: { zh: 限额, en: limit } }
  count: { type: integer, label: { zh: 数量, en: count } }
  rate: { type: number, label: { zh: 比率, en: rate } }
  day: { type: date, label: { zh: 日期, en: day } }
  until: { type: date, label: { zh: 截止, en: until } }
  method:
    type: enum
    values: { cash: { zh: 现金, en: cash }, bank: { zh: 转账, en: bank }, card: { zh: 卡, en: card } }
    label: { zh: 方式, en: method }
  note: { type: text, label: { zh: 备注, en: note } }
  title: { type: text, label: { zh: 名称, en: title } }
  flag: { type: boolean, label: { zh: 标记, en: flag } }
  payee: { type: person, label: { zh: 收款人, en: payee } }
  tags: { type: list, items: { type: text }, label: { zh: 标签, en: tags } }
  words: { type: list, items: { type: text }, label: { zh: 词, en: words } }
  scores: { type: list, items: { type: number }, label: { zh: 分数, en: scores } }
  days: { type: list, items: { type: date }, label: { zh: 各日, en: days } }
  record: { type: text, label: { zh: 记录, en: record } }
  detail:
    type: struct
    label: { zh: 明细, en: detail }
    fields:
      place: { type: text, label: { zh: 地点, en: place } }
      price: { type: money, label: { zh: 价格, en: price } }
      kinds: { type: list, items: { type: text }, label: { zh: 种类, en: kinds } }
---
kind: Record
id: person
label: { zh: 人员, en: person }
register: true
shared: true
fields: { name: { type: text, label: { zh: 姓名, en: name } } }
`,
};

export const POOL = {
  money: [-5, 0, 0.1, 0.2, 0.3, 100, 999.99, 1000, 1000.01, 5_000_000.5],
  integer: [0, 1, 2, 3, 5, 100],
  number: [-3, 0, 0.1, 0.30000000000000004, 0.3, 1, 2.5, 12],
  date: ['2024-02-29', '2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'],
  text: ['', 'a', 'ab', 'b', '招待', '招待费', '12', '2026-01-01'],
  method: ['cash', 'bank', 'card'],
  person: ['P1', 'P2', 'a'],
} as const;

export type Facts = Readonly<Record<string, unknown>>;

/** A record in which every fact is there and of its type, as a program would hand it to either engine. */
export function makeTrial(rng: Rng): Facts {
  const listOf = (pool: readonly unknown[]): unknown[] =>
    Array.from({ length: rng.between(0, 3) }, () => rng.pick(pool));
  return {
    kind: 'trial',
    id: rng.pick(['T1', 'T2']),
    amount: rng.pick(POOL.money),
    limit: rng.pick(POOL.money),
    count: rng.pick(POOL.integer),
    rate: rng.pick(POOL.number),
    day: rng.pick(POOL.date),
    until: rng.pick(POOL.date),
    method: rng.pick(POOL.method),
    note: rng.pick(POOL.text),
    title: rng.pick(POOL.text),
    flag: rng.chance(0.5),
    payee: rng.pick(POOL.person),
    tags: listOf(POOL.text),
    words: listOf(POOL.text),
    scores: listOf(POOL.number),
    days: listOf(POOL.date),
    record: rng.pick(POOL.text),
    detail: {
      place: rng.pick(POOL.text),
      price: rng.pick(POOL.money),
      kinds: listOf(POOL.text),
    },
  };
}

export function makeTrials(count: number, seed = 1): Facts[] {
  const rng = new Rng(seed, 7);
  return Array.from({ length: count }, () => makeTrial(rng));
}
