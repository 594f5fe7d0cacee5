import { printParseErrorCode, visit } from 'jsonc-parser';

export interface SyntaxFault {
  readonly reason: string;
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
  return first ?? { reason: 'not JSON', start: 0, end: 0 };
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'no JSON value; text stands in double quotes'],
  ['InvalidNumberFormat', 'no number'],
  ['UnexpectedEndOfNumber', 'no number'],
  ['PropertyNameExpected', 'a key in double quotes is expected'],
  ['ValueExpected', 'a value is expected'],
  ['ColonExpected', '`:` is expected'],
  ['CommaExpected', '`,` is expected'],
  ['CloseBraceExpected', '`}` is expected'],
  ['CloseBracketExpected', '`]` is expected'],
  ['EndOfFileExpected', 'something follows the value'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfComment', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'the text in quotes has no end'],
  ['InvalidUnicode', 'no such escape in a text'],
  ['InvalidEscapeCharacter', 'no such escape in a text'],
  ['InvalidCharacter', 'a control character in a text'],
]);

function reasonOf(code: string, text: string, at: number): string {
  return at >= text.trimEnd().length
    ? 'the text ends too early'
    : (REASONS.get(code) ?? 'not JSON');
}
