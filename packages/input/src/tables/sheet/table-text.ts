/** Why a file is no text that can be read. */
export type TextFault = 'undecodable' | 'binary';

/** From so many bytes with letters beyond ASCII among them it shows which encoding they are. */
const ENOUGH = 8192;

/**
 * Decodes a table that arrives in pieces: UTF-8, with or without a byte order mark, UTF-16 with one, or GB18030, told
 * apart by the first stretch that isn't ASCII. Line ends come out as `\n`.
 */
export class TableText {
  #decoder: TextDecoder | undefined;
  #held: Uint8Array = new Uint8Array();
  #hadReturn = false;
  #fault: TextFault | undefined;

  get fault(): TextFault | undefined {
    return this.#fault;
  }

  /** The text that this piece completes. */
  push(bytes: Uint8Array): string {
    if (this.#fault !== undefined) return '';
    if (this.#decoder !== undefined) return this.#take(bytes, true);
    this.#held = this.#held.length === 0 ? bytes.slice() : joined(this.#held, bytes);
    return this.#held.length < ENOUGH ? '' : this.#decide(true);
  }

  end(): string {
    if (this.#fault !== undefined) return '';
    const text = this.#decoder === undefined ? this.#decide(false) : this.#take(EMPTY, false);
    return this.#hadReturn ? `${text}\n` : text;
  }

  #decide(isMore: boolean): string {
    const held = this.#held;
    const marked = markedEncoding(held);
    const firstLetter = held.findIndex((byte) => byte >= 0x80);
    if (marked === undefined && firstLetter === -1) {
      // ASCII is the same in each of them.
      this.#held = EMPTY;
      return this.#lines(new TextDecoder().decode(held));
    }
    if (marked === undefined && isMore && held.length - firstLetter < ENOUGH) return '';
    const encoding = marked ?? (isUtf8(held) ? 'utf-8' : 'gb18030');
    this.#held = EMPTY;
    try {
      this.#decoder = new TextDecoder(encoding, { fatal: true });
    } catch {
      this.#fault = 'undecodable';
      return '';
    }
    return this.#take(held, isMore);
  }

  #take(bytes: Uint8Array, isMore: boolean): string {
    try {
      return this.#lines((this.#decoder as TextDecoder).decode(bytes, { stream: isMore }));
    } catch {
      this.#fault = 'undecodable';
      return '';
    }
  }

  #lines(text: string): string {
    if (text.includes('\u0000')) {
      this.#fault = 'binary';
      return '';
    }
    if (text === '') return '';
    const whole = this.#hadReturn ? `\r${text}` : text;
    this.#hadReturn = whole.endsWith('\r');
    return (this.#hadReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }
}

const EMPTY = new Uint8Array();

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** A letter that is cut off at the end does no harm. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
