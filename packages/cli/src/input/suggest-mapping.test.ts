import { type Diagnostic, type RecordNode, renderDiagnostic, severityOf } from '@qingdan/core';
import { readMapping, readTable, resolveNames, suggestMapping } from '@qingdan/input/tables';
import { loadPackFolders, standardPackFolders } from '@qingdan/sdk';
import writeExcelFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './words.js';

const { packs } = await loadPackFolders(await standardPackFolders());
const words = wordsOf(packs);

type Cell =
  string | number | null | { value: string | number | Date; format?: string; columnSpan?: number };

/** A workbook as another program writes it. */
async function xlsx(sheet: string, rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const data = rows.map((cells) =>
    cells.map((cell) => (typeof cell === 'object' ? cell : { value: cell })),
  );
  return writeExcelFile([{ data, sheet }]).toBuffer();
}

const day = (text: string): Cell => ({ value: new Date(`${text}T00:00:00Z`), format: 'yyyy/m/d' });

const LEDGERS = [
  {
    what: 'of expenditure',
    file: 'ledger.xlsx',
    bytes: xlsx('2026年支出', [
      [{ value: '云溪村2026年支出台账', columnSpan: 12 }],
      ['单位：元'],
      [
        '日期',
        '凭证号',
        '摘要',
        '收款人',
        '金额（元）',
        '大写金额',
        '付款方式',
        '经手人',
        '证明人',
        '审批人',
        '审批日期',
        '备注',
      ],
      [
        day('2026-01-05'),
        '记-1',
        '办公用品',
        '禾渡文具店',
        1234.5,
        '壹仟贰佰叁拾肆元伍角整',
        '转账',
        '何素琴',
        '王桂香',
        '周启明',
        day('2026-01-04'),
        null,
      ],
      [
        day('2026-01-08'),
        '记-2',
        '招待费',
        '禾渡饭店',
        3600,
        '叁仟陆佰元整',
        '现金',
        '何素琴',
        null,
        '周启明',
        '2026.1.8',
        '招待',
      ],
      [
        day('2026-01-09'),
        '记-3',
        '误工补贴',
        '陈阿根',
        200,
        '贰佰元整',
        '现金',
        '何素琴',
        null,
        '无',
        null,
        null,
      ],
      [null, null, '本月合计', null, 5034.5, null, null, null, null, null, null, null],
      ['制表：何素琴', null, null, '审核：周启明'],
    ]),
    kind: 'expenditure',
    records: ['记-1', '记-2', '记-3'],
    fields: {
      paidOn: [20458, 20461, 20462],
      amount: [123450, 360000, 20000],
      description: ['办公用品', '招待费', '误工补贴'],
    },
    names: { handler: ['P-2', 'P-2', 'P-2'], witness: ['P-3', undefined, undefined] },
  },
  {
    what: 'of seals',
    file: 'seals.csv',
    bytes: [
      '云溪村村民委员会印章使用登记簿,,,,,,,,',
      '序号,用印日期,用印事由,文件名称,份数,申请人,批准人,盖章人,备注',
      '1,2026年1月6日,低保申请证明,困难证明,1,陈阿根,周启明,何素琴,',
      '2,2026年1月9日,土地流转合同用印,合同书,3,王桂香,周启明,何素琴,外借',
    ].join('\r\n'),
    kind: 'seal-use',
    records: ['1', '2'],
    fields: { usedOn: [20459, 20462], matterDescription: ['低保申请证明', '土地流转合同用印'] },
    names: { applicant: ['P-4', 'P-3'], keeper: ['P-2', 'P-2'] },
  },
  {
    what: 'of leases',
    file: 'leases.csv',
    bytes: [
      '云溪村集体资产租赁台账（2026年度）,,,,,,,,,',
      ',,,,,,,,,单位：万元',
      '合同编号,资产名称,承租人,面积（亩）,年租金,签订日期,起始日期,终止日期,出租方式,经办人',
      'YX-01,村口鱼塘,陈阿根,12.5,1.8,2026.1.3,2026-01-01,2028-12-31,公开竞价,何素琴',
      'YX-02,老校舍,禾渡文具店,0.8,3.6,2026.2.10,2026-03-01,2031-02-28,协议,何素琴',
      '小计,,,,5.4,,,,,',
    ].join('\n'),
    kind: 'lease',
    records: ['YX-01', 'YX-02'],
    fields: {
      signedOn: [20456, 20494],
      annualRent: [1_800_000, 3_600_000],
      area: [
        { n: 25n, d: 2n },
        { n: 4n, d: 5n },
      ],
      term: [
        { from: 20454, until: 21550 },
        { from: 20513, until: 22339 },
      ],
      channel: ['open-bidding', 'negotiation'],
    },
    names: { handler: ['P-2', 'P-2'], asset: ['A-1', 'A-2'] },
  },
] as const;

