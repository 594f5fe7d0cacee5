import { error, info, warning } from '../entry.js';

/** QD54xx: logs of events. */
export const CASES = {
  'unknown-log-format': error(
    'QD5401',
    {
      zh: '看不出 {file} 是哪种办事日志',
      en: '{file} is no log of events of a kind that is known',
    },
    {
      zh: '可用：.jsonl .csv .xlsx .xes .xes.gz，以及 OCEL 2.0 的 .json .xml',
      en: 'known: .jsonl .csv .xlsx .xes .xes.gz, and OCEL 2.0 as .json or .xml',
    },
  ),
  'no-event-log': error(
    'QD5402',
    { zh: '内容不是{what}', en: 'what stands here is no {what}' },
    {
      zh: '请核对文件，或指明日志格式',
      en: 'check the file, or say in which format it is',
    },
  ),
  'xml-syntax': error(
    'QD5403',
    { zh: 'XML 语法错误：{reason}', en: 'XML syntax: {reason}' },
    {
      zh: '请按提示位置修正；此处之前已读完的案件照常检查',
      en: 'mend it at the place shown; the cases before it are still checked',
    },
  ),
  'log-too-deep': error(
    'QD5404',
    { zh: '嵌套超过 {limit} 层', en: 'nested deeper than {limit} levels' },
    { zh: '请核对导出程序', en: 'check the program that wrote it' },
  ),
  'gzip-damaged': error(
    'QD5405',
    {
      zh: '压缩文件损坏或不完整，其后内容无法读取',
      en: 'the packed file is damaged or breaks off; what follows can not be read',
    },
    { zh: '请重新导出或传输', en: 'export or transfer it again' },
  ),
  'not-an-event': error(
    'QD5406',
    {
      zh: '此处应为一个事项（对象），实为{actual}',
      en: 'expected an event (an object), found {actual}',
    },
    {
      zh: '每个事项写成 { "case": …, "step": …, "at": … }',
      en: 'write each event as { "case": …, "step": …, "at": … }',
    },
  ),
  'event-without-time': error(
    'QD5407',
    {
      zh: '案件 {case} 有一步的时间“{value}”无法读取，该步未计入',
      en: 'a step of the case {case} has no time that can be read (`{value}`), and is left out',
    },
    {
      zh: '时间写成 2026-01-05 或 2026-01-05T09:30:00；须具体到日',
      en: 'write the time as 2026-01-05 or 2026-01-05T09:30:00, with its day',
    },
  ),
  'event-without-case': error(
    'QD5408',
    {
      zh: '这一步不属于任何案件，未计入',
      en: 'this step belongs to no case, and is left out',
    },
    { zh: '请写明案件编号', en: 'say to which case it belongs' },
  ),
  'duplicate-event': error(
    'QD5409',
    {
      zh: '案件 {case} 的事项编号 `{id}` 出现两次，后一个未计入',
      en: 'the event `{id}` of the case {case} appears twice; the later one is left out',
    },
    { zh: '请核对事项编号', en: 'check the id' },
  ),
  'duplicate-case': error(
    'QD5410',
    {
      zh: '案件 {case} 出现两次，后一个未计入',
      en: 'the case {case} appears twice; the later one is left out',
    },
    { zh: '请核对案件编号', en: 'check the id' },
  ),
  'case-unnamed': warning(
    'QD5411',
    {
      zh: '案件没有编号，按次序记为 {id}',
      en: 'the case has no name, and is called {id} by its place in the log',
    },
    { zh: '请补上案件编号（concept:name）', en: 'give it a `concept:name`' },
  ),
  'case-without-events': warning(
    'QD5412',
    {
      zh: '案件 {case} 没有可用的事项，未作检查',
      en: 'the case {case} has no event that can be used, and is not checked',
    },
    { zh: '请核对日志是否完整', en: 'check that the log is complete' },
  ),
  'case-differs': error(
    'QD5413',
    {
      zh: '案件 {case} 的 `{key}` 前后不一（{first}、{second}），以先出现的为准',
      en: 'the case {case} says two things of its `{key}` ({first}, {second}); the first is taken',
    },
    { zh: '请核对该案件各行', en: 'check the lines of the case' },
  ),
  'votes-differ': error(
    'QD5416',
    {
      zh: '表决人数不合：{part}多于{whole}，这些人数按未知处理',
      en: 'the votes don’t add up: {part} are more than {whole}, and these counts are read as unknown',
    },
    {
      zh: '请核对会议记录中的应到、实到和赞成、反对人数',
      en: 'check the minutes for who could vote, who came, and how they voted',
    },
  ),
  'unknown-voided': error(
    'QD5414',
    {
      zh: '案件 {case} 没有编号为 `{id}` 的事项，无从撤销',
      en: 'the case {case} has no event `{id}` to take back',
    },
    { zh: '请核对被撤销事项的编号', en: 'check the id of the event that is taken back' },
  ),
  'case-goes-on': error(
    'QD5415',
    {
      zh: '案件 {case} 已经检查完毕，后面又出现它的事项，这些事项另作一个案件检查',
      en: 'events of the case {case} follow after it was checked, and are checked as a case of their own',
    },
    {
      zh: '请确认读取期间没有改动日志文件，再检查一次',
      en: 'see to it that nothing changes the log while it is read, and check it again',
    },
  ),
  'events-later': warning(
    'QD5417',
    {
      zh: '{cases} 个案件有 {count} 条事项的日期晚于检查日 {asOf}，未计入；第一条在案件 {case}（{day}，第 {line} 行）',
      en: '{count} events of {cases} cases lie after {asOf}, the day of the check, and don’t count; the first is of the case {case} ({day}, line {line})',
    },
    {
      zh: '核对这些日期；日期无误的，检查日改为更晚的一天（--clock）',
      en: 'check these dates; where they are right, check as of a later day (--clock)',
    },
  ),
  'unknown-step': warning(
    'QD5421',
    {
      zh: '程序中没有“{step}”这一步{nearest}，日志中共 {count} 处',
      en: 'the procedure has no step `{step}`{nearest}; the log names it {count} {count: one time, other times}',
    },
    {
      zh: '请改用步骤的名称或编号，或在列对应文件的 steps 中写明对应关系；现有步骤：{known}',
      en: 'use the title or id of a step, or say in `steps` of the mapping which one it is; there are: {known}',
    },
  ),
  'steps-unmatched': error(
    'QD5422',
    {
      zh: '日志与程序的步骤对不上：{allNames} 个步骤名称中有 {names} 个、{allEvents} 个事项中有 {events} 个不属于该程序',
      en: 'the log is not of this procedure: {names} of its {allNames} names of steps and {events} of its {allEvents} events match none',
    },
    {
      zh: '请核对所选程序，或在列对应文件的 steps 中写明对应关系',
      en: 'check the procedure that was chosen, or say in `steps` of the mapping which names mean which steps',
    },
  ),
  'no-event-column': error(
    'QD5423',
    {
      zh: '表中没有可作 `{field}` 的列，无法读成事项',
      en: 'the table has no column for `{field}`, so that its rows are no events',
    },
    {
      zh: '请改列名，或在列对应文件中写明；现有的列：{known}',
      en: 'rename one, or name it in a mapping; it has: {known}',
    },
  ),
  'event-column-twice': warning(
    'QD5424',
    {
      zh: '有几列（{places}）都像是 `{field}`，以第一列为准',
      en: 'several columns ({places}) may be `{field}`; the first is taken',
    },
    {
      zh: '请在列对应文件中写明各列',
      en: 'name the columns in a mapping',
    },
  ),
  'bad-column-field': error(
    'QD5425',
    {
      zh: '“{column}”列对应的 `{field}` 不是事项的字段{nearest}',
      en: 'the column `{column}` is mapped to `{field}`, which is no field of an event{nearest}',
    },
    {
      zh: '可用：{known}、by.id、by.role、tally.<单位>.<项目>、data.<名称>',
      en: 'known: {known}, by.id, by.role, tally.<unit>.<count>, data.<name>',
    },
  ),
  'unknown-mapped-step': error(
    'QD5426',
    {
      zh: '列对应文件的 steps 写的 `{step}` 不是该程序的步骤{nearest}',
      en: '`steps` of the mapping names `{step}`, which is no step of the procedure{nearest}',
    },
    { zh: '现有步骤：{known}', en: 'it has: {known}' },
  ),
  'unknown-object-type': error(
    'QD5431',
    {
      zh: '日志中没有对象类型 `{type}`{nearest}',
      en: 'the log has no object type `{type}`{nearest}',
    },
    { zh: '现有类型：{known}', en: 'it has: {known}' },
  ),
  'object-type-needed': error(
    'QD5432',
    {
      zh: '日志中有几种对象，须指明以哪一种为案件',
      en: 'the log has several types of object: say of which type each object is a case',
    },
    { zh: '现有类型：{known}', en: 'it has: {known}' },
  ),
  'unknown-object': warning(
    'QD5433',
    {
      zh: '事项 `{event}` 涉及的对象 `{object}` 不在日志中',
      en: 'the event `{event}` is about the object `{object}`, which the log does not have',
    },
    { zh: '请核对日志是否完整', en: 'check that the log is complete' },
  ),
  'changes-after-events': info(
    'QD5435',
    {
      zh: '对象 `{object}` 有 {count} 处变更发生在最后一个事项之后，未计入',
      en: '{count} {count: one change, other changes} of the object `{object}` {count: one comes, other come} after its last event, and {count: one is, other are} left out',
    },
    { zh: '如属有误，请核对变更时间', en: 'if that is wrong, check the times of the changes' },
  ),
  'events-of-others': info(
    'QD5434',
    {
      zh: '有 {count} 个事项与类型 `{type}` 的对象无关，未计入任何案件',
      en: '{count} {count: one event is, other events are} about no object of the type `{type}`, and {count: one belongs, other belong} to no case',
    },
    { zh: '如属有误，请核对所选类型', en: 'if that is wrong, check the type that was chosen' },
  ),
} as const;
