import type { Text } from '@qingdan/core';
import { printParseErrorCode, visit } from 'jsonc-parser';

export interface SyntaxFault {
  readonly reason: Text;
  readonly start: number;
  readonly end: number;
}

/** The first place at which a text is no JSON, and what is wrong there. */
export function findSyntaxError(text: string): SyntaxFault {
  let first: SyntaxFault | undefined;
  visit(
    text,
    {
      onError(code, start, length) {
        first ??= {
          reason: reasonOf(printParseErrorCode(code), text, start),
          start,
          end: start + length,
        };
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return first ?? { reason: NOT_JSON, start: 0, end: 0 };
}

const NOT_JSON: Text = { zh: '不是 JSON', en: 'not JSON' };
const NO_NUMBER: Text = { zh: '不是数', en: 'no number' };
const NO_COMMENTS: Text = { zh: 'JSON 没有注释', en: 'JSON has no comments' };
const NO_ESCAPE: Text = { zh: '文字中的转义无效', en: 'no such escape in a text' };

const REASONS: ReadonlyMap<string, Text> = new Map([
  [
    'InvalidSymbol',
    {
      zh: '不是 JSON 的值；文字要放在英文双引号内',
      en: 'no JSON value; text stands in double quotes',
    },
  ],
  ['InvalidNumberFormat', NO_NUMBER],
  ['UnexpectedEndOfNumber', NO_NUMBER],
  [
    'PropertyNameExpected',
    { zh: '此处应为英文双引号内的键', en: 'a key in double quotes is expected' },
  ],
  ['ValueExpected', { zh: '此处应为值', en: 'a value is expected' }],
  ['ColonExpected', { zh: '此处应为 `:`', en: '`:` is expected' }],
  ['CommaExpected', { zh: '此处应为 `,`', en: '`,` is expected' }],
  ['CloseBraceExpected', { zh: '此处应为 `}`', en: '`}` is expected' }],
  ['CloseBracketExpected', { zh: '此处应为 `]`', en: '`]` is expected' }],
  ['EndOfFileExpected', { zh: '值的后面还有内容', en: 'something follows the value' }],
  ['InvalidCommentToken', NO_COMMENTS],
  ['UnexpectedEndOfComment', NO_COMMENTS],
  ['UnexpectedEndOfString', { zh: '引号内的文字没有结束', en: 'the text in quotes has no end' }],
  ['InvalidUnicode', NO_ESCAPE],
  ['InvalidEscapeCharacter', NO_ESCAPE],
  ['InvalidCharacter', { zh: '文字中有控制字符', en: 'a control character in a text' }],
]);

function reasonOf(code: string, text: string, at: number): Text {
  return at >= text.trimEnd().length
    ? { zh: '内容没有写完', en: 'the text ends too early' }
    : (REASONS.get(code) ?? NOT_JSON);
}
