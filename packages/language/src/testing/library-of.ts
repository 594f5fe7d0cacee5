import { type Diagnostic, renderDiagnostic } from '@qingdan/core';
import { bindPacks } from '../bind/bind-packs.js';
import type { Library } from '../library.js';
import { readPack } from '../read/read-pack.js';

/** A pack for a test: its documents, and what its manifest says beyond its name. */
export interface TestPack {
  readonly name: string;
  readonly text: string;
  /** Lines of the manifest; the jurisdiction is `CN` if they name none. */
  readonly manifest?: string;
}

export const pack = (name: string, text: string, manifest = ''): TestPack => ({
  name,
  text,
  manifest,
});

/** Reads and binds packs; a test whose policy doesn't even bind is itself at fault. */
export function libraryOf(...packs: readonly TestPack[]): Library {
  const read = packs.map(({ name, text, manifest = '' }) => {
    const jurisdiction = manifest.includes('jurisdiction:') ? '' : 'jurisdiction: CN\n';
    const head = `name: ${name}\nversion: 1.0.0\ntitle: { zh: 包, en: pack }\n${jurisdiction}${manifest}`;
    return readPack(
      [
        { file: `${name}/qingdan.yaml`, text: head },
        ...(text === '' ? [] : [{ file: `${name}/a.yaml`, text }]),
      ],
      `sha256:${name}`,
    );
  });
  const bound = bindPacks(read.map(({ value }) => value));
  const wrong = [...read.flatMap(({ diagnostics }) => diagnostics), ...bound.diagnostics];
  if (wrong.length > 0)
    throw new Error(wrong.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  return bound.value;
}

/** What a check says, without the places: the name and the parameters that matter to a test. */
export function said(diagnostics: readonly Diagnostic[], ...params: readonly string[]): string[] {
  return diagnostics.map((item) =>
    [item.name, ...params.map((name) => item.params[name] ?? '')].join(' '),
  );
}

/** A record kind, roles, bodies and instruments for small policies. */
export const BASE = `
kind: Instrument
id: LAW
title: { zh: 法, en: law }
level: CN
articles: 40
confidence: verified
---
kind: Instrument
id: OLD
title: { zh: 旧法, en: old law }
level: CN
effective: { until: 2026-01-01 }
confidence: verified
---
kind: Instrument
id: CITY
title: { zh: 市规, en: city rules }
level: "3302"
effective: { from: 2020-01-01 }
confidence: verified
---
kind: Role
id: director
title: { zh: 村民委员会主任, en: director of the villagers' committee }
---
kind: Body
id: committee
title: { zh: 村民委员会, en: villagers' committee }
---
kind: Body
id: assembly
title: { zh: 村民会议, en: villagers' assembly }
---
kind: Record
id: expenditure
label: { zh: 支出, en: expenditure }
governingDate: paidOn
fields:
  amount: { type: money, min: 0, label: { zh: 金额, en: amount } }
  paidOn: { type: date, label: { zh: 付款日期, en: date of payment } }
  method: { type: enum, values: { cash: { zh: 现金, en: cash }, bank: { zh: 转账, en: bank }, card: { zh: 卡, en: card } }, label: { zh: 方式, en: method } }
  urgent: { type: boolean, label: { zh: 紧急, en: urgent } }
  purpose: { type: text, label: { zh: 用途, en: purpose } }
`;

/** A prohibition that is sound but for what a test changes. */
export function prohibition(
  id: string,
  keys = '',
  violatedWhen = 'fact: urgent, operator: equal, value: true',
): string {
  const basis = keys.includes('basis:')
    ? ''
    : 'basis: [{ instrument: LAW, article: "5", confidence: verified }]\n';
  return `
---
kind: Prohibition
id: ${id}
title: { zh: 村民委员会禁止, en: forbidden to the villagers' committee }
severity: serious
nature: violation
${basis}${keys}
appliesTo: expenditure
violatedWhen: { ${violatedWhen} }
`;
}

/** A parameter declared with the given keys. */
export function parameter(id: string, keys: string): string {
  return `
---
kind: Parameter
id: ${id}
label: { zh: 参数, en: parameter }
${keys}
`;
}
