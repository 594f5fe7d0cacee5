import { plainHeader } from '../cells/plain.js';

/** Headers that ledgers use for one thing; labels of the packs are among them. */
const GROUPS: readonly (readonly string[])[] = [
  ['经手人', '经办人', '办理人', '经手人签字'],
  ['证明人', '证明人签字'],
  ['审批人', '批准人', '签批人', '审签人', '审批人签字', '审批', '负责人签字'],
  ['审批日期', '批准日期', '审批时间', '签批日期'],
  ['审批意见', '批准意见', '是否同意'],
  ['审批人职务', '审批职务'],
  ['收款方', '收款人', '收款单位', '收款对象', '领款人', '领款单位', '收款方名称', '收款人名称'],
  ['付款方', '交款人', '付款人', '付款单位', '缴款人', '交款单位'],
  ['付款方式', '支付方式', '结算方式', '支出方式'],
  ['付款日期', '支付日期', '支出日期', '付款时间', '支出时间'],
  ['收款日期', '收入日期', '收款时间'],
  ['金额', '支出金额', '付款金额', '收入金额', '小写金额', '金额小写', '支出', '发生额'],
  ['摘要', '事由', '支出事由', '支出事项', '用途说明', '支出内容', '内容', '支出用途', '用途'],
  ['用印日期', '盖章日期', '用印时间', '盖章时间', '使用日期'],
  ['用印事项', '事项类别', '用印类别', '用印类型'],
  ['用印内容', '用印事由', '事由', '用章事由', '盖章事由', '用印说明', '内容'],
  ['申请人', '用印人', '用章人', '申请用印人', '经办人'],
  ['印章保管人', '保管人', '盖章人', '监印人', '印章管理员'],
  ['印章种类', '印章名称', '印章类型', '用印种类'],
  ['文件名称', '材料名称', '用印文件', '用印材料', '文件标题'],
  ['份数', '用印份数', '盖章份数', '数量(份)'],
  ['标的资产资源', '资产名称', '标的名称', '租赁标的', '出租资产', '资产资源名称', '承租资产'],
  ['承租承包方', '承租人', '承租方', '承包人', '承包方', '承租单位', '租赁方', '乙方'],
  ['年租金', '年租金额', '租金', '每年租金', '年承包费'],
  ['总价款', '合同总价', '合同金额', '总租金', '租金总额', '合同总金额'],
  ['签订日期', '签订时间', '合同签订日期', '签约日期'],
  ['交易方式', '出租方式类别', '交易类型', '发包类型'],
  ['交易渠道', '招租方式', '出租方式', '发包方式', '交易平台'],
  ['登记序号', '序号', '登记号'],
  ['姓名', '名字'],
];

const BY_WORD: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [group, words] of GROUPS.entries()) {
    for (const word of words) {
      const key = plainHeader(word);
      found.set(key, [...(found.get(key) ?? []), group]);
    }
  }
  return found;
})();

/** Whether two headers, as `plainHeader` has them, are used for one thing. */
export function areSynonyms(a: string, b: string): boolean {
  const groups = BY_WORD.get(b);
  return BY_WORD.get(a)?.some((group) => groups?.includes(group) === true) === true;
}

/** Headers of the number of an entry, those first that are more likely unique. */
export const ID_HEADERS = [
  '凭证号',
  '凭证编号',
  '记账凭证号',
  '凭证字号',
  '合同编号',
  '单据号',
  '登记编号',
  '编号',
  'id',
  '序号',
];

/** Headers of the village that a row is of. */
export const ORGANISATION_HEADERS = ['所属村', '村名', '村', '村居', '行政村', '组织', '单位名称'];

/** Headers that say a date and not which. */
export const DATE_HEADERS = ['日期', '时间', '年月日', '发生日期', '业务日期', '登记日期'];

/** Headers of the first and of the last day of a period. */
export const FIRST_DAY = [
  '起始日期',
  '开始日期',
  '起租日期',
  '租期起',
  '起',
  '自',
  '合同起始日期',
  '开始时间',
  '起始时间',
  '租赁起始日',
];
export const LAST_DAY = [
  '终止日期',
  '截止日期',
  '结束日期',
  '到期日期',
  '到期日',
  '租期止',
  '止',
  '至',
  '合同终止日期',
  '结束时间',
  '到期时间',
  '租赁到期日',
];

/** Cells that say there is none. */
export const NONE_WORDS = ['无', '没有', '—', '——', '-', '/', '\\'];
