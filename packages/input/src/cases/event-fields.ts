import { TALLY_UNITS } from '@qingdan/core';

/** What an event may say, as the lines of a log in JSON name it. */
export const EVENT_FIELDS = [
  'id',
  'case',
  'step',
  'iteration',
  'at',
  'recordedAt',
  'seq',
  'by',
  'role',
  'participants',
  'evidence',
  'tally',
  'kind',
  'voids',
  'via',
  'data',
  'organisation',
  'procedure',
  'closed',
] as const;

export const PERSON_FIELDS = ['id', 'role', 'present', 'recused', 'by'] as const;
export const TALLY_FIELDS = ['unit', 'eligible', 'present', 'yes', 'no'] as const;
export const EVIDENCE_FIELDS = ['document', 'reference', 'on'] as const;

/** What a column may be read into as a whole. */
export const COLUMN_FIELDS: readonly string[] = EVENT_FIELDS.filter(
  (field) => field !== 'data' && field !== 'tally',
);

/** What a column of a table may be read into: besides those, the parts of some of them. */
export function isColumnField(field: string): boolean {
  if (field === 'by.id' || field === 'by.role') return true;
  const [first, unit, count, ...rest] = field.split('.');
  if (first === 'data') return unit !== undefined && unit !== '';
  if (first === 'tally') {
    const isUnit = TALLY_UNITS.some((each) => each === unit);
    return (
      isUnit &&
      TALLY_FIELDS.some((each) => each === count && each !== 'unit') &&
      rest[0] === undefined
    );
  }
  return COLUMN_FIELDS.includes(field);
}

/** Headers that mean a field in nearly every table, as `plainHeader` has them. */
export const USUAL_HEADERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    case: [
      'case',
      'caseid',
      'case_id',
      'case:concept:name',
      '案件编号',
      '案件',
      '案号',
      '案件号',
      '事项编号',
      '办件编号',
      '业务编号',
      '流水号',
      '受理编号',
      '项目编号',
    ],
    step: [
      'step',
      'activity',
      'concept:name',
      '环节',
      '步骤',
      '环节名称',
      '步骤名称',
      '办理环节',
      '程序环节',
      '活动',
    ],
    at: [
      'at',
      'timestamp',
      'time:timestamp',
      '时间',
      '日期',
      '办理时间',
      '办理日期',
      '发生时间',
      '发生日期',
    ],
    recordedAt: ['recordedat', '登记时间', '登记日期', '录入时间', '录入日期', '记录时间'],
    by: ['by', 'resource', 'org:resource', '经办人', '办理人', '承办人', '操作人', '责任人'],
    role: ['role', 'org:role', '岗位', '职务', '角色', '经办岗位', '办理岗位'],
    participants: [
      'participants',
      '参加人',
      '参与人',
      '参会人',
      '参加人员',
      '参与人员',
      '参会人员',
    ],
    evidence: ['evidence', '材料', '附件', '材料名称', '佐证材料', '证明材料', '要件'],
    kind: ['kind', 'lifecycle', 'lifecycle:transition', '事件类型', '环节状态', '步骤状态'],
    iteration: ['iteration', '轮次'],
    seq: ['seq', '顺序', '顺序号', '先后次序'],
    id: ['id', 'eventid', 'event_id', '事件编号', '记录编号'],
    voids: ['voids', '撤销', '撤销事件', '作废事件'],
    via: ['via', '另案编号', '依据案件', '依据案件编号', '前置案件', '前置案件编号'],
    organisation: ['organisation', '组织', '组织编号', '单位', '所属村', '所属组织'],
    procedure: ['procedure', '程序', '流程', '程序编号'],
    closed: ['closed', '办结', '已办结', '是否办结'],
  }).flatMap(([field, headers]) => headers.map((header) => [header, field] as const)),
);
