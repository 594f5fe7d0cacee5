import { error, warning } from '../entry.js';

/** QD5xxx: records. */
export const RECORDS = {
  'json-syntax': error(
    'QD5001',
    { zh: 'JSON 语法错误：{reason}', en: 'JSON syntax: {reason}' },
    {
      zh: '请按提示位置修正；其余各行照常检查',
      en: 'mend it at the place shown; the other lines are still checked',
    },
  ),
  'not-a-record': error(
    'QD5002',
    {
      zh: '此处应为一条记录（对象），实为{actual}',
      en: 'expected a record (an object), found {actual}',
    },
    {
      zh: '每条记录写成 { "kind": …, "id": … }',
      en: 'write each record as { "kind": …, "id": … }',
    },
  ),
  'unknown-record-kind': error(
    'QD5003',
    { zh: '没有记录种类 `{kind}`{nearest}', en: 'there is no record kind `{kind}`{nearest}' },
    { zh: '可用：{known}', en: 'known kinds: {known}' },
  ),
  'no-record-id': error(
    'QD5004',
    { zh: '记录缺少 `{key}`', en: 'the record lacks `{key}`' },
    { zh: '请补上 `{key}`', en: 'add `{key}`' },
  ),
  'bad-record-id': error(
    'QD5005',
    {
      zh: '`{key}` 必须是不超过 {limit} 个字的文字',
      en: '`{key}` has to be a text of at most {limit} characters',
    },
    { zh: '请改写 `{key}`', en: 'write another `{key}`' },
  ),
  'rest-unread': error(
    'QD5006',
    {
      zh: '只读到此处，其后没有读取：{reason}',
      en: 'read up to here and no further: {reason}',
    },
    {
      zh: '请确认给出的是记录或者办理日志；其后即使有也没有检查',
      en: 'see that it is a file of records or events; any that come after were not checked',
    },
  ),
  'unknown-field': error(
    'QD5101',
    { zh: '`{kind}` 没有字段 `{field}`{nearest}', en: '`{kind}` has no field `{field}`{nearest}' },
    {
      zh: '请改名；规则不用的内容放进 `extra`',
      en: 'rename it; put what no rule reads into `extra`',
    },
  ),
  'wrong-type': error(
    'QD5102',
    {
      zh: '`{value}` 不是{type}，按未知处理',
      en: '`{value}` is no {type}, and is read as unknown',
    },
    { zh: '{hint}', en: '{hint}' },
  ),
  'out-of-range': error(
    'QD5105',
    {
      zh: '`{value}` {bound}，按未知处理',
      en: '`{value}` is {bound}, and is read as unknown',
    },
    { zh: '请核对数值和单位', en: 'check the figure and its unit' },
  ),
  'duplicate-record': error(
    'QD5103',
    { zh: '记录 {kind} `{id}` 出现两次', en: 'the record {kind} `{id}` appears twice' },
    { zh: '请核对编号', en: 'check the id' },
  ),
  'none-and-value': error(
    'QD5104',
    {
      zh: '字段 `{field}` 既有值又列入 none，按未知处理',
      en: '`{field}` has a value and is listed in `none`; it is read as unknown',
    },
    { zh: '请只保留一处', en: 'keep one of them' },
  ),
  'bad-dataset': error(
    'QD5201',
    { zh: '数据集文件：{reason}', en: 'dataset file: {reason}' },
    { zh: '请参看 docs/guide/records.md', en: 'see docs/guide/records.md' },
  ),
  'unknown-format': error(
    'QD5202',
    { zh: '不识别的文件类型 {file}', en: 'the type of {file} is not known' },
    { zh: '可用：.json .jsonl .yaml .csv .xlsx', en: 'known: .json .jsonl .yaml .csv .xlsx' },
  ),
  'organisation-not-placed': warning(
    'QD5203',
    {
      zh: '组织 {id} 的{what}不明：只按全国规定判断，地方补充规定没有适用',
      en: 'the {what} of the organisation {id} is not known: it is judged by national rules alone, without those of its own places',
    },
    {
      zh: '请给出该组织的记录，写明主体和区划代码（CN 或者 2、4、6、9、12 位数字）',
      en: 'give the record of the organisation with its subject and jurisdiction (CN, or 2, 4, 6, 9 or 12 digits)',
    },
  ),
  'books-not-complete': warning(
    'QD5204',
    {
      zh: '{file} 有记录未能读入，{kinds} 的账册不按完整处理：不据此断定什么没有发生',
      en: 'records of {file} were lost, so the books of {kinds} are not taken as complete: nothing is concluded from what they lack',
    },
    {
      zh: '请先修正该文件的其他问题：无法读取、语法、编号缺失或重复',
      en: 'first mend what else is wrong with the file: unreadable, syntax, ids that lack or repeat',
    },
  ),
  'subject-assumed': warning(
    'QD5205',
    {
      zh: '组织 {id} 的主体不明：按 {subject} 判断，办理日志按其流程所属的主体判断',
      en: 'whether the organisation {id} is a village, a community or another is not known: it is judged as a {subject}, and a case as its procedure is meant for',
    },
    {
      zh: '请在该组织的记录中写明主体 subject：village、community、cooperative 或者 station',
      en: 'give its `subject` in the record of the organisation: village, community, cooperative or station',
    },
  ),
  'no-lists': warning(
    'QD5206',
    {
      zh: '组织 {id}（{subject}）没有适用的权力、责任和负面清单：它的记录未作判断',
      en: 'there are no lists for the organisation {id} ({subject}): its records are not judged',
    },
    {
      zh: '请核对该组织的主体 subject 和区划代码，或者用 --packs 加上适用的规则包；现有清单适用于：{subjects}',
      en: 'check its `subject` and jurisdiction, or add packs for it by --packs; those in use are for: {subjects}',
    },
  ),
} as const;
