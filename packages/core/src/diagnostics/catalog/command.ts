import { error } from '../entry.js';

/** QD7xxx: the use of the command. */
export const COMMAND = {
  'bad-option': error(
    'QD7001',
    { zh: '选项 {option} 的值 `{value}` 无效', en: '`{value}` is no value for {option}' },
    { zh: '应为：{expected}', en: 'expected: {expected}' },
  ),
  'no-input': error(
    'QD7002',
    { zh: '没有可检查的记录', en: 'there is no record to check' },
    { zh: '请给出记录文件或数据集文件', en: 'name a file of records or a dataset file' },
  ),
  'no-such-item': error(
    'QD7003',
    { zh: '没有名为 `{id}` 的条目{nearest}', en: 'nothing is called `{id}`{nearest}' },
    { zh: '请核对编号', en: 'check the id' },
  ),
} as const;
