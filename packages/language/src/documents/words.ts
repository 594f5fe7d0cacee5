import { said, type Text } from '@qingdan/core';

/** What the shapes and document kinds are called in Chinese, with the word of YAML beside it where it is one. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ['Instrument', '法律文件（Instrument）'],
  ['Parameter', '参数（Parameter）'],
  ['Table', '决策表（Table）'],
  ['Record', '记录种类（Record）'],
  ['Role', '岗位（Role）'],
  ['Body', '机构（Body）'],
  ['Relations', '亲属关系（Relations）'],
  ['Definition', '定义（Definition）'],
  ['Condition', '命名条件（Condition）'],
  ['Power', '权力（Power）'],
  ['Responsibility', '责任（Responsibility）'],
  ['Prohibition', '禁止事项（Prohibition）'],
  ['procedure', '程序（procedure）'],
  ['qingdan.yaml', '清单文件（qingdan.yaml）'],
  ['document', '文档'],
  ['enum', '选项（enum）'],
  ['item', '条目'],
  ['field', '字段'],
  ['fact', '事实'],
  ['set of relations', '亲属范围（sets）'],
  ['relation', '亲属关系'],
  ['text', '文字'],
  ['integer', '整数'],
  ['true or false', 'true 或者 false'],
  ['day, such as 2026-02-03', '日期，如 2026-02-03'],
  ['day or month, such as 2026-02-03 or 2026-02', '日期或月份，如 2026-02-03 或 2026-02'],
  ['value', '值'],
  ['name', '名称'],
  ['id', '编号'],
  ['length', '时长'],
  ['path', '事实的路径（path）'],
  ['path in the element', '列表一项中的路径'],
  ['record kind', '记录种类'],
  ['record kind or list', '记录种类或列表'],
  ['record kind or period', '记录种类或期间'],
  ['list of the record', '记录中的列表'],
  ['field of a record', '记录的字段'],
  ['output of the table', '决策表的输出'],
  ['name of a pack', '规则包名称'],
  ['range of versions', '版本范围'],
  ['range of versions, such as ^1.0', '版本范围，如 ^1.0'],
  ['version', '版本号'],
  ['version, such as 1.0.0', '版本号，如 1.0.0'],
  ['jurisdiction', '区划'],
  ['jurisdiction code', '区划代码'],
  ['window', '时间窗口'],
  [
    'window, such as `30 days before paidOn` or `same quarter as paidOn`',
    '时间窗口，如 `30 days before paidOn` 或 `same quarter as paidOn`',
  ],
  ['from and to', '起止日期（from、to）'],
  ['interval', '起止日期（interval）'],
  ['period', '期间（period）'],
  ['literal', '直接写出的值'],
  ['bounds', '上下限'],
  ['cell', '单元格'],
  ['row', '行'],
  ['condition', '条件'],
  ['value form', '取值式'],
  ['source', '来源'],
  ['type', '类型'],
  ['values', '选项值'],
  ['link', '一环（through）'],
  ['basis', '依据（basis）'],
  ['authority', '审批权限（authority）'],
  ['approver', '批准人（approver）'],
  ['covers', '覆盖期（covers）'],
  ['disclosure', '公开要求（disclosure）'],
  ['due', '期限（due）'],
  ['each', '逐条来源（each）'],
  ['extension', '引入（extends）'],
  ['governs', '管辖（governs）'],
  ['reason', '理由（reason）'],
  ['risk', '风险点（risks）'],
  ['waiver', '豁免（waivers）'],
  ['term', '用语（terms）'],
  ['input', '输入'],
  ['output', '输出'],
]);

/** A word of a shape in either language; one without a Chinese name is a key of YAML, and stays what it is. */
export function wordText(en: string): Text {
  const whole = CHINESE.get(en);
  if (whole !== undefined) return { zh: whole, en };
  const id = /^id of an? (.+)$/.exec(en)?.[1];
  if (id !== undefined) return { zh: `${wordText(id).zh}的编号`, en };
  return { zh: en, en };
}

/** Whose keys a message speaks of. */
export function ownerParams(what: string): Readonly<Record<string, string>> {
  return said('owner', wordText(what));
}
