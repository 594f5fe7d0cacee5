import { TALLY_UNITS, type TallyUnit } from '@qingdan/core';
import { plainHeader } from '../../tables/cells/plain.js';
import { DATE_HEADERS, ORGANISATION_HEADERS } from '../../tables/suggest/synonyms.js';

/** Headers that likely mean a field of an event. Unlike the usual ones they are only proposed, for the clerk to look over. */
export const LIKELY_HEADERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    case: [
      '工程号',
      '工程编号',
      '项目号',
      '登记号',
      '登记编号',
      '事项号',
      '办件号',
      '卷号',
      '档案号',
    ],
    step: [
      '办理步骤',
      '流程环节',
      '流程步骤',
      '工作环节',
      '工作步骤',
      '节点',
      '流程节点',
      '办理事项',
      '办理内容',
      '工作内容',
    ],
    at: ['办理日', '办理年月日', '完成日期', '完成时间', ...DATE_HEADERS],
    recordedAt: ['填报日期', '填表日期', '填写日期'],
    by: [
      '经手人',
      '经办',
      '经办人员',
      '经办人姓名',
      '经办人编号',
      '办理人编号',
      '办理人员',
      '办理人姓名',
      '承办人员',
      '主办人',
    ],
    role: ['身份', '岗位职务', '经办人职务', '经办人岗位', '办理人职务', '办理人岗位'],
    participants: ['出席人员', '到会人员'],
    evidence: ['所附材料', '所附文件', '附件材料', '相关材料', '提交材料', '留存材料', '档案材料'],
    kind: ['状态', '办理状态', '起止', '起讫', '开始或结束'],
    via: ['依据案号', '决议案号', '关联案号', '关联案件', '另案案号', '前置案号', '另案'],
    closed: ['结案', '是否结案', '办结情况'],
    organisation: ORGANISATION_HEADERS,
    procedure: ['流程名称', '程序名称', '所属流程', '所属程序', '适用流程', '流程编号'],
  }).flatMap(([field, headers]) => headers.map((header) => [plainHeader(header), field] as const)),
);

/** Headers of columns that say nothing of the case. */
export const IDLE_HEADERS: ReadonlySet<string> = new Set(
  ['序号', '行号', '备注', '说明'].map(plainHeader),
);

const COUNTS: readonly (readonly [count: string, word: RegExp])[] = [
  ['no', /反对|不同意/u],
  ['yes', /赞成|同意/u],
  ['eligible', /应到|应参加|应出席/u],
  ['present', /实到|到会|出席|实际参加/u],
];

const UNITS: readonly (readonly [unit: TallyUnit, word: RegExp])[] = [
  ['households', /户/u],
  ['deputies', /成员代表/u],
  ['voters', /选民/u],
];

/** What a header counts of a vote: 应到人数, 赞成票. */
export function tallyOf(
  header: string,
): { readonly count: string; readonly unit: TallyUnit | undefined } | undefined {
  const count = COUNTS.find(([, word]) => word.test(header))?.[0];
  // 出席人员 are people, and 是否同意 is no number.
  if (count === undefined || /人员|名单|是否|日期|时间|意见/u.test(header)) return undefined;
  const named = TALLY_UNITS.find((unit) => plainHeader(header).includes(unit));
  return { count, unit: named ?? UNITS.find(([, word]) => word.test(header))?.[0] };
}
