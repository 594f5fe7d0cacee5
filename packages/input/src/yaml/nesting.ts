import { Lexer } from 'yaml';

/** Keys, dashes and braces each open a level here, so this is well above what a record may nest. */
const GUARD = 256;

/**
 * The offset at which a text nests deeper than any sound file, if it does. It looks at lexemes only: the parser calls
 * itself for each level, and some inputs of a few kilobytes would end the process.
 */
export function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let column = 0;
  let flow = 0;
  /** Columns at which something is open in block style, ascending. */
  const open: number[] = [];
  let lineBegins = true;
  for (const lexeme of new Lexer().lex(text)) {
    // Marks of the lexer's own, which stand for no characters: document, flow end, scalar.
    if (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f') continue;
    if (lexeme === '[' || lexeme === '{') flow += 1;
    if (lexeme === ']' || lexeme === '}') flow = Math.max(0, flow - 1);
    const opens = lexeme === '-' || lexeme === '?' || lexeme === ':';
    const blank = /^[\s\ufeff]*$/.test(lexeme);
    if (flow === 0 && !blank && (lineBegins || opens)) {
      while ((open.at(-1) ?? -1) >= column) open.pop();
      open.push(column);
    }
    if (open.length + flow > GUARD) return offset;
    offset += lexeme.length;
    const lineEnd = lexeme.lastIndexOf('\n');
    if (lineEnd !== -1) {
      column = lexeme.length - lineEnd - 1;
      lineBegins = true;
    } else {
      column += lexeme.length;
      if (!blank) lineBegins = opens;
    }
  }
  return undefined;
}
