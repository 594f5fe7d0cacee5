import { basename } from 'node:path';
import { type Day, type Parameter, type Policy, valueInForce } from '@qingdan/core';
import { formatPolicy } from '@qingdan/language';
import { usedParameters } from '@qingdan/report';
import type { Packs } from '@qingdan/sdk';
import { instrumentOf, manifestText, type NewPack } from './new-pack.js';
import { type OwedParameter, parameterEntry } from './parameter-entry.js';
import { quoted } from './quoted.js';

/** An overlay: a document to cite, and an entry in comments for each figure that is left to the place. */
export interface CountyPack {
  readonly files: ReadonlyMap<string, string>;
  /** How many figures are left to it. */
  readonly owed: number;
}

/** The overlay of a place, with what is unset there on a day; files are called as those that declare the figures. */
export function countyPack(pack: NewPack, packs: Packs, clock: Day): CountyPack {
  const { subject, jurisdiction } = pack;
  const policy = packs.policyFor({ subject, jurisdiction });
  const isLeft = (id: string): boolean =>
    packs.library.parameters.get(id)?.some(({ values }) => values.some((each) => each.unset)) ===
    true;
  const owed = owedParameters(policy, clock).filter(
    // What only the law of other subjects says is owed where something rests on it.
    ({ parameter, items }) => items.length > 0 || isLeft(parameter.id),
  );
  const files = new Map([
    ['qingdan.yaml', formatPolicy(manifestText(pack)).value],
    ['instruments.yaml', formatPolicy(instrumentText(pack)).value],
  ]);
  if (policy.items.some(([first]) => first?.id === INHERITED)) {
    files.set('tests/inherited.test.yaml', formatPolicy(testText(pack)).value);
  }
  for (const { parameter } of owed) {
    const path = pathOf(parameter);
    if (files.has(path)) continue;
    const entries = owed.filter((each) => pathOf(each.parameter) === path);
    files.set(path, HEADER + entries.map((each) => parameterEntry(each, pack)).join(''));
  }
  return { files, owed: owed.length };
}

function owedParameters(policy: Policy, clock: Day): readonly OwedParameter[] {
  const items = new Map<string, Set<string>>();
  for (const revisions of [...policy.items, ...policy.procedures.values()]) {
    for (const item of revisions) {
      for (const id of usedParameters(item, policy)) {
        const known = items.get(id) ?? new Set();
        items.set(id, known.add(item.id));
      }
    }
  }
  return [...policy.parameters.values()]
    .filter((parameter) => parameter.tighten !== 'none')
    .flatMap((parameter) => {
      const value = valueInForce(parameter, clock);
      if (value?.unset !== true) return [];
      const since = value.interval.from;
      return [{ parameter, since, items: [...(items.get(parameter.id) ?? [])].sort() }];
    });
}

function pathOf({ span }: Parameter): string {
  return `parameters/${basename(span.source.file)}`;
}

const HEADER = `## 上级留给本地规定的标准，一项一段。已有本地规定的，去掉该段每行开头的 #，换成本地的数值和条款；尚无规定的不要填写，
## 依此判断的条目会说明“标准未设定”。示例数值取自虚构的县，不是建议。
## Figures that the levels above leave to this place. Where there is a local rule, uncomment the entry and put its own
## value and article; where there is none, leave it: items that rest on it say that the figure is unset. The values are
## examples of a fictional county and no advice.
`;

/** The item whose verdict shows that the rules from above hold in the place. */
const INHERITED = 'village.exp-cash-over';

function testText({ jurisdiction, from }: NewPack): string {
  const village = jurisdiction.padEnd(12, '001');
  return `# 上级的条目在本地同样适用。填写本地数值后，请为每项数值补写恰为该数、刚过该数两种情形；用 \`qingdan test\` 运行。
# The items from above hold here. For each value set here, add a case just at it and one just beyond; \`qingdan test\` runs them.
record: expenditure
organisation: { id: V1, subject: village, jurisdiction: "${village}" }
tests:
  - name: 现金付给单位超过结算起点，违规 · cash above the settlement limit
    given:
      id: E-1
      paidOn: ${from}
      amount: "1000.01"
      payment: { method: cash, bankAgreed: false }
      payee: { type: unit }
      purpose: goods
    expect: { violated: [${INHERITED}] }
  - name: 金额不明，尚不能判断 · the amount is not known
    given:
      id: E-2
      paidOn: ${from}
      payment: { method: cash, bankAgreed: false }
      payee: { type: unit }
      purpose: goods
    expect: { undetermined: { ${INHERITED}: [amount] } }
`;
}

function instrumentText({ name, jurisdiction, from }: NewPack): string {
  return `# 本地规定的出处。请换成实际文件；一份文件写一段，条文总数写进 articles，引用超出的会报错。
# The local rules that set the figures. Put real ones here, one entry each, with the number of their \`articles\`.
---
kind: Instrument
id: ${quoted(instrumentOf(name))}
title: { zh: 村级权力清单补充规定（示例，请替换）, en: Supplementary rules on village powers (an example to be replaced) }
level: ${quoted(jurisdiction)}
effective: { from: ${from} }
confidence: local
`;
}
