import { describe, expect, it } from 'vitest';
import { SourceText } from '../source/span.js';
import { renderDiagnostic } from './diagnostic.js';
import { yamlFault } from './yaml-fault.js';

function rendered(code: string, message: string, text: string, start = 0, end = text.length) {
  const source = new SourceText('a.yaml', text);
  const fault = yamlFault({ code, message }, { source, start, end });
  return { name: fault.name, at: fault.span?.start, zh: renderDiagnostic(fault, 'zh') };
}

describe('a fault of YAML', () => {
  it.each([
    ['TAB_AS_INDENT', 'Tabs are not allowed as indentation', '不能用制表符缩进，请用空格'],
    ['MISSING_CHAR', 'Missing closing "quote', '引号没有配对'],
    ['MISSING_CHAR', 'Something that is new', '缺少分隔的符号或空格'],
    [
      'BAD_INDENT',
      'All sequence items must start at the same column',
      '缩进不一致，或括号没有配对',
    ],
  ])('%s is said in Chinese', (code, message, zh) => {
    expect(rendered(code, message, 'a').zh.message).toBe(`YAML 语法错误：${zh}`);
  });

  it('that is not known keeps the words of the parser, as a quotation', () => {
    expect(rendered('NEW_CODE', 'Some new fault\nmore', 'a').zh.message).toBe(
      'YAML 语法错误：`Some new fault`',
    );
  });

  it.each<[string, string, string, number, string]>([
    ['a full-width colon after a key', 'MULTILINE_IMPLICIT_KEY', 'kind：X\nid', 4, '：'],
    ['one after a Chinese key', 'MISSING_CHAR', '金额：1', 2, '：'],
    ['one after a quoted key', 'MULTILINE_IMPLICIT_KEY', '"a" ：1\nb', 4, '：'],
    ['a full-width comma in brackets', 'BLOCK_IN_FLOW', '1，c: 2', 1, '，'],
  ])('that comes of %s says so', (_, code, text, at, mark) => {
    const fault = rendered(code, 'whatever', text);
    expect([fault.name, fault.at]).toEqual(['full-width-mark', at]);
    expect(fault.zh.message).toContain(`全角的“${mark}”`);
  });

  it.each([
    [
      'a sentence before a key that lacks its colon',
      'MULTILINE_IMPLICIT_KEY',
      '说明 依据，见下：\nid',
    ],
    ['another fault', 'TAB_AS_INDENT', 'kind：X'],
  ])('is not blamed on a mark in %s', (_, code, text) => {
    expect(rendered(code, 'whatever', text).name).toBe('yaml-syntax');
  });
});