const registers = `
kind,id,name
person,P-1,周启明
person,P-2,何素琴
person,P-3,王桂香
person,P-4,陈阿根
`;

async function read(
  table: { file: string; bytes: Uint8Array | string },
  mapping: string,
): Promise<{ records: RecordNode[]; diagnostics: Diagnostic[] }> {
  const bound = readMapping(mapping, 'mapping.yaml', packs.records);
  const chunks = [
    typeof table.bytes === 'string' ? new TextEncoder().encode(table.bytes) : table.bytes,
  ];
  const records: RecordNode[] = [];
  const diagnostics = [...bound.diagnostics];
  const names = [];
  for await (const part of readTable({ file: table.file, chunks }, bound.mapping!, packs.records, {
    words,
  })) {
    records.push(...part.records);
    diagnostics.push(...part.diagnostics);
    names.push(...part.names);
  }
  const known = [...(await standing()), ...records];
  const resolved = resolveNames(known, names);
  return {
    records: resolved.records.slice(-records.length),
    diagnostics: [...diagnostics, ...resolved.diagnostics],
  };
}

/** The registers of the village, as tables themselves. */
let village: Promise<RecordNode[]> | undefined;
function standing(): Promise<RecordNode[]> {
  village ??= (async () => {
    const all: RecordNode[] = [];
    for (const [bytes, mapping] of [
      [registers, 'kind: person\nid: id\ncolumns: { name: name }\nignore: [kind]'],
      ['id,name\nG-1,禾渡文具店\nG-2,禾渡饭店\n', 'kind: vendor\nid: id\ncolumns: { name: name }'],
      [
        'id,name\nA-1,村口鱼塘\nA-2,老校舍\n',
        'kind: asset\norganisation: V1\nid: id\ncolumns: { name: name }',
      ],
      [
        'id,person\nO-1,P-1\n',
        'kind: officer\norganisation: V1\nid: id\ncolumns: { person: person }',
      ],
    ] as const) {
      const bound = readMapping(mapping, 'm.yaml', packs.records);
      const chunks = [new TextEncoder().encode(bytes)];
      for await (const part of readTable(
        { file: 'r.csv', chunks },
        bound.mapping!,
        packs.records,
      )) {
        all.push(...part.records);
      }
    }
    return all;
  })();
  return village;
}

