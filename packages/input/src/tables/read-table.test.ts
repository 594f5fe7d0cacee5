import { describe, expect, it } from 'vitest';
import { readWhole as read, valuesOf } from '../testing/read-whole-table.js';

const SIMPLE = `
kind: expenditure
organisation: V1
id: 凭证号
columns: { 付款日期: paidOn, 金额（元）: amount, 摘要: description }
`;

describe('a table', () => {
  it('becomes records, one a row', async () => {
    const { records, messages } = await read(
      '凭证号,付款日期,金额(元),摘要\n记-1,2026年1月5日,"1,234.50",办公用品\n',
      SIMPLE,
    );
    expect(messages).toEqual([]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      id: '记-1',
      organisation: 'V1',
      origin: { file: 'ledger.csv', line: 2 },
    });
    expect(valuesOf(records[0]!)).toMatchObject({
      amount: 123450,
      paidOn: 20458,
      description: '办公用品',
    });
  });
});

describe('a header', () => {
  const row = '记-1,2026-01-05,12,纸';
  it.each([
    [
      'below a title and blank rows',
      `云溪村支出台账,,,\n,,,\n凭证号,付款日期,金额（元）,摘要\n${row}\n`,
    ],
    ['with spaces and half-width brackets', `凭 证 号,付款日期　,金额 (元),摘要\n${row}\n`],
    ['separated by tabs', `凭证号\t付款日期\t金额（元）\t摘要\n${row.replaceAll(',', '\t')}\n`],
    ['separated by semicolons', `凭证号;付款日期;金额（元）;摘要\n${row.replaceAll(',', ';')}\n`],
    [
      'separated by full-width commas',
      `凭证号，付款日期，金额（元），摘要\n${row.replaceAll(',', '，')}\n`,
    ],
    [
      'with a byte order mark and carriage returns',
      `\ufeff凭证号,付款日期,金额（元）,摘要\r\n${row}\r\n`,
    ],
  ])('is found %s', async (_what, csv) => {
    const { records, messages } = await read(csv, SIMPLE);
    expect(messages).toEqual([]);
    expect(records.map(({ id }) => id)).toEqual(['记-1']);
    expect(valuesOf(records[0]!)).toMatchObject({ amount: 1200, description: '纸' });
  });

  it('is the row that the mapping names', async () => {
    const csv =
      '凭证号,付款日期,金额（元）,摘要\n凭证号,付款日期,金额（元）,摘要\n记-1,2026-01-05,12,纸\n';
    const { records } = await read(csv, `${SIMPLE}header: 2\n`);
    expect(records[0]!.origin!.line).toBe(3);
  });

  it('that lacks a column names the nearest, and the rest is read', async () => {
    const { records, messages } = await read(
      '凭证号,支付日期,金额（元）,摘要\n记-1,2026-01-05,12,纸\n',
      SIMPLE,
    );
    expect(records).toHaveLength(1);
    expect(messages).toEqual([
      expect.stringMatching(/QD5322 the table has no column `付款日期` → `支付日期`\?/),
      expect.stringMatching(/^1:2 QD5324 the column `支付日期`/),
    ]);
  });

  it('with a column that stands twice leaves it unknown', async () => {
    const { records, messages } = await read(
      '凭证号,付款日期,金额（元）,摘要,摘要\n记-1,2026-01-05,12,a,b\n',
      SIMPLE,
    );
    expect(messages).toEqual([expect.stringContaining('QD5323')]);
    expect(valuesOf(records[0]!)).not.toHaveProperty('description');
  });

  it('that is not there costs the books of the kind', async () => {
    const { records, messages, lost } = await read('a,b\n1,2\n', SIMPLE);
    expect(records).toEqual([]);
    expect(messages).toEqual([expect.stringContaining('QD5321')]);
    expect(lost).toEqual(['expenditure']);
  });

  it.each([
    [
      'in the column',
      '凭证号,付款日期,金额（万元）,摘要\n记-1,2026-01-05,1.2,纸\n',
      '金额（万元）',
    ],
    [
      'above the table',
      '单位：万元,,,\n凭证号,付款日期,金额,摘要\n记-1,2026-01-05,1.2,纸\n',
      '金额',
    ],
  ])('says the unit of its figures %s', async (_what, csv, name) => {
    const { records } = await read(csv, SIMPLE.replace('金额（元）', name));
    expect(valuesOf(records[0]!)).toMatchObject({ amount: 1_200_000 });
  });

  it('in another unit than the field leaves the column unknown', async () => {
    const mapping = 'kind: expenditure\nid: 凭证号\ncolumns: { 面积（平方米）: area }';
    const { records, messages } = await read('凭证号,面积（平方米）\n1,666\n', mapping);
    expect(messages).toEqual([expect.stringContaining('QD5325')]);
    expect(valuesOf(records[0]!)).not.toHaveProperty('area');
  });
});

