import { hasErrors, NO_CALENDAR, parseDate, type Policy, readRecord } from '@qingdan/core';
import { Books, MemoryRecords } from '@qingdan/engine';
import { bindPacks, readPack, resolvePolicy } from '@qingdan/language';
import { REFERENCE } from '../evaluators/evaluators.js';
import { type Evaluator, isRefusal } from '../evaluators/evaluator.js';
import type { Answer, Peer } from './peer.js';
import type { Clause } from './question.js';

const MANIFEST = `
name: cash
version: 1.0.0
title: { zh: 现金, en: cash }
jurisdiction: CN
`;

const DOCUMENTS = `
kind: Instrument
id: CASH
title: { zh: 现金管理, en: Cash management }
level: CN
confidence: verified
---
kind: Record
id: expenditure
label: { zh: 支出, en: expenditure }
governingDate: paidOn
fields:
  paidOn: { type: date, label: { zh: 付款日, en: paid on } }
  method: { type: text, label: { zh: 方式, en: method } }
  payee: { type: text, label: { zh: 收款人, en: payee } }
  amount: { type: money, label: { zh: 金额, en: amount } }
  transferred: { type: money, label: { zh: 转账, en: transferred } }
  methods: { type: list, items: { type: text }, label: { zh: 各方式, en: methods } }
  agreement: { type: text, label: { zh: 协议, en: agreement } }
  agreements: { type: list, items: { type: text }, label: { zh: 各协议, en: agreements } }
---
kind: Prohibition
id: cash.over-limit
title: { zh: 超限额使用现金, en: Cash used above the limit }
severity: serious
nature: violation
basis: [{ instrument: CASH, confidence: verified }]
remedy: { zh: 转账, en: transfer }
appliesTo: expenditure
violatedWhen: `;

/** The rule as a policy, loaded from its text; undefined where the loader doesn't accept it. */
function policyOf(rule: Clause): Policy | undefined {
  const pack = readPack(
    [
      { file: 'cash/qingdan.yaml', text: MANIFEST },
      { file: 'cash/cash.yaml', text: DOCUMENTS + JSON.stringify(rule) },
    ],
    'sha256:cash',
  );
  const library = bindPacks([pack.value]);
  const policy = resolvePolicy(library.value, { subject: 'village', jurisdiction: 'CN' });
  return hasErrors([...pack.diagnostics, ...library.diagnostics, ...policy.diagnostics])
    ? undefined
    : policy.value;
}

export function qingdanBy(evaluator: Evaluator): Peer {
  const loaded = new Map<string, Policy | undefined>();
  return {
    name: 'Qingdan',
    ask: async (rule, facts): Promise<Answer> => {
      const key = JSON.stringify(rule);
      if (!loaded.has(key)) loaded.set(key, policyOf(rule));
      const policy = loaded.get(key);
      if (policy === undefined) return 'refused';
      const judge = evaluator.prepare(policy);
      if (isRefusal(judge)) return 'refused';
      const raw = { kind: 'expenditure', id: 'E-1', organisation: 'V1', paidOn: '2026-02-03' };
      const { record } = readRecord({ ...raw, ...facts }, policy.records);
      const clock = parseDate('2026-03-01');
      if (record === undefined || typeof clock !== 'number') return 'error';
      const records = new MemoryRecords([record], new Books([]), clock);
      const { judgements } = await judge(record, { records, clock, calendar: NO_CALENDAR });
      switch (judgements[0]?.verdict) {
        case 'violated':
          return 'violation';
        case 'satisfied':
          return 'no violation';
        case 'undetermined':
          return 'undetermined';
        case 'notApplicable':
        case undefined:
          return 'error';
      }
    },
  };
}

export const QINGDAN = qingdanBy(REFERENCE);
