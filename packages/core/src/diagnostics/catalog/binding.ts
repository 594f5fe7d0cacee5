import { error, warning } from '../entry.js';

/** QD2xxx: names and types. */
export const BINDING = {
  'duplicate-id': error(
    'QD2001',
    { zh: '{kind} `{id}` 重复定义', en: '{kind} `{id}` is defined twice' },
    {
      zh: '编号在同类中须唯一；修订请写 revision',
      en: 'ids are unique in their kind; give a later one a `revision`',
    },
  ),
  'foreign-id': error(
    'QD2002',
    {
      zh: '`{id}` 应以本包名开头：`{prefix}`',
      en: '`{id}` should begin with the pack name: `{prefix}`',
    },
    {
      zh: '请改名；若要收紧上级条目，请在 extends 中引入其所在包',
      en: 'rename it; to tighten an inherited item, extend the pack that declares it',
    },
  ),
  'foreign-rank': error(
    'QD2003',
    {
      zh: '岗位 `{id}` 不能在机构 `{body}` 中定级：该机构由 `{pack}` 包定义',
      en: 'the role `{id}` may have no rank in the body `{body}`, which the pack `{pack}` declares',
    },
    {
      zh: '级别高者可代替级别低者，会放宽上级规定；请去掉 rank，或定义本包的机构',
      en: 'a higher rank fills the places of a lower one and would loosen inherited authority; leave out `rank`, or declare a body of this pack',
    },
  ),
  'unknown-reference': error(
    'QD2101',
    { zh: '找不到{kind} `{id}`{nearest}', en: 'there is no {kind} `{id}`{nearest}' },
    { zh: '请核对名称，或先定义它', en: 'check the name, or define it' },
  ),
  'unknown-fact': error(
    'QD2104',
    { zh: '`{owner}` 没有事实 `{fact}`{nearest}', en: '`{owner}` has no fact `{fact}`{nearest}' },
    { zh: '可用：{known}', en: 'known here: {known}' },
  ),
  'ambiguous-name': error(
    'QD2105',
    {
      zh: '`{name}` 既是本记录的列表，又是记录种类',
      en: '`{name}` is both a list of this record and a record kind',
    },
    { zh: '列表请写 `record.{name}`', en: 'write `record.{name}` for the list' },
  ),
  'path-through-list': error(
    'QD2106',
    {
      zh: '`{list}` 是{type}，不能用路径穿过',
      en: '`{list}` is a {type}, and a path cannot go through it',
    },
    {
      zh: '请用来源逐项查看，例如 `some: { in: {list}, as: a, where: … }`',
      en: 'look at its elements with a source, such as `some: { in: {list}, as: a, where: … }`',
    },
  ),
  'type-mismatch': error(
    'QD2201',
    {
      zh: '`{operator}` 不能比较{left}与{right}',
      en: '`{operator}` cannot compare {left} with {right}',
    },
    { zh: '请核对两边的类型', en: 'check the types of both sides' },
  ),
  'not-a-literal': error(
    'QD2202',
    { zh: '`{value}` 不是{type}的值{nearest}', en: '`{value}` is no value of {type}{nearest}' },
    { zh: '请写{type}的值', en: 'write a value of {type}' },
  ),
  'literal-out-of-range': error(
    'QD2204',
    { zh: '`{value}` {bound}', en: '`{value}` is {bound}' },
    { zh: '请核对数值和单位', en: 'check the figure and its unit' },
  ),
  'wrong-type-here': error(
    'QD2203',
    { zh: '此处需要{expected}，得到{actual}', en: 'this needs {expected} and gets {actual}' },
    { zh: '请核对所引用的事实', en: 'check the fact it refers to' },
  ),
  'cyclic-definition': error(
    'QD2301',
    { zh: '定义相互循环：{cycle}', en: 'definitions in a circle: {cycle}' },
    { zh: '请打断循环', en: 'break the circle' },
  ),
  'table-gap': error(
    'QD2401',
    { zh: '决策表没有一行适用于 {witness}', en: 'no row of the table matches {witness}' },
    { zh: '请补一行', en: 'add a row' },
  ),
  'table-overlap': error(
    'QD2402',
    { zh: '决策表有两行同时适用于 {witness}', en: 'two rows of the table match {witness}' },
    { zh: '请使各行互斥', en: 'make the rows exclude each other' },
  ),
  'power-without': error(
    'QD2501',
    { zh: '权力 `{id}` 没有 `{what}`', en: 'the power `{id}` has no `{what}`' },
    {
      zh: '请补上，或写 `{key}: { reason }` 说明理由',
      en: 'add one, or say why with `{key}: { reason }`',
    },
  ),
  'power-overlap': warning(
    'QD2502',
    {
      zh: '`{first}` 与 `{second}` 都可能管辖同一笔记录：{witness}',
      en: '`{first}` and `{second}` may govern the same record: {witness}',
    },
    {
      zh: '请核对 governs.when 是否应互斥',
      en: 'check whether their `governs.when` should exclude each other',
    },
  ),
  'power-gap': warning(
    'QD2503',
    {
      zh: '{record}中没有权力管辖的情形：{witness}',
      en: 'no power governs a {record} such as {witness}',
    },
    { zh: '如属有意（将报无权），可忽略', en: 'fine if meant: such a record is NO_POWER' },
  ),
} as const;
