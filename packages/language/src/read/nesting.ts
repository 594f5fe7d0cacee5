/** Keys, dashes and braces each open a level here, so this is well above what the tree itself may nest. */
const GUARD = 256;

/**
 * Watches the lexemes of a text for deeper nesting than any sound document has. The parser calls itself for each level,
 * and some inputs of a few kilobytes would end the process.
 */
export class NestingGuard {
  /** Where the next lexeme begins. */
  offset = 0;
  #column = 0;
  #flow = 0;
  /** Columns of what is open in block style, ascending. */
  readonly #open: number[] = [];
  #fresh = true;

  /** Whether the text nests too deep from this lexeme on. */
  isTooDeep(lexeme: string): boolean {
    // Marks of the lexer, which stand for nothing in the text.
    if (lexeme === '\u0002' || lexeme === '\u0018' || lexeme === '\u001f') return false;
    if (lexeme === '[' || lexeme === '{') this.#flow += 1;
    if (lexeme === ']' || lexeme === '}') this.#flow = Math.max(0, this.#flow - 1);
    const indicator = lexeme === '-' || lexeme === '?' || lexeme === ':';
    const blank = /^[\s\ufeff]*$/.test(lexeme);
    if (this.#flow === 0 && !blank && (this.#fresh || indicator)) {
      while ((this.#open[this.#open.length - 1] ?? -1) >= this.#column) this.#open.pop();
      this.#open.push(this.#column);
    }
    if (this.#open.length + this.#flow > GUARD) return true;
    this.#advance(lexeme, indicator, blank);
    return false;
  }

  #advance(lexeme: string, indicator: boolean, blank: boolean): void {
    this.offset += lexeme.length;
    const lineEnd = lexeme.lastIndexOf('\n');
    if (lineEnd === -1) {
      this.#column += lexeme.length;
      if (!blank) this.#fresh = indicator;
    } else {
      this.#column = lexeme.length - lineEnd - 1;
      this.#fresh = true;
    }
  }
}