describe('rows', () => {
  it('that are blank, totals, repeated headers or signatures are no records', async () => {
    const csv = [
      '凭证号,付款日期,金额（元）,摘要',
      '记-1,2026-01-05,12,纸',
      ',,,',
      ',2026-01-31,12,本月合计',
      '合 计,,12,',
      '凭证号,付款日期,金额（元）,摘要',
      '记-2,2026-02-05,13,合计',
      '制表：李四,,审核：王五,',
    ].join('\n');
    const { records, messages, lost } = await read(csv, SIMPLE);
    expect(records.map(({ id }) => id)).toEqual(['记-1', '记-2']);
    expect(messages).toEqual([
      expect.stringMatching(/^4:1 QD5334 4: .*本月合计/),
      expect.stringMatching(/^5:1 QD5334 5: .*合计/),
      expect.stringMatching(/^6:1 QD5334 6: .*凭证号/),
      expect.stringMatching(/^8:1 QD5334 8: .*制表/),
    ]);
    expect(lost).toEqual([]);
  });

  it('without an id are known by their file and row', async () => {
    const { records } = await read('凭证号,付款日期,金额（元）,摘要\n,2026-01-05,12,纸\n', SIMPLE);
    expect(records[0]!.id).toBe('expenditure:ledger:2');
  });

  it('with one id are told apart by several columns', async () => {
    const mapping = SIMPLE.replace('id: 凭证号', 'id: [凭证号, 序号]');
    const { records } = await read(
      '凭证号,序号,付款日期,金额（元）,摘要\n1,1,,5,a\n1,2,,6,b\n',
      mapping,
    );
    expect(records.map(({ id }) => id)).toEqual(['1-1', '1-2']);
  });

  it('that repeat an id are reported and cost the books', async () => {
    const { records, messages, lost } = await read(
      '凭证号,付款日期,金额（元）,摘要\n1,,5,a\n1,,6,b\n',
      SIMPLE,
    );
    expect(records).toHaveLength(1);
    expect(messages).toEqual([expect.stringMatching(/^3:1 QD5103 A3 id: .*appears twice/)]);
    expect(lost).toEqual(['expenditure']);
  });

  it('name the organisation in a column of theirs', async () => {
    const mapping = SIMPLE.replace('organisation: V1', 'organisation: 所属村');
    const { records } = await read('所属村,凭证号,付款日期,金额（元）,摘要\nV7,1,,5,a\n', mapping);
    expect(records[0]!.organisation).toBe('V7');
  });
});

