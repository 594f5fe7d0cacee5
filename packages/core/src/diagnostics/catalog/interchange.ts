import { error, warning } from '../entry.js';

/** QD75xx: rules that go to other engines, and that come from them. */
export const INTERCHANGE = {
  'cannot-export': warning(
    'QD7501',
    {
      zh: '`{item}` 不能导出为 {format}：{reason}',
      en: '`{item}` cannot be exported as {format}: {reason}',
    },
    {
      zh: '该条目未导出，其余照常；请继续用 qingdan 检查它',
      en: 'the item was left out and the others were not; keep checking it with qingdan',
    },
  ),
  'cannot-write': error(
    'QD7502',
    { zh: '无法写入：{reason}', en: 'it cannot be written: {reason}' },
    { zh: '请核对路径和写入权限', en: 'check the path and the permission to write there' },
  ),
  'already-there': error(
    'QD7503',
    { zh: '该文件已存在', en: 'there is such a file already' },
    { zh: '请换一个文件夹，或先移走该文件', en: 'choose another folder, or move the file away' },
  ),
  'no-such-procedure': error(
    'QD7504',
    { zh: '没有编号为 `{id}` 的流程{nearest}', en: 'no procedure is called `{id}`{nearest}' },
    {
      zh: '请核对编号；流程图只有权力运行流程（Procedure）才有',
      en: 'check the id; only procedures are drawn',
    },
  ),
  'procedure-not-in-force': warning(
    'QD7505',
    {
      zh: '流程 `{id}` 在{date}没有施行中的版本',
      en: 'no revision of the procedure `{id}` is in force on {date}',
    },
    {
      zh: '该流程未导出；请用 --as-of 指定施行期间内的日期',
      en: 'it was left out; name a day on which it is in force by --as-of',
    },
  ),
  'not-rules': error(
    'QD7511',
    {
      zh: '这不是 json-rules-engine 的规则：{reason}',
      en: 'no rules of json-rules-engine: {reason}',
    },
    {
      zh: '应为一条规则、规则列表，或 { rules: […], conditions: { … } }',
      en: 'give a rule, a list of rules, or { rules: […], conditions: { … } }',
    },
  ),
  'cannot-import': error(
    'QD7512',
    {
      zh: '规则 `{rule}` 不能导入：{reason}',
      en: 'the rule `{rule}` cannot be imported: {reason}',
    },
    {
      zh: '请先改写这条规则；导入从不近似',
      en: 'write the rule differently first: nothing is approximated on import',
    },
  ),
  'unknown-rule-fact': error(
    'QD7513',
    {
      zh: '规则 `{rule}` 用到事实 `{fact}`，记录种类 `{kind}` 没有这个字段{nearest}',
      en: 'the rule `{rule}` reads the fact `{fact}`, and records of kind `{kind}` have no such field{nearest}',
    },
    {
      zh: '可用：{known}。程序运行时才算出的事实，须先作为字段记入记录',
      en: 'known here: {known}. What a program works out at run time has to be recorded as a field first',
    },
  ),
  'dropped-on-import': warning(
    'QD7514',
    {
      zh: '规则 `{rule}` 的 `{key}` 未导入：{reason}',
      en: '`{key}` of the rule `{rule}` was left out: {reason}',
    },
    { zh: '这不影响规则何时命中', en: 'this changes nothing about when the rule fires' },
  ),
  'not-declare': error(
    'QD7515',
    { zh: 'Declare 模型的这一行读不懂：{text}', en: 'this is no line of a Declare model: {text}' },
    {
      zh: '每行应为活动（activity）、绑定（bind）、属性或约束，例如 `Response[A, B] |A.x > 5 | |`',
      en: 'a line is an activity, a binding, an attribute or a constraint such as `Response[A, B] |A.x > 5 | |`',
    },
  ),
  'cannot-import-constraint': error(
    'QD7516',
    {
      zh: '约束 `{constraint}` 不能导入：{reason}',
      en: 'the constraint `{constraint}` cannot be imported: {reason}',
    },
    {
      zh: '请先改写这条约束；导入从不近似',
      en: 'write the constraint differently first: nothing is approximated on import',
    },
  ),
} as const;
