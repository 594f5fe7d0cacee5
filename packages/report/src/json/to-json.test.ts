import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../testing/items.js';
import { REPORT_SCHEMA } from './schema.js';
import { toJson } from './to-json.js';

const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  REPORT_SCHEMA,
);

describe('the JSON report', () => {
  it.each(['zh', 'en'] as const)('follows its schema in %s', (lang) => {
    const json: unknown = JSON.parse(JSON.stringify(toJson(REPORT, lang)));
    validate(json);
    expect(validate.errors).toBeNull();
  });

  it('has its schema in /schemas as generated', async () => {
    const written = await readFile(
      new URL('../../../../schemas/report.schema.json', import.meta.url),
      'utf8',
    );
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(REPORT_SCHEMA)));
  });

  it('counts records by outcome', () => {
    expect(toJson(REPORT, 'zh').summary).toEqual({
      records: 3,
      notJudged: 1,
      compliant: 1,
      violation: 1,
      suspicion: 0,
      undetermined: 0,
    });
  });

  it('says what each clause read and expected', () => {
    const clause = toJson(REPORT, 'zh').results[1]?.findings[1]?.clauses[0]?.children[1];
    expect(clause).toEqual({
      id: 'over',
      sentence:
        '金额超过结算起点（1,000.00 元，《现金管理暂行条例》第五条第二款）（记录为：1,500.00 元）',
      result: true,
      fact: 'amount',
      actual: '1500.00',
      operator: 'greaterThan',
      expected: '1000.00',
      parameter: 'cash.limit',
      children: [],
    });
  });

  it('never says of what was not looked at that all is well', () => {
    const { results } = toJson(REPORT, 'zh');
    expect(results.map(({ statement }) => statement)).toEqual([
      '可判断的21项未发现问题；9项缺少名册、台账或者标准，未能判断。',
      '可判断的21项中1项发现线索，其余未发现问题；2项缺少本记录的资料，未能判断；9项缺少名册、台账或者标准，未能判断。',
      '本记录的日期不在规则包的适用期间内，或者没有适用的规定，未作判断。',
    ]);
  });

  it('masks persons unless asked', () => {
    expect(JSON.stringify(toJson(REPORT, 'zh'))).not.toContain('王小明');
    expect(JSON.stringify(toJson(REPORT, 'zh'))).not.toContain('张三丰');
  });

  it('is the same for the same report', () => {
    expect(JSON.stringify(toJson(REPORT, 'en'))).toBe(JSON.stringify(toJson(REPORT, 'en')));
  });
});
