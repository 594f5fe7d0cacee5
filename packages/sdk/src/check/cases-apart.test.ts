import { type CaseLog, renderDiagnostic } from '@qingdan/core';
import { expect, it } from 'vitest';
import { CASH, packsFrom, placesOf } from '../testing/small-packs.js';
import { createChecker } from './checker.js';

const BASIS = 'basis: [{ instrument: CASH, article: "5", confidence: verified }]';

const procedure = (id: string, steps: string, more = ''): string => `
---
kind: Procedure
id: nation.${id}
effective: { from: 2020-01-01 }
title: { zh: 流程, en: ${id} }
severity: serious
nature: violation
${BASIS}
data:
  cost: { type: money, min: 0, label: { zh: 造价, en: cost } }
${more}
steps:
  ${steps}
`;

const step = (keys = ''): string => `go: { title: { zh: 步骤, en: go }${keys} }`;

const total = (of: string): string => `
limit:
  sum: { in: nation.${of}, as: w, of: w.cost }
  operator: lessThan
  value: 1000`;

const { packs, diagnostics } = packsFrom({
  nation: {
    manifest: CASH.manifest,
    policy: `${CASH.policy}
${procedure('alone', step())}
${procedure('papers', step(), 'limit: { fact: cost, operator: lessThan, value: 9 }')}
${procedure('decides', step())}
${procedure('rests', step(', via: nation.decides'))}
${procedure('adds', step(), total('adds'))}
${procedure('looks', step(', when: { some: { in: nation.seen, as: s, where: { fact: s.cost, operator: present } } }'))}
${procedure('seen', step())}
${procedure('ruled', step())}
---
kind: Prohibition
id: nation.ruled-out
effective: { from: 2020-01-01 }
title: { zh: 禁止, en: ruled out }
severity: minor
nature: violation
${BASIS}
appliesTo: payment
violatedWhen:
  some: { in: nation.ruled, as: r, where: { fact: r.cost, operator: present } }
accountable: [bookkeeper]
`,
  },
});

it('the packs of these tests are sound', () => {
  expect(diagnostics.map((item) => renderDiagnostic(item, 'en').message)).toEqual([]);
  expect(placesOf(diagnostics)).toEqual([]);
});

it.each<[string, string, boolean]>([
  ['nothing else has to do with', 'alone', true],
  ['looks at its own data only', 'papers', true],
  ['does steps of others', 'decides', false],
  ['leaves a step to another case', 'rests', false],
  ['looks through its own cases', 'adds', false],
  ['looks through the cases of another', 'looks', false],
  ['is looked through by another procedure', 'seen', false],
  ['is looked through by a rule on records', 'ruled', false],
  ['isn’t in the packs', 'missing', false],
])('whether a case stands apart whose procedure %s', (_what, id, isApart) => {
  const log: CaseLog = {
    id: 'C-1',
    procedure: `nation.${id}`,
    organisation: undefined,
    events: [],
    closed: false,
    record: undefined,
  };
  expect(createChecker(packs).standsApart(log)).toBe(isApart);
});