describe('cells', () => {
  const MAPPING = `
kind: expenditure
organisation: V1
id: 凭证号
columns:
  金额: amount
  大写: amount
  方式: payment.method
  审批人: "approvals[0].person"
  审批日期: "approvals[0].on"
  复审人: "approvals[1].person"
  经手人: handler
  急用: urgent
  起: term.from
  止: term.last
  职务: role
  误工: dates
  摘要: description
values: { 方式: { 微信: bank } }
none: { "*": [无, —], 复审人: [""] }
`;
  const HEAD = '凭证号,金额,大写,方式,审批人,审批日期,复审人,经手人,急用,起,止,职务,误工,摘要';
  const one = async (cells: string) => {
    const { records, messages } = await read(`${HEAD}\n1,${cells}\n`, MAPPING);
    return { values: valuesOf(records[0]!), messages };
  };

  it.each([
    ['a label', ',,现金,,,,,,,,,,', { payment: { values: ['cash'] } }],
    ['a label in English', ',,Bank Transfer,,,,,,,,,,', { payment: { values: ['bank'] } }],
    ['a value', ',,cash,,,,,,,,,,', { payment: { values: ['cash'] } }],
    ['a word of the mapping', ',,微 信,,,,,,,,,,', { payment: { values: ['bank'] } }],
    ['none', ',,,,,,无,,,,,,', { handler: 'NONE' }],
    ['a truth and not none', ',,,,,,,无,,,,,', { urgent: false }],
    ['a word of yes', ',,,,,,,已急用,,,,,,', { urgent: true }],
    ['a word of no', ',,,,,,,未急用,,,,,,', { urgent: false }],
    ['both figures and words', '1234.50,壹仟贰佰叁拾肆元伍角,,,,,,,,,,,', { amount: 123450 }],
    ['a last day', ',,,,,,,,2024-01-01,2028-12-31,,,', { term: { from: 19723, until: 21550 } }],
    ['the title of a role', ',,,,,,,,,,文书,,', { role: 'clerk' }],
    ['a list', ',,,,,,,,,,,2026-01-05、2026.1.6,', { dates: [20458, 20459] }],
    ['an approval', ',,,P1,2026-01-05,,,,,,,,', { approvals: [{ values: ['P1', 20458] }] }],
    ['an approval of no day', ',,,P1,—,,,,,,,,', { approvals: [{ values: ['P1', 'NONE'] }] }],
    ['an approval by nobody', ',,,无,—,,,,,,,,', { approvals: [] }],
    [
      'a second approval that may be',
      ',,,P1,,P2,,,,,,,',
      { approvals: [{ values: ['P1', null] }, { values: ['P2', null] }] },
    ],
  ])('hold %s', async (_what, cells, values) => {
    const { values: actual, messages } = await one(cells);
    expect(messages).toEqual([]);
    expect(actual).toMatchObject(values);
  });

  it('of a list that are blank leave its member unknown, unless they are said to be none', async () => {
    const mapping = MAPPING.replace(', 复审人: [""]', '');
    const { records } = await read(`${HEAD}\n1,,,,P1,,,,,,,,,\n2,,,,,,,,,,,,,\n`, mapping);
    expect(valuesOf(records[0]!).approvals).toEqual([
      { type: expect.anything() as unknown, values: ['P1', null] },
      null,
    ]);
    expect(valuesOf(records[1]!)).not.toHaveProperty('approvals');
  });

  it.each([
    ['an amount', '约三百,,,,,,,,,,,,', /^2:2 QD5331 B2: `约三百` in the column `金额`/],
    ['a day that does not exist', ',,,,2026-02-30,,,,,,,,', /^2:6 QD5102 F2 approvals\[0\]\.on: /],
    ['a word', ',,欠条,,,,,,,,,,', /^2:4 QD5331 D2: `欠条`.*enum method/],
    ['an amount out of range', '-5,,,,,,,,,,,,', /^2:2 QD5105 B2 amount: `-5`/],
    [
      'a role',
      ',,,,,,,,,,皇帝,,',
      /^2:12 QD5331 L2: `皇帝` in the column `职务` cannot be read as role/,
    ],
    [
      'two amounts that differ',
      '1234.50,壹仟元整,,,,,,,,,,,',
      /^2:3 QD5332 C2: B2, C2 say the same/,
    ],
  ])('that cannot be read say where: %s', async (_what, cells, message) => {
    const { values, messages } = await one(cells);
    expect(messages).toEqual([expect.stringMatching(message)]);
    expect(values).not.toHaveProperty('amount');
  });

  it.each([
    ['named', '张三', [{ values: ['张三', 20458] }]],
    ['blank', '', undefined],
    ['none', '无', []],
  ])('say whether there is a member of which a constant is said: %s', async (_what, cell, said) => {
    const { records, messages } = await read(
      `凭证号,审批人\n记-1,${cell}\n`,
      'kind: expenditure\nid: 凭证号\ncolumns: { 审批人: "approvals[0].person" }\nnone: ["无"]\nconstants: { "approvals[0].on": "2026-01-05" }',
    );
    expect(messages).toEqual([]);
    const { approvals } = valuesOf(records[0]!);
    if (said === undefined) expect(approvals).toBeUndefined();
    else expect(approvals).toMatchObject(said);
  });

  it('need not be there for a member that constants alone make', async () => {
    const { records, messages } = await read(
      '凭证号\n记-1\n',
      'kind: expenditure\nid: 凭证号\ncolumns: { 凭证号: id }\nconstants: { "approvals[0].on": "2026-01-05" }',
    );
    expect(messages).toEqual([]);
    expect(valuesOf(records[0]!)).toMatchObject({ approvals: [{ values: [null, 20458] }] });
  });

  it('that nothing reads are reported once, as not read', async () => {
    const { messages } = await read(
      `${HEAD},备注\n1,,,,,,,,,,,,,,甲\n2,,,,,,,,,,,,,,乙\n`,
      MAPPING,
    );
    expect(messages).toEqual([
      expect.stringMatching(
        /^1:15 QD5324 the column `备注` is mapped to no field, and is not read/,
      ),
    ]);
    const ignored = await read(`${HEAD},备注\n1,,,,,,,,,,,,,,甲\n`, `${MAPPING}ignore: [备注]\n`);
    expect(ignored.messages).toEqual([]);
  });

  it('that repeat one word nobody reads are told once and counted', async () => {
    const { messages } = await read(
      '凭证号,方式\n1,微信\n2,微信\n3,欠条\n4,微信\n',
      'kind: expenditure\nid: 凭证号\ncolumns: { 方式: payment.method }',
    );
    expect(messages).toEqual([
      expect.stringMatching(/^2:2 QD5331 B2: `微信`/),
      expect.stringMatching(/^4:2 QD5331 B4: `欠条`/),
      expect.stringMatching(/QD5335.*2 more of QD5331/),
    ]);
  });

  it('that are wrong by the hundred are counted', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `${n},x${n},,,,,,,,,,,,`).join('\n');
    const { messages } = await read(`${HEAD}\n${rows}\n`, MAPPING);
    expect(messages).toHaveLength(101);
    expect(messages.at(-1)).toMatch(/QD5335 there are 150 more of QD5331/);
  });
});

