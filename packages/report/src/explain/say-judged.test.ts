import type { RecordResult } from '@qingdan/core';
import { expect, it } from 'vitest';
import { REPORT } from '../testing/items.js';
import { sayJudged } from './say-judged.js';

it('says where nothing could be judged that nothing was', () => {
  const [first] = REPORT.results as [RecordResult];
  const judged = { decided: 0, undetermined: 0, unavailable: 9 };
  expect(sayJudged({ ...first, judged }, 'zh')).toBe(
    '没有可以判断的项目；9项缺少名册、台账或者标准，未能判断。',
  );
  expect(sayJudged({ ...first, judged }, 'en')).toContain('No question could be judged');
});
