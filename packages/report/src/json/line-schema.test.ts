import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../testing/items.js';
import { LINE_SCHEMA } from './schema.js';
import { closingJson, resultJson } from './to-json.js';

const validate = new Ajv2020({ strict: false }).compile(LINE_SCHEMA);

describe('a line of a report line by line', () => {
  const [result] = REPORT.results.map((each) => resultJson(each, 'zh'));
  it.each([
    ['a result', result],
    ['an answer', { ...result, diagnostics: [] }],
    [
      'a line that could not be read',
      { record: null, source: { file: '-', line: 3 }, diagnostics: [] },
    ],
    ['the close', closingJson(REPORT, 'zh')],
  ])('fits its schema: %s', (_, line) => {
    expect(validate(line)).toBe(true);
  });

  it.each([
    ['a result that lacks its outcome', { ...result, outcome: undefined }],
    ['nothing', {}],
  ])('does not fit it: %s', (_, line) => {
    expect(validate(JSON.parse(JSON.stringify(line)))).toBe(false);
  });
});
