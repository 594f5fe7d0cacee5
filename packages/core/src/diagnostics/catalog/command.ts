import { error } from '../entry.js';

const SEE_HELP = { zh: '请用 --help 查看用法', en: 'see --help' };

/** QD7xxx: the use of the command. */
export const COMMAND = {
  'bad-option': error(
    'QD7001',
    { zh: '选项 {option} 的值 `{value}` 无效', en: '`{value}` is no value for {option}' },
    { zh: '应为：{expected}', en: 'expected: {expected}' },
  ),
  'no-input': error(
    'QD7002',
    { zh: '没有可检查的记录或案件', en: 'there is no record and no case to check' },
    {
      zh: '请给出记录文件或数据集文件，或者用 --log 给出流程日志',
      en: 'name a file of records, a dataset file, or a log by --log',
    },
  ),
  'no-such-item': error(
    'QD7003',
    { zh: '没有名为 `{id}` 的条目{nearest}', en: 'nothing is called `{id}`{nearest}' },
    { zh: '请核对编号', en: 'check the id' },
  ),
  'unknown-command': error(
    'QD7004',
    { zh: '没有命令 `{command}`{nearest}', en: 'there is no command `{command}`{nearest}' },
    SEE_HELP,
  ),
  'unknown-option': error(
    'QD7005',
    { zh: '没有选项 `{option}`{nearest}', en: 'there is no option `{option}`{nearest}' },
    SEE_HELP,
  ),
  'missing-argument': error(
    'QD7006',
    { zh: '缺少参数 `{argument}`', en: 'the argument `{argument}` is missing' },
    SEE_HELP,
  ),
  'too-many-arguments': error(
    'QD7007',
    { zh: '给 `{command}` 的参数过多', en: 'there are too many arguments for `{command}`' },
    SEE_HELP,
  ),
  'option-lacks-value': error(
    'QD7008',
    { zh: '选项 `{option}` 缺少值', en: 'the option `{option}` lacks its value' },
    SEE_HELP,
  ),
  'missing-option': error(
    'QD7009',
    { zh: '须给出选项 `{option}`', en: 'the option `{option}` is required' },
    SEE_HELP,
  ),
  'conflicting-options': error(
    'QD7010',
    {
      zh: '选项 `{option}` 不能与 `{other}` 同用',
      en: 'the option `{option}` does not go with `{other}`',
    },
    { zh: '请只用其中一个', en: 'use one of them' },
  ),
  'no-procedure': error(
    'QD7011',
    {
      zh: '{file} 的事项所属流程 `{procedure}` 未列入规则包，或者事项开始时尚未施行{nearest}',
      en: 'the packs have no procedure `{procedure}`, as {file} says of its cases, or none yet when they began{nearest}',
    },
    {
      zh: '请在日志中写明 procedure，或者用 --procedure 指定；现有流程：{known}',
      en: 'name it in the log (`procedure`) or by --procedure; there are: {known}',
    },
  ),
  'procedure-of-others': error(
    'QD7013',
    {
      zh: '流程 `{procedure}` 不适用于 {organisation}（{file} 的事项 {case}）：该组织的类型或者所在地区不在规则包适用范围内',
      en: 'the procedure `{procedure}` is not for {organisation}, of which {file} has the case {case}: the packs have it for organisations of another kind or place',
    },
    {
      zh: '请核对该组织登记的类型（subject）和地区（jurisdiction）；本流程适用于：{subjects}',
      en: 'check `subject` and `jurisdiction` in the record of the organisation; the procedure is for: {subjects}',
    },
  ),
  'no-such-case': error(
    'QD7012',
    { zh: '日志中没有事项 `{id}`{nearest}', en: 'the logs have no case `{id}`{nearest}' },
    { zh: '现有事项：{known}', en: 'there are: {known}' },
  ),
} as const;