describe('the mapping that is proposed for a ledger', () => {
  it.each(LEDGERS)(
    '$what works unchanged',
    async ({ file, bytes, kind, records, fields, names }) => {
      const content = await bytes;
      const chunks = [typeof content === 'string' ? new TextEncoder().encode(content) : content];
      const { text, diagnostics } = await suggestMapping({ file, chunks }, packs.records, words);
      expect(diagnostics).toEqual([]);
      expect(text).toContain(`kind: ${kind}`);
      // The clerk writes the one thing that the table doesn't say.
      const filled = text!.replace(/^# organisation: V1.*$/m, 'organisation: V1');
      for (const mapping of [text!, filled]) {
        const result = await read({ file, bytes: content }, mapping);
        const faults = result.diagnostics.filter((item) => severityOf(item) === 'error');
        const withoutHome = faults.filter(
          ({ name }) => name !== 'name-without-organisation' && name !== 'more-faults',
        );
        expect(withoutHome.map((item) => renderDiagnostic(item, 'en'))).toEqual([]);
        if (mapping === filled) expect(faults).toEqual([]);
        expect(result.records.map(({ id }) => id)).toEqual(records);
        const wanted = mapping === filled ? { ...fields, ...names } : fields;
        for (const [name, values] of Object.entries(wanted)) {
          const slot = result.records[0]!.fields.type.slotOf(name)!;
          const found = result.records.map((record) => record.fields.values[slot]);
          expect(found, name).toMatchObject(values as unknown[]);
        }
      }
    },
  );

  it.each([
    [
      'of two and three approvals',
      '凭证号,付款日期,金额,审批人,审批人职务,联签人,联签人职务,第二联签人,第二联签日期\n记-1,2026-01-05,1,甲某,主任,乙某,书记,丙某,2026-01-04\n',
      [
        '联签人: "approvals[1].person"',
        '联签人职务: "approvals[1].role"',
        '第二联签日期: "approvals[2].on"',
      ],
    ],
    [
      'of a review and of vouchers',
      '凭证号,付款日期,金额,监委会审核日期,监委会审核人,票据种类,发票号,开票单位\n记-1,2026-01-05,1,2026-01-06,甲某,白条,1,—\n',
      [
        '监委会审核日期: supervisionReviewedOn',
        '监委会审核人: "supervisionReviewers[0].person"',
        '发票号: "vouchers[0].invoiceNumber"',
      ],
    ],
    [
      'of officers, by name',
      '编号,姓名,职务,任职日期,离任日期\n1,甲某,会计,2024年1月10日,—\n2,乙某,出纳,2024年1月10日,—\n',
      [
        'kind: officer',
        '姓名: person',
        '任职日期: term.from',
        '离任日期: term.last',
        '姓名: person by name',
      ],
    ],
    [
      'of relations',
      '编号,干部姓名,亲属姓名,与本人关系\n1,甲某,乙某,配偶\n',
      ['kind: kinship', '亲属姓名: b', '与本人关系: relation'],
    ],
    [
      'of accounts, of which few are held by persons',
      '编号,户名,户主类型,户主（个人）,开户银行\n1,甲村,集体经济组织,—,某行\n2,乙某,个人,乙某,某行\n3,丙村,集体经济组织,—,某行\n',
      ['kind: account', '户主（个人）: person by name'],
    ],
    [
      'of figures before words, and of everyday headers',
      '凭证编号,记账日期,开支项目,金额大写,支出金额,支付方式,批准人,监督委员会审核,票据,神秘列\n1,2026年1月5日,水电费,壹元整,1元,转账,甲某,2026年1月6日,白条,x\n2,2026年1月6日,物资,贰元整,2元,微信,甲某,2026年1月6日,发票,y\n',
      [
        '支出金额: amount',
        '金额大写: amount',
        '开支项目: purpose',
        '    水电费: utilities',
        '#     微信:  # 请填写对应的选项 · which option?',
        '可填 · options: cash（现金）、bank（转账）',
        '监督委员会审核: supervisionReviewedOn',
        '票据: "vouchers[0].type"',
        '# paidOn 付款日期：没有找到这一列',
        '可写 记账日期: [bookedOn, paidOn]',
        '#   "approvals[0].decision": "yes"',
        'explain record:expenditure',
      ],
    ],
    [
      'of seals by their everyday name',
      '编号,盖章时间,印章,盖章事由,盖章人\n1,2026年1月6日,村委会公章,证明,甲某\n',
      ['印章: sealKind', '    村委会公章: official'],
    ],
    ['of a list of names', '编号,姓名\nP1,甲某\n', ['kind: person', 'id: 编号', '姓名: name']],
    [
      'of a list of firms',
      '编号,单位名称\nD1,清溪文具店\n',
      ['kind: vendor', 'id: 编号', '单位名称: name'],
    ],
  ])('makes out columns %s', async (_, csv, lines) => {
    const chunks = [new TextEncoder().encode(csv)];
    const { text } = await suggestMapping({ file: 'a.csv', chunks }, packs.records, words);
    for (const line of lines) expect(text).toContain(line);
  });

  it('asks for no organisation where records belong to none', async () => {
    const chunks = [new TextEncoder().encode('编号,姓名,住址,出生日期\n1,甲某,一组,1970-01-01\n')];
    const { text } = await suggestMapping({ file: 'a.csv', chunks }, packs.records, words);
    expect(text).toContain('kind: person');
    expect(text).not.toContain('organisation');
  });

  it.each([
    '凭证号,付款日期,金额,审批人\n1,2026-01-05,1,甲某\n',
    '凭证号,付款日期,金额,审批人,审批意见\n1,2026-01-05,1,甲某,同意\n',
  ])('says only what is missing: %s', async (csv) => {
    const chunks = [new TextEncoder().encode(csv)];
    const { text } = await suggestMapping({ file: 'a.csv', chunks }, packs.records, words);
    expect(text).not.toContain('没有找到');
    expect(text!.includes('# constants:')).toBe(!csv.includes('审批意见'));
  });

  it('leaves what it cannot make out to the clerk', async () => {
    const chunks = [
      new TextEncoder().encode('日期,凭证号,金额,神秘列,支付方式\n2026-01-05,1,5,x,微信\n'),
    ];
    const { text } = await suggestMapping({ file: 'a.csv', chunks }, packs.records, words);
    expect(text).toMatch(/^# {3}神秘列:$/m);
    expect(text).toMatch(/^# {5}微信:/m);
  });

  it('is not made of what is no ledger', async () => {
    const chunks = [new TextEncoder().encode('x1,y1\n1,2\n')];
    const { text, diagnostics } = await suggestMapping({ file: 'a.csv', chunks }, packs.records);
    expect(text).toBeUndefined();
    expect(diagnostics.map(({ name }) => name)).toEqual(['no-suggestion']);
  });
});
