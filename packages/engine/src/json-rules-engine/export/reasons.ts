import type { Text } from '@qingdan/core';

/** Why an item, or a part of one, has no form as rules over a single record. */
export const REASONS = {
  power: {
    zh: '权力条目要把审批人逐一对应到岗位，不是针对事实的条件',
    en: 'a power matches approvers to places, which is no condition over facts',
  },
  duty: {
    zh: '责任条目要按工作日计算期限',
    en: 'a duty falls due by working days',
  },
  periods: {
    zh: '它按期间检查一个组织，而不是检查一条记录',
    en: 'it judges an organisation by periods, and no record',
  },
  records: {
    zh: '它要查看其他记录，而结论取决于账册是否齐全',
    en: 'it looks at other records, and what it finds depends on whether the books are complete',
  },
  follow: {
    zh: '`{what}` 要读另一条记录',
    en: '`{what}` reads another record',
  },
  kin: { zh: '它要查亲属关系登记', en: 'it looks into the register of kinship' },
  path: { zh: '它要沿其他记录查找关联', en: 'it follows a chain through other records' },
  outlier: { zh: '它要与一组数值比较离散程度', en: 'it judges how far a value lies from others' },
  workdays: { zh: '工作日要查节假日安排', en: 'working days need the calendar of public holidays' },
  due: { zh: '它要读履责期限', en: 'it reads when a duty falls due' },
  event: { zh: '它要读办理环节的日期', en: 'it reads the day of a step' },
  hidden: {
    zh: '字段 `{what}` 与记录自身的 `{what}` 重名',
    en: 'a field hides the record’s own `{what}`',
  },
  literal: { zh: '`{what}` 没有 JSON 写法', en: '`{what}` has no form in JSON' },
  deep: { zh: '它引用的条件或事实嵌套过深', en: 'the conditions or facts it names nest too deep' },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof REASONS;
