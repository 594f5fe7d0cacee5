import { error, info, warning } from '../entry.js';

/** QD53xx: tables, and the mappings by which their rows become records. */
export const TABLES = {
  'no-mapping': error(
    'QD5301',
    {
      zh: '{file} 是表格，还没有列对应文件，不知道各列填入哪个字段',
      en: '{file} is a table without a mapping: nothing says which column is which field',
    },
    {
      zh: '运行 `qingdan check --suggest-mapping {file}` 生成一份，核对后存为 {mapping}，或用 --mapping 指定',
      en: 'let qingdan check --suggest-mapping {file} propose one, look it over, and save it as {mapping} or give it with --mapping',
    },
  ),
  'bad-mapping': error(
    'QD5302',
    { zh: '列对应文件：{reason}', en: 'mapping file: {reason}' },
    { zh: '请参看 docs/guide/records.zh-CN.md', en: 'see docs/guide/records.md' },
  ),
  'bad-target': error(
    'QD5303',
    {
      zh: '`{kind}` 没有可由一列填写的字段 `{field}`{nearest}',
      en: '`{kind}` has no field `{field}` that a column could fill{nearest}',
    },
    {
      zh: '写到具体字段为止，如 payment.method、approvals[0].person',
      en: 'name one field, such as payment.method or approvals[0].person',
    },
  ),
  'resolve-not-reference': error(
    'QD5304',
    {
      zh: '“{header}”列填入的字段不是 {kind} 的编号，不能按名称查找',
      en: 'the fields of the column `{header}` hold no {kind}, so names in it are not looked up',
    },
    {
      zh: '请核对 `columns` 中该列的字段，或删去这一行',
      en: 'check its field in `columns`, or remove the line',
    },
  ),
  'resolve-not-within': error(
    'QD5305',
    {
      zh: '{kind} 由各组织共用，没有登记簿说明属于哪个组织',
      en: '{kind} belongs to no organisation, and no register says whose it is',
    },
    { zh: '请写成 `{kind} by {field}`', en: 'write `{kind} by {field}`' },
  ),
  'table-undecodable': error(
    'QD5306',
    {
      zh: '文字编码不明：既不是 UTF-8，也不是 GB18030（GBK、GB2312）；自此行起没有读入',
      en: 'the text is neither UTF-8 nor GB18030 (GBK, GB2312); nothing is read from here on',
    },
    { zh: '请另存为 UTF-8 编码的 CSV', en: 'save it as CSV in UTF-8' },
  ),
  'table-binary': error(
    'QD5307',
    {
      zh: '内容不是文字表格；自此行起没有读入',
      en: 'this is no text; nothing is read from here on',
    },
    { zh: '请另存为 CSV 或 .xlsx', en: 'save it as CSV or .xlsx' },
  ),
  'table-quotes': error(
    'QD5308',
    {
      zh: '双引号不成对，该行没有读入，以后几行可能连带受影响',
      en: 'quotes do not match; the row is not read, and it may take some after it along',
    },
    {
      zh: '单元格内的双引号写成两个，并把整格用双引号括起',
      en: 'write a quote within a cell twice, and put the cell in quotes',
    },
  ),
  'table-row-without-end': error(
    'QD5309',
    {
      zh: '该行过长，多半是双引号没有闭合；自此行起没有读入',
      en: 'the row has no end, likely for a quote that was never closed; nothing is read from here on',
    },
    { zh: '请补上双引号', en: 'close the quote' },
  ),
  'table-cell-too-long': error(
    'QD5310',
    {
      zh: '单元格超过 {limit} 个字，按未知处理',
      en: 'the cell is longer than {limit} characters, and is read as unknown',
    },
    { zh: '请缩短内容', en: 'shorten it' },
  ),
  'workbook-old': error(
    'QD5311',
    {
      zh: '这是旧版 .xls 工作簿，或者设有打开密码',
      en: 'this is an old .xls workbook, or one with a password',
    },
    {
      zh: '请用表格软件打开，另存为不加密的 .xlsx',
      en: 'open it in a spreadsheet and save it as .xlsx without a password',
    },
  ),
  'workbook-too-large': error(
    'QD5312',
    {
      zh: '工作簿展开后超过上限 {limit}，没有读入',
      en: 'the workbook unpacks to more than {limit}, and is not read',
    },
    { zh: '请拆分，或另存为 CSV', en: 'split it, or save it as CSV' },
  ),
  'workbook-broken': error(
    'QD5313',
    { zh: '工作簿损坏，或不是 .xlsx', en: 'the workbook is damaged, or is no .xlsx' },
    { zh: '请用表格软件打开后重新保存', en: 'open it in a spreadsheet and save it again' },
  ),
  'no-such-sheet': error(
    'QD5314',
    { zh: '没有工作表“{sheet}”{nearest}', en: 'there is no sheet `{sheet}`{nearest}' },
    { zh: '现有：{known}', en: 'there are: {known}' },
  ),
  'several-sheets': error(
    'QD5315',
    {
      zh: '有几张工作表都像是要读的：{known}，均未读入',
      en: 'several sheets have the columns: {known}; none is read',
    },
    {
      zh: '请在列对应文件中用 `sheet` 指明；每张表各写一份',
      en: 'name one with `sheet` in the mapping; each takes a mapping of its own',
    },
  ),
  'sheet-not-read': info(
    'QD5316',
    { zh: '工作表“{sheet}”没有读入', en: 'the sheet `{sheet}` is not read' },
    {
      zh: '如需检查，请为它另写列对应文件并用 `sheet` 指明',
      en: 'to check it, give it a mapping of its own that names it with `sheet`',
    },
  ),
  'no-header': error(
    'QD5321',
    {
      zh: '找不到表头：前 {rows} 行里没有列对应文件中的任何一列',
      en: 'there is no header: none of the mapped columns stands in the first {rows} {rows: one row, other rows}',
    },
    {
      zh: '请核对列名，或用 `header` 指明表头所在行',
      en: 'check the names of the columns, or name the row with `header`',
    },
  ),
  'column-missing': error(
    'QD5322',
    {
      zh: '表中没有“{column}”列{nearest}，该列各字段按未知处理',
      en: 'the table has no column `{column}`{nearest}; its fields are read as unknown',
    },
    { zh: '现有的列：{known}', en: 'it has: {known}' },
  ),
  'column-twice': error(
    'QD5323',
    {
      zh: '有几列都叫“{column}”（{places}），无从分辨，按未知处理',
      en: 'several columns are called `{column}` ({places}); they are read as unknown',
    },
    {
      zh: '请改列名；两层表头可写“上层/下层”',
      en: 'rename them; of a header in two rows write `upper/lower`',
    },
  ),
  'column-unused': info(
    'QD5324',
    {
      zh: '“{column}”列没有对应字段，不读入，不参与判断',
      en: 'the column `{column}` is mapped to no field, and is not read',
    },
    {
      zh: '如需参与判断请写入 `columns`，不需要请写入 `ignore`',
      en: 'map it in `columns`, or list it in `ignore`',
    },
  ),
  'unit-differs': error(
    'QD5325',
    {
      zh: '“{column}”列的单位与字段 {field} 的单位（{unit}）不同，按未知处理',
      en: 'the unit of the column `{column}` is not that of {field} ({unit}); it is read as unknown',
    },
    { zh: '请换算后再填，并改列名中的单位', en: 'convert the figures, and the unit in the header' },
  ),
  'cell-unreadable': error(
    'QD5331',
    {
      zh: '“{column}”列的 `{value}` 不能读作{type}，按未知处理',
      en: '`{value}` in the column `{column}` cannot be read as {type}; it is unknown',
    },
    { zh: '可写：{hint}', en: 'write: {hint}' },
  ),
  'cells-differ': error(
    'QD5332',
    {
      zh: '{places} 两处填的是同一字段，数值不一致，按未知处理',
      en: '{places} say the same field and differ; it is read as unknown',
    },
    { zh: '请核对原始凭证', en: 'check them against the voucher' },
  ),
  'merged-number': error(
    'QD5333',
    {
      zh: '“{column}”列是合并单元格，数值只计在 {anchor}，此处按未知处理',
      en: 'the cell of `{column}` is merged into {anchor}, where its figure counts; here it is unknown',
    },
    { zh: '请拆开合并单元格，逐行填写', en: 'unmerge the cells, and fill in each row' },
  ),
  'row-ignored': info(
    'QD5334',
    {
      zh: '该行是合计、表头重复或签注（“{text}”），不作为记录',
      en: 'the row is a total, the header again or a note (`{text}`), and no record',
    },
    { zh: '如确为一笔业务，请补上编号', en: 'if it is a record, give it its id' },
  ),
  'more-faults': error(
    'QD5335',
    {
      zh: '同类问题（{code}）另有 {count} 处，不再逐一列出',
      en: 'there {count: one is, other are} {count} more of {code}, which {count: one is, other are} not listed',
    },
    { zh: '请先修正已列出的', en: 'mend those that are listed first' },
  ),
  'more-warnings': warning(
    'QD5337',
    {
      zh: '同类警告（{code}）另有 {count} 处，不再逐一列出',
      en: 'there {count: one is, other are} {count} more {count: one warning, other warnings} of {code}, which {count: one is, other are} not listed',
    },
    { zh: '请先核对已列出的', en: 'look at those that are listed first' },
  ),
  'more-notes': info(
    'QD5338',
    {
      zh: '同类提示（{code}）另有 {count} 处，不再逐一列出',
      en: 'there {count: one is, other are} {count} more {count: one note, other notes} of {code}, which {count: one is, other are} not listed',
    },
    { zh: '请抽查已列出的', en: 'look at some of those that are listed' },
  ),
  'no-suggestion': error(
    'QD5336',
    {
      zh: '看不出这张表是哪种记录：没有找到与各字段名称相近的列名',
      en: 'the table is like no kind of record: no header of it is near the names of fields',
    },
    {
      zh: '请参看 docs/guide/records.zh-CN.md，自行编写列对应文件',
      en: 'write a mapping by hand: docs/guide/records.md',
    },
  ),
  'names-in-one-cell': warning(
    'QD5345',
    {
      zh: '“{column}”列的一格中写了{count}个名称，该字段只记一个，按未知处理',
      en: 'a cell of the column `{column}` has {count} names, and its field one; it is read as unknown',
    },
    {
      zh: '请分成几列填写，在 columns 中分别对应，如 approvals[0].person、approvals[1].person',
      en: 'write them in columns of their own, mapped like approvals[0].person and approvals[1].person',
    },
  ),
  'name-unknown': warning(
    'QD5341',
    {
      zh: '“{column}”列的名称在{kind}登记簿中查不到{nearest}，按未知处理',
      en: 'the name in the column `{column}` is not in the register {kind}{nearest}; it is read as unknown',
    },
    { zh: '请核对名称，或改填编号', en: 'check the name, or write the id' },
  ),
  'name-ambiguous': warning(
    'QD5342',
    {
      zh: '“{column}”列的名称在{kind}登记簿中有几个：{candidates}，按未知处理',
      en: 'the name in the column `{column}` is that of several in the register {kind}: {candidates}; it is read as unknown',
    },
    { zh: '请改填编号', en: 'write the id' },
  ),
  'name-without-organisation': error(
    'QD5343',
    {
      zh: '记录没有写明组织，“{column}”列的名称无法在本组织内查找，按未知处理',
      en: 'the record names no organisation, so that the name in the column `{column}` cannot be looked up within it; it is read as unknown',
    },
    {
      zh: '请在数据集或列对应文件中写明 `organisation`',
      en: 'give the dataset or the mapping its `organisation`',
    },
  ),
  'no-register': warning(
    'QD5344',
    {
      zh: '没有交来{kind}登记簿，“{column}”列的名称都无从查找，一律按未知处理',
      en: 'there is no register of {kind}: no name in the column `{column}` can be looked up, and all are read as unknown',
    },
    {
      zh: '请连同登记簿一起检查，有编号和姓名（名称）两列即可，参看 docs/guide/records.zh-CN.md',
      en: 'give one along with the ledger; a list of ids and names will do (docs/guide/records.md)',
    },
  ),
} as const;
