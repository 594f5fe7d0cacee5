import { dayOf, type Finding, type MissingFact, Range } from '@qingdan/core';
import { describe, expect, it } from 'vitest';
import { record, text } from '../testing/build.js';
import { CASH_PAYMENT, DUTY_OPEN, FINDING, LISTS, PROHIBITION } from '../testing/items.js';
import { explain, explainParagraph } from './explain.js';

const zh = { lang: 'zh', policy: LISTS, unmask: false } as const;
const en = { ...zh, lang: 'en' } as const;

function told(finding: Partial<Finding>): string {
  return explain({ ...FINDING, ...finding }, CASH_PAYMENT, zh).join('');
}

describe('what is told of a violation', () => {
  it('is all there is to say, in Chinese', () => {
    expect(explain(FINDING, CASH_PAYMENT, zh)).toMatchInlineSnapshot(`
      [
        "支出 E-2（2026年2月3日）：不符合“超限额使用现金”的规则。",
        "经比对，付款方式为现金；金额超过结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款）（记录为：1,500.00 元）。",
        "依据当日（2026年2月3日）施行的《现金管理暂行条例》第五条、第十一条第（四）项。",
        "“结算起点”为1,000.00 元，自1988年10月1日起有效（《现金管理暂行条例》第五条第二款；载于规则包“国家通用”）。",
        "本规则先后有2个版本，本件依第2版（自2011年1月8日起）判断；第1版自1988年10月1日起，至2011年1月8日前，依据《现金管理暂行条例》第六条。",
        "责任岗位：出纳（职责：按期审核每笔支出）、村民委员会主任。",
        "处理建议：此后一律转账。",
        "如实际情况是：“付款方式”不是现金（例如转账）；或者“金额”为1,000.00 元或者更低（记录为：1,500.00 元），即符合本规则（以真实情况和凭证为准）。",
        "如查明付款方式不是现金，或者金额不超过结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款），本条线索即不成立。",
        "同一事项的其他各条并入本条：“支出按期审核”。",
      ]
    `);
  });

  it('is all there is to say, in English', () => {
    expect(explain(FINDING, CASH_PAYMENT, en)).toMatchInlineSnapshot(`
      [
        "Expenditure E-2 (3 February 2026): the rule “Cash used above the limit” was not kept.",
        "Compared with the rule: payment method is cash; amount is above cash settlement limit (CNY 1,000.00, Interim Regulations on Cash Management, art. 5 para. 2) (recorded: CNY 1,500.00).",
        "Under the law in force on 3 February 2026: Interim Regulations on Cash Management, art. 5 and art. 11 item 4.",
        "“cash settlement limit” is CNY 1,000.00, in force from 1 October 1988 (Interim Regulations on Cash Management, art. 5 para. 2; in the pack “National”).",
        "This rule has had 2 versions; version 2 (from 8 January 2011) was applied here; version 1 from 1 October 1988 until before 8 January 2011, based on Interim Regulations on Cash Management, art. 6.",
        "Posts that answer for it: cashier (duty: review each payment in time) and director.",
        "What to do: From now on pay by transfer.",
        "The rule would be kept if in fact “payment method” is not cash (for example bank transfer); or if “amount” is CNY 1,000.00 or lower (recorded: CNY 1,500.00) (the facts and the vouchers decide).",
        "This lead falls away if it is shown that payment method is not cash, or amount is not above cash settlement limit (CNY 1,000.00, Interim Regulations on Cash Management, art. 5 para. 2).",
        "Other findings on the same matter are folded into this one: “Payments reviewed in time”.",
      ]
    `);
  });

  it('ends by saying that it is a lead', () => {
    expect(explainParagraph(FINDING, CASH_PAYMENT, zh)).toMatch(
      /本结果为监督线索，不作为定性依据。$/,
    );
    expect(explainParagraph(FINDING, CASH_PAYMENT, en)).toMatch(/not a finding of fault\.$/);
  });
});

describe('what is told of an open duty', () => {
  it('names what is missing, who has it, and until when, in Chinese', () => {
    expect(explain(DUTY_OPEN, CASH_PAYMENT, zh)).toMatchInlineSnapshot(`
      [
        "支出 E-2（2026年2月3日）：就“支出按期审核”尚不能判断。",
        "依据当日（2026年2月3日）施行的《印章管理意见》第八条。",
        "缺少：摘要（请由出纳提供）。",
        "名册、台账未接入或者未声明完整：任职人员。",
        "法律留由地方规定、尚未设定：结算起点。",
        "应于2026年2月9日前（含当日）完成：自付款日期起5日，当日不计入，期满日为休息日的顺延至下一工作日。",
        "责任岗位：出纳（职责：按期审核每笔支出）、村民委员会主任。",
      ]
    `);
  });

  it('names what is missing, who has it, and until when, in English', () => {
    expect(explain(DUTY_OPEN, CASH_PAYMENT, en)).toMatchInlineSnapshot(`
      [
        "Expenditure E-2 (3 February 2026): “Payments reviewed in time” cannot be decided yet.",
        "Under the law in force on 3 February 2026: Opinions on Seals, art. 8.",
        "Missing: description (to be supplied by the cashier).",
        "Registers or books not connected or not declared complete: officers.",
        "Left to the locality by law and not set: cash settlement limit.",
        "Due on 9 February 2026 at the latest: 5 days from date of payment, the first day not counted, a last day on a rest day moved to the next working day.",
        "Posts that answer for it: cashier (duty: review each payment in time) and director.",
      ]
    `);
  });
});

