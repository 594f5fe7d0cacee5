import { Lexer } from 'yaml';

/** Keys, dashes and braces each open a level here, so this is well above what the tree itself may nest. */
const GUARD = 256;

/**
 * The offset at which a text nests deeper than any sound document, if it does. It looks at lexemes only: the parser
 * calls itself for each level, and some inputs of a few kilobytes would end the process.
 */
export function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let column = 0;
  let flow = 0;
  /** Columns of what is open in block style, ascending. */
  const open: number[] = [];
  let fresh = true;
  for (const lexeme of new Lexer().lex(text)) {
    switch (lexeme[0]) {
      case '\u0002':
      case '\u0018':
      case '\u001f':
        continue;
      case '[':
      case '{':
        flow += 1;
        break;
      case ']':
      case '}':
        flow = Math.max(0, flow - 1);
        break;
      default:
    }
    const indicator = lexeme === '-' || lexeme === '?' || lexeme === ':';
    const blank = /^[\s\ufeff]*$/.test(lexeme);
    if (flow === 0 && !blank && (fresh || indicator)) {
      while (open.length > 0 && (open[open.length - 1] as number) >= column) open.pop();
      open.push(column);
    }
    if (open.length + flow > GUARD) return offset;
    offset += lexeme.length;
    const lineEnd = lexeme.lastIndexOf('\n');
    if (lineEnd === -1) {
      column += lexeme.length;
      if (!blank) fresh = indicator;
    } else {
      column = lexeme.length - lineEnd - 1;
      fresh = true;
    }
  }
  return undefined;
}
