import { said } from '../diagnostics/said.js';
import type { Outside } from '../records/read-value.js';

/** What a number may be at least or at most, as the parameter of a message. */
export function boundParams({ end, limit }: Outside): Readonly<Record<string, string>> {
  return said(
    'bound',
    end === 'least'
      ? { zh: `小于允许的最小值 ${limit}`, en: `less than ${limit}, the least it may be` }
      : { zh: `大于允许的最大值 ${limit}`, en: `more than ${limit}, the most it may be` },
  );
}