describe('a finding', () => {
  it('of a suspicion says why it is only that', () => {
    const said = told({ nature: 'suspicion', doubts: ['by-name', 'no-roster', 'by-name'] });
    expect(said).toContain('出现疑点“超限额使用现金”，需要人工核实');
    expect(said).toContain(
      '只作疑点提示，因为其中的人员或者单位是按名称匹配的；没有任职名册可以印证所记职务。',
    );
  });

  it('that no change of the record mends says so', () => {
    expect(told({ wouldComply: [] })).toContain('本条不能靠更正记录消除，须由有关人员依规处理');
  });

  it('under a waiver tells of it and stands', () => {
    const waived = {
      item: FINDING.item,
      document: '某发〔2026〕1号',
      approver: { jurisdiction: 'CN', name: '某部门' },
      reason: text('试点', 'a trial'),
      interval: { from: undefined, until: dayOf(2026, 7, 1) },
      pack: 'national',
    };
    expect(told({ waived })).toContain(
      '已依某发〔2026〕1号准予例外（批准：某部门；理由：试点；至2026年7月1日前），记录在案，不改变判断。',
    );
  });

  it('without a date says that the law cannot be told', () => {
    expect(told({ law: undefined })).toContain('办理日期不明，不能确定适用何时的规定');
  });

  it.each([
    ['NO_POWER', '权力清单没有列入此事项'],
    ['HOLDER', '行权主体与权力清单不符'],
    ['AUTHORITY', '审批与权力清单所定的权限不符'],
  ] as const)('%s is told as such', (code, words) => {
    expect(told({ list: 'power', code })).toContain(words);
  });

  it('on a day without a rule says so', () => {
    const verdict = 'notApplicable';
    expect(told({ verdict, revision: undefined, claim: undefined })).toContain('当日尚无规定');
  });
});

describe('a date of which only the month is known', () => {
  const JANUARY = new Range(dayOf(2015, 1, 1), dayOf(2015, 1, 31));
  const inJanuary = record('E-3', { paidOn: JANUARY });
  const law = dayOf(2015, 1, 1);

  it('is said as it was recorded', () => {
    const said = explain({ ...FINDING, law }, inJanuary, zh).join('');
    expect(said).toContain('支出 E-3（2015年1月）');
    expect(said).toContain('按该期间（2015年1月）施行的《现金管理暂行条例》');
    expect(said).not.toContain('2015年1月1日');
    const english = explain({ ...FINDING, law }, inJanuary, en).join(' ');
    expect(english).toContain('Under the law in force during January 2015:');
  });

  it('is to be given to the day where the law changes within it', () => {
    const missing = [
      { fact: 'paidOn', scope: 'record', label: text('付款日期', 'date of payment') },
    ] as const;
    const revision = { ...PROHIBITION, effective: { from: undefined, until: dayOf(2015, 1, 10) } };
    const open = { ...FINDING, law, verdict: 'undetermined', missing, revision } as const;
    const said = explain(open, inJanuary, zh).join('');
    expect(said).toContain('付款日期须写明具体日期（现记为2015年1月）。');
    expect(said).toContain('该期间（2015年1月）内规定有变动');
    expect(said).not.toContain('缺少');
    expect(said).not.toContain('本件依');
  });

  it.each([
    [
      2015,
      '“结算起点”在2015年1月内有变动，自2015年1月15日起为500.00 元。',
      'changes within January 2015: from 15 January 2015 it is CNY 500.00.',
    ],
    [2016, '“结算起点”为', undefined],
  ])('tells the figures that change within it: %s', (year, zhSaid, enSaid) => {
    const limit = LISTS.parameters.get('cash.limit');
    const [first] = limit?.values ?? [];
    if (limit === undefined || first === undefined) throw new Error('a limit');
    const from = dayOf(2015, 1, 15);
    const values = [
      { ...first, interval: { ...first.interval, until: from } },
      { ...first, value: 50_000, interval: { from, until: undefined } },
    ];
    const policy = { ...LISTS, parameters: new Map([['cash.limit', { ...limit, values }]]) };
    const month = new Range(dayOf(year, 1, 1), dayOf(year, 1, 31));
    const finding = { ...FINDING, law: dayOf(year, 1, 1) };
    const inMonth = record('E-3', { paidOn: month });
    const said = explain(finding, inMonth, { ...zh, policy }).join('');
    const english = explain(finding, inMonth, { ...en, policy }).join(' ');
    expect(said).toContain(zhSaid);
    expect(/changes within .*?\d\.\d\d\./.exec(english)?.[0]).toBe(enSaid);
  });
});

it('asks one holder for all that is missing of them at once', () => {
  const label = (zh: string): MissingFact => ({
    fact: zh,
    scope: 'record',
    label: text(zh, zh),
    holder: 'cashier',
  });
  const missing = [label('甲'), label('乙'), { ...label('丙'), holder: 'village-director' }];
  expect(told({ verdict: 'undetermined', missing })).toContain(
    '缺少：甲、乙（均请由出纳提供）；丙（请由村民委员会主任提供）。',
  );
});

it('leaves out a way that asks for more than another does', () => {
  const [method, amount] = FINDING.wouldComply;
  if (method === undefined || amount === undefined) throw new Error('two ways');
  const both = [...method, ...amount];
  expect(told({ wouldComply: [both, method] })).toContain(
    '如实际情况是：“付款方式”不是现金（例如转账），即符合',
  );
});
