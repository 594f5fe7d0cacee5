import { type Diagnostic, renderDiagnostic } from '@qingdan/core';
import { bindPacks, readPack } from '@qingdan/language';
import { Packs } from '../packs.js';

/** For tests: packs written in place, one text each, manifest and documents together. */
export function packsFrom(packs: Readonly<Record<string, { manifest: string; policy: string }>>): {
  readonly packs: Packs;
  readonly diagnostics: readonly Diagnostic[];
} {
  const read = Object.entries(packs).map(([name, { manifest, policy }]) =>
    readPack([
      { file: `${name}/qingdan.yaml`, text: `name: ${name}\nversion: 1.0.0\n${manifest}` },
      { file: `${name}/policy.yaml`, text: policy },
    ]),
  );
  const bound = bindPacks(read.map(({ value }) => value));
  const loaded = new Packs(bound.value);
  const diagnostics = [
    ...read.flatMap((pack) => pack.diagnostics),
    ...bound.diagnostics,
    ...loaded.check(),
  ];
  return { packs: loaded, diagnostics };
}

/** `QD4102 county/policy.yaml:3` */
export function placesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((item) => {
    const { code, file, range } = renderDiagnostic(item, 'en');
    return `${code} ${file ?? ''}:${String(range?.start.line ?? 0)}`;
  });
}

/** Records and a cash rule small enough to see through. */
export const CASH = {
  manifest: `
title: { zh: 国家, en: Nation }
jurisdiction: CN
`,
  policy: `
kind: Instrument
id: CASH
title: { zh: 现金规定, en: Cash rules }
level: CN
effective: { from: 2020-01-01 }
articles: 9
confidence: verified
---
kind: Record
id: organisation
label: { zh: 组织, en: organisation }
register: true
fields:
  subject: { type: enum, values: { village: { zh: 村, en: village } }, label: { zh: 主体, en: subject } }
  jurisdiction: { type: text, label: { zh: 区划, en: jurisdiction } }
---
kind: Record
id: person
label: { zh: 人员, en: person }
register: true
shared: true
fields:
  name: { type: text, label: { zh: 姓名, en: name } }
---
kind: Record
id: payment
label: { zh: 支出, en: payment }
governingDate: paidOn
keptBy: bookkeeper
fields:
  paidOn: { type: date, label: { zh: 付款日期, en: payment date } }
  amount: { type: money, min: 0, label: { zh: 金额, en: amount } }
  method: { type: enum, values: { cash: { zh: 现金, en: cash }, bank: { zh: 转账, en: bank } }, label: { zh: 方式, en: method } }
  payee: { type: person, label: { zh: 收款人, en: payee } }
  approver: { type: person, label: { zh: 审批人, en: approver } }
---
kind: Role
id: bookkeeper
title: { zh: 会计, en: bookkeeper }
---
kind: Parameter
id: cash.limit
label: { zh: 现金限额, en: cash limit }
type: money
tighten: lower
values: [{ from: 2020-01-01, value: 1000, basis: [{ instrument: CASH, article: "5", confidence: verified }] }]
---
kind: Prohibition
id: nation.cash-over
effective: { from: 2020-01-01 }
title: { zh: 超限额用现金, en: Cash over the limit }
basis: [{ instrument: CASH, article: "5", confidence: verified }]
severity: serious
nature: violation
appliesTo: payment
violatedWhen:
  all:
    - { fact: method, operator: equal, value: cash }
    - { fact: amount, operator: greaterThan, value: { parameter: cash.limit } }
---
kind: Prohibition
id: nation.no-approver
effective: { from: 2020-01-01 }
title: { zh: 无人审批, en: Nobody approved }
basis: [{ instrument: CASH, article: "6", confidence: verified }]
severity: serious
nature: violation
appliesTo: payment
violatedWhen:
  any:
    - { fact: approver, operator: absent }
    - { fact: approver, operator: equal, value: { fact: payee } }
---
kind: Prohibition
id: nation.month-total
effective: { from: 2020-01-01 }
title: { zh: 当月现金过多, en: Too much cash in a month }
basis: [{ instrument: CASH, article: "7", confidence: verified }]
severity: minor
nature: violation
appliesTo: payment
appliesWhen: { fact: method, operator: equal, value: cash }
violatedWhen:
  sum: { of: amount, in: payment, as: p, where: { fact: p.method, operator: equal, value: cash }, within: same month as paidOn }
  operator: greaterThan
  value: 3000
`,
} as const;
