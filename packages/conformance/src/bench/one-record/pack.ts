import { renderDiagnostic } from '@qingdan/core';
import { bindPacks, readPack } from '@qingdan/language';
import { Packs } from '@qingdan/sdk';
import type { Rule } from './rules.js';

/** The rules as a pack for villages, read from its text as any other. */
export function packOf(rules: readonly Rule[]): Packs {
  const read = readPack(
    [
      { file: 'bench/qingdan.yaml', text: MANIFEST },
      { file: 'bench/records.yaml', text: RECORDS },
      { file: 'bench/rules.yaml', text: rules.map(translate).join('---\n') },
    ],
    'sha256:bench',
  );
  const library = bindPacks([read.value]);
  const wrong = [...read.diagnostics, ...library.diagnostics].map(
    (each) => renderDiagnostic(each, 'en').message,
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return new Packs(library.value);
}

const MANIFEST = `
name: bench
version: 1.0.0
title: { zh: 测速, en: benchmark }
jurisdiction: CN
subjects: [village]
`;

const RECORDS = `
kind: Instrument
id: RULES
title: { zh: 测速规则, en: Benchmark rules }
level: CN
confidence: verified
---
kind: Record
id: payment
label: { zh: 付款, en: payment }
governingDate: paidOn
fields:
  paidOn: { type: date, label: { zh: 付款日, en: paid on } }
  amount: { type: money, label: { zh: 金额, en: amount } }
  method: { type: text, label: { zh: 方式, en: method } }
  purpose: { type: text, label: { zh: 用途, en: purpose } }
`;

function translate({ id, least, method, purposes }: Rule): string {
  return `kind: Prohibition
id: ${id}
title: { zh: 规则${id}, en: "rule ${id}" }
severity: serious
nature: violation
basis: [{ instrument: RULES, confidence: verified }]
remedy: { zh: 退回, en: return it }
appliesTo: payment
violatedWhen:
  all:
    - { fact: amount, operator: greaterThanInclusive, value: ${least} }
    - { fact: method, operator: equal, value: ${method} }
    - { fact: purpose, operator: in, value: [${purposes.join(', ')}] }
`;
}
