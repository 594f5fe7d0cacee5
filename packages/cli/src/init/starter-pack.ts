import { formatPolicy } from '@qingdan/language';
import { instrumentOf, manifestText, type NewPack } from './new-pack.js';
import { quoted } from './quoted.js';

/** The kind of record that the first item of a new pack judges. */
export const STARTER_RECORD = 'cash-count';

/** The files of a small pack: a document, a figure, a prohibition that reads it, and its tests. */
export function starterPack(pack: NewPack): ReadonlyMap<string, string> {
  const files = {
    'qingdan.yaml': manifestText(pack),
    'instruments.yaml': instruments(pack),
    'parameters/cash.yaml': parameters(pack),
    'prohibitions/cash.yaml': prohibitions(pack),
    'tests/cash.test.yaml': tests(pack),
  };
  return new Map(
    Object.entries(files).map(([path, text]) => [path, formatPolicy(text).value] as const),
  );
}

function instruments({ name, jurisdiction, from }: NewPack): string {
  return `# 本包引用的文件。请换成实际文件；核对过原文的，confidence 写 verified。
# The documents that this pack cites. Put real ones here; \`confidence: verified\` is for those whose words were read.
---
kind: Instrument
id: ${quoted(instrumentOf(name))}
title: { zh: 现金管理规定（示例，请替换）, en: Rules on cash (an example to be replaced) }
level: ${quoted(jurisdiction)}
effective: { from: ${from} }
confidence: recalled
`;
}

function parameters({ name, from }: NewPack): string {
  return `# 数额写在这里，不写进条件：有起止日期，有出处；tighten 说明下级可以往哪个方向收紧。
# Figures stand here and not in conditions: dated and cited; \`tighten\` says which way those below may move them.
---
kind: Parameter
id: ${quoted(`${name}.iou-mark`)}
label: { zh: 白条抵库的提示金额, en: IOU slips held as cash that call for a look }
type: money
tighten: lower
values:
  - { from: ${from}, value: 500, basis: [{ instrument: ${quoted(instrumentOf(name))}, confidence: recalled }] }
`;
}

function prohibitions({ name, from }: NewPack): string {
  return `# 一个条目：适用于哪种记录、什么情形成立、依据什么。字段见 \`qingdan explain record:${STARTER_RECORD}\`。
# An item: which records it judges, what makes it so, on what authority. The fields: \`qingdan explain record:${STARTER_RECORD}\`.
# \`violation\` 须有核对过的依据；\`suspicion\` 是疑点，由人核实。
# \`violation\` needs a basis that was read; \`suspicion\` is for a person to verify.
---
kind: Prohibition
id: ${quoted(`${name}.iou-held`)}
effective: { from: ${from} }
title: { zh: 白条抵库金额过大, en: Too much held in IOU slips }
basis: [{ instrument: ${quoted(instrumentOf(name))}, confidence: recalled }]
severity: minor
nature: suspicion
remedy: { zh: 限期收回欠款，补齐正式凭证, en: Collect what is owed and file proper vouchers }
appliesTo: ${STARTER_RECORD}
violatedWhen:
  id: above-mark
  says: { zh: 白条抵库金额超过提示金额, en: the IOU slips exceed the mark }
  fact: iouAmount
  operator: greaterThan
  value: { parameter: ${quoted(`${name}.iou-mark`)} }
accountable: [cashier]
`;
}

function tests({ name, from, subject = 'village' }: NewPack): string {
  const item = quoted(`${name}.iou-held`);
  return `# 每个条目至少写三种情形：成立、不成立、资料不全。用 \`qingdan test\` 运行。
# Three cases for each item at least: it is so, it is not, something is missing. \`qingdan test\` runs them.
record: ${STARTER_RECORD}
organisation: { id: V1, subject: ${subject}, jurisdiction: "990101001001" }
tests:
  - name: 白条超过提示金额，列为疑点 · above the mark
    given: { id: C-1, countedOn: ${from}, iouAmount: "500.01" }
    expect:
      violated: [{ ${item}: [above-mark] }]
      explains: [白条抵库金额超过提示金额, the IOU slips exceed the mark]
  - name: 恰为提示金额，不列 · exactly at the mark
    given: { id: C-2, countedOn: ${from}, iouAmount: "500" }
    expect: { satisfied: [${item}] }
  - name: 白条金额不明，尚不能判断 · the amount is not known
    given: { id: C-3, countedOn: ${from} }
    expect: { undetermined: { ${item}: [iouAmount] } }
`;
}
