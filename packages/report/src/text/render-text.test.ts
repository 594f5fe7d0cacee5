import { describe, expect, it } from 'vitest';
import { DUTY_OPEN, FINDING, LISTS, REPORT } from '../testing/items.js';
import { record } from '../testing/build.js';
import { VARIED } from '../testing/varied-report.js';
import { renderText } from './render-text.js';
import { widthOf } from './wrap.js';

describe('the text report', () => {
  it.each(['zh', 'en'] as const)('is as it was agreed, in %s', async (lang) => {
    await expect(renderText(REPORT, { lang, all: true })).toMatchFileSnapshot(
      `__snapshots__/report.${lang}.txt`,
    );
  });

  it('shows only what is worth a look', () => {
    const text = renderText(REPORT, { lang: 'zh' });
    expect(text).toContain('支出 E-2');
    expect(text).not.toContain('支出 E-9');
    expect(text).toContain('其余1条记录：可判断的各项未发现问题。');
    expect(text).toContain('1条记录未作判断。');
  });

  it('keeps to its width', () => {
    for (const width of [40, 72, 120])
      for (const line of renderText(REPORT, { lang: 'zh', width, all: true }).split('\n'))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it('lets no escape of a record reach the terminal', () => {
    expect(renderText(REPORT, { lang: 'zh', all: true })).not.toMatch(/[\u0000-\u0009\u001b]/);
  });

  it('colours only where asked, and the words stay', () => {
    const plain = renderText(REPORT, { lang: 'zh' });
    const coloured = renderText(REPORT, { lang: 'zh', colour: true });
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
    expect(coloured).not.toBe(plain);
  });

  it('masks persons unless asked', () => {
    for (const all of [true, false]) {
      expect(renderText(VARIED, { lang: 'zh', all })).not.toContain('王小明');
      expect(renderText(VARIED, { lang: 'zh', all, unmask: true })).toContain('王小明');
    }
  });

  it('does not depend on the order of results', () => {
    const results = [...REPORT.results].reverse();
    expect(renderText({ ...REPORT, results }, { lang: 'zh' })).toBe(
      renderText(REPORT, { lang: 'zh' }),
    );
  });

  it('has three lines at the head, and the summary at the end', () => {
    const lines = renderText(REPORT, { lang: 'zh', width: 200 }).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '清单检查结果',
      '本结果为监督线索，不作为定性依据。',
      '共检查3条记录：有不符合规则的线索1条；可判断的各项未发现问题1条；未作判断1条。',
      '',
    ]);
    expect(lines.indexOf('汇总')).toBeGreaterThan(lines.indexOf('东村（V1）'));
  });

  it('names no packs where none were read', () => {
    expect(renderText({ ...REPORT, packs: [] }, { lang: 'zh' })).not.toContain('规则包：');
  });

  it('says what alone would let most be judged, and how much', () => {
    const lack = (fact: string, scope: 'record' | 'run', needs?: string) => ({
      fact,
      scope,
      label: { zh: fact, en: fact },
      ...(needs === undefined ? {} : { needs }),
    });
    const kin = lack('亲属关系', 'run', 'register kinship');
    const lacking = (...missing: ReturnType<typeof lack>[]) => ({ ...DUTY_OPEN, missing });
    const [first] = REPORT.results;
    const result = {
      ...first!,
      record: record('E-1'),
      findings: [
        lacking(lack('经手人', 'record')),
        lacking(lack('经手人', 'record'), lack('经手人', 'record')),
        lacking(lack('经手人', 'record'), lack('用途', 'record')),
        lacking(kin, lack('用途', 'record')),
        { ...FINDING, missing: [lack('用途', 'record')] },
      ],
      unavailable: [
        ...[1, 2, 3].map((at) => ({ name: `village.${at}`, missing: [kin] })),
        { name: 'village.x', missing: [kin, lack('限额', 'run', 'parameter limit')] },
        { name: 'village.y', missing: [lack('限额', 'run', 'parameter limit')] },
      ],
    };
    const lines = renderText({ ...REPORT, results: [result] }, { lang: 'zh' }).split('\n');
    const at = lines.indexOf('补上以下任何一样，即可多判断（其他资料不变）：');
    expect(lines.slice(at + 1, at + 5)).toEqual([
      '  接入“亲属关系”台账或者名册，并声明完整：3项',
      '  支出写明“经手人”：2项',
      '  接入或者设定“限额”：1项',
      '',
    ]);
    expect(renderText({ ...REPORT, results: [] }, { lang: 'zh' })).not.toContain('补上以下');
  });

  it('names organisations, with their ids', () => {
    const text = renderText(REPORT, { lang: 'zh' });
    expect(text).toContain('东村（V1），自2026年1月1日起，至2026年4月1日前：支出');
    const nameless = renderText({ ...REPORT, organisations: [] }, { lang: 'zh' });
    expect(nameless).toContain('组织 V1');
  });

  it('counts findings by list, item and organisation in columns that stand under their headings', () => {
    const lines = renderText(VARIED, { lang: 'zh', summary: true, width: 200 }).split('\n');
    const at = lines.findIndex((line) => line.endsWith('条目'));
    expect(lines.slice(at, at + 5)).toEqual([
      '  不符合  疑点  待补充  例外  条目',
      '       2     1       0     1  超限额使用现金（village.exp-cash-over）',
      '       1     0       0     0  超限额使用现金（village.a）',
      '       1     0       0     0  超限额使用现金（village.b）',
      '       0     0       1     0  支出按期审核（village.routine-expense.review）',
    ]);
    expect(lines).toContain('       4     1       1     1  东村（V1）');
  });

  it('shows the summary alone', () => {
    const text = renderText(REPORT, { lang: 'zh', summary: true });
    expect(text).toContain('本结果为监督线索，不作为定性依据。');
    expect(text).toContain('village.exp-cash-over');
    expect(text).not.toContain('支出 E-2');
  });

  it('shows one finding of each of the gravest items, and where else they were found', () => {
    const text = renderText(VARIED, { lang: 'zh', top: 1 });
    expect(text).toContain('3个条目有线索，最重的1个各举一例：');
    expect(text.match(/编号：/g)).toHaveLength(1);
    expect(text).toContain('本条线索即不成立');
    expect(text).toContain('同一条目另有2件：支出');
    expect(text).not.toContain('village.b，');
    expect(renderText(VARIED, { lang: 'zh', top: 9 })).toContain('以下3个条目有线索');
  });

  it('says what it is told to say at the end', () => {
    expect(renderText(REPORT, { lang: 'zh', hints: ['甲', '乙'] })).toMatch(/\n\n甲\n乙\n$/);
  });

  it('folds what lacks the same, after what was found', () => {
    const lacking = Array.from({ length: 8 }, (_, index) => ({
      record: record(`E-${String(index)}`),
      policy: LISTS,
      asOf: 20_487,
      outcome: 'undetermined' as const,
      judged: { decided: 1, undetermined: 1, unavailable: 0 },
      unavailable: [],
      findings: [DUTY_OPEN],
    }));
    const found = { ...lacking[0]!, outcome: 'suspicion' as const, record: record('E-9') };
    const suspicion = { ...FINDING, nature: 'suspicion' as const };
    const results = [...lacking, { ...found, findings: [DUTY_OPEN, suspicion] }];
    const text = renderText({ ...REPORT, results }, { lang: 'zh', width: 200 });
    expect(text.match(/支出按期审核（village/g)).toHaveLength(2);
    expect(text).toContain('资料不全，尚不能判断：9条记录的9件事项');
    expect(text).toContain(
      '另有8条记录同样缺少：支出 E-1、支出 E-2、支出 E-3、支出 E-4、支出 E-5等',
    );
    expect(text.indexOf('疑点］')).toBeLessThan(text.indexOf('资料不全，尚不能判断：'));
    const all = renderText({ ...REPORT, results }, { lang: 'zh', width: 200, all: true });
    expect(all.match(/［待补充］支出按期审核/g)).toHaveLength(9);
    expect(all).not.toContain('另有');
  });
});