describe('a hostile table', () => {
  it.each([
    ['rows of which nothing can be read', (n: number) => `${n},xx,yy`],
    ['rows with one id', () => '1,2026-01-05,5'],
  ])('is left after ten thousand %s, and its books are not complete', async (_, row) => {
    const rows = Array.from({ length: 30_000 }, (_each, n) => row(n)).join('\n');
    const { records, messages, lost } = await read(
      `凭证号,付款日期,金额\n${rows}\n`,
      'kind: expenditure\nid: 凭证号\ncolumns: { 付款日期: paidOn, 金额: amount }',
    );
    expect(messages.filter((text) => text.includes('QD5006'))).toHaveLength(1);
    expect(records.length).toBeLessThan(10_010);
    expect(lost).toEqual(['expenditure']);
  });

  it('of rows that say something is read to its end, however much else is wrong with them', async () => {
    const rows = Array.from({ length: 12_000 }, (_each, n) => `${n},xx,${n}`).join('\n');
    const { records, messages } = await read(
      `凭证号,付款日期,金额\n${rows}\n`,
      'kind: expenditure\nid: 凭证号\ncolumns: { 付款日期: paidOn, 金额: amount }',
    );
    expect(records).toHaveLength(12_000);
    expect(messages.filter((text) => text.includes('QD5006'))).toEqual([]);
  });

  it('has formulas as plain text', async () => {
    const { records } = await read(
      '凭证号,付款日期,金额（元）,摘要\n1,,5,"=cmd|\' /C calc\'!A0"\n',
      SIMPLE,
    );
    expect(valuesOf(records[0]!).description).toBe("=cmd|' /C calc'!A0");
  });

  it.each(['__proto__', 'constructor', 'toString'])('has a column called %s', async (name) => {
    const { records, messages } = await read(
      `凭证号,付款日期,金额（元）,摘要,${name}\n1,,5,a,x\n`,
      SIMPLE,
    );
    expect(records).toHaveLength(1);
    expect(messages).toEqual([expect.stringContaining(`\`${name}\``)]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    [
      'a quote that is never closed',
      `凭证号,付款日期,金额（元）,摘要\n1,,5,"${'x\n'.repeat(600_000)}`,
      'QD5309',
    ],
    ['a quote in the middle', '凭证号,付款日期,金额（元）,摘要\n1,,5,"a"b\n', 'QD5308'],
    [
      'a cell beyond measure',
      `凭证号,付款日期,金额（元）,摘要\n1,,5,${'x'.repeat(40_000)}\n`,
      'QD5310',
    ],
    ['NUL bytes', '凭证号,付款日期,金额（元）,摘要\n1,,5,\u0000\n', 'QD5307'],
    ['an id beyond measure', `凭证号,付款日期,金额（元）,摘要\n${'x'.repeat(300)},,5,\n`, 'QD5005'],
  ])('has %s', async (_what, csv, code) => {
    const { messages } = await read(csv, SIMPLE);
    expect(messages.join('\n')).toContain(code);
  });
});

describe('an encoding', () => {
  const text = '凭证号,付款日期,金额（元）,摘要\n1,2026-01-05,12,镕\n';
  const utf16 = (bigEndian: boolean) => {
    const bytes = new Uint8Array(text.length * 2 + 2);
    const view = new DataView(bytes.buffer);
    for (const [index, letter] of Array.from(`\ufeff${text}`).entries()) {
      view.setUint16(index * 2, letter.charCodeAt(0), !bigEndian);
    }
    return bytes;
  };
  // iconv -t gb18030
  const gb = Buffer.from(
    'xr7WpLrFLLi2v+7I1cbaLL3wtu6jqNSqo6ks1arSqgoxLDIwMjYtMDEtMDUsMTIs6UYK',
    'base64',
  );

  it.each([
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
    ['GB18030', gb],
  ])('may be %s', async (_what, bytes) => {
    const { records, messages } = await read(bytes, SIMPLE);
    expect(messages).toEqual([]);
    expect(valuesOf(records[0]!)).toMatchObject({
      amount: 1200,
      description: expect.stringMatching(/^.$/u) as unknown,
    });
  });

  it('that is none of them is bad input', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(text), 0xff, 0xff, 0x0a]);
    const { messages, lost } = await read(bytes, SIMPLE);
    expect(messages.join('\n')).toMatch(/QD5306/);
    expect(lost).toEqual(['expenditure']);
  });
});
