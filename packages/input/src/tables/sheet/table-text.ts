/** Why a file is no text that can be read. */
export type TextFault = 'undecodable' | 'binary';

/** From so many bytes with letters beyond ASCII among them it shows which encoding they are. */
const ENOUGH = 8192;

/** So many bytes without a line end are decoded as they are. */
const LONG = 2 * 1024 * 1024;

const LINE_FEED = 0x0a;

const EMPTY = new Uint8Array();

/**
 * Decodes a table that arrives in pieces: UTF-8, with or without a byte order mark, UTF-16 with one, or GB18030, told
 * apart by the first stretch that isn't ASCII. Line ends come out as `\n`. Of a text with a fault, the lines before it
 * come out.
 */
export class TableText {
  #encoding: string | undefined;
  #decoder: TextDecoder | undefined;
  #held: Uint8Array = EMPTY;
  #hadReturn = false;
  #fault: TextFault | undefined;

  get fault(): TextFault | undefined {
    return this.#fault;
  }

  /** The text that this piece completes. */
  push(bytes: Uint8Array): string {
    if (this.#fault !== undefined) return '';
    this.#held = this.#held.length === 0 ? bytes.slice() : joined(this.#held, bytes);
    if (this.#encoding === undefined && !this.#decide(true)) return '';
    const last = this.#held.lastIndexOf(LINE_FEED) + 1;
    return this.#take(last === 0 && this.#held.length > LONG ? this.#held.length : last, true);
  }

  end(): string {
    if (this.#fault !== undefined) return '';
    if (this.#encoding === undefined) this.#decide(false);
    const text = this.#take(this.#held.length, false);
    return this.#hadReturn ? `${text}\n` : text;
  }

  /** Whether what is held can be decoded: where its encoding is known, or makes no difference. */
  #decide(isMore: boolean): boolean {
    const held = this.#held;
    if (isMore && held.length < ENOUGH) return false;
    const marked = markedEncoding(held);
    const firstLetter = held.findIndex((byte) => byte >= 0x80);
    // ASCII is the same in each of them.
    if (marked === undefined && isMore && firstLetter === -1) return true;
    if (marked === undefined && isMore && held.length - firstLetter < ENOUGH) return false;
    this.#encoding = marked ?? (looksLikeUtf8(held, firstLetter) ? 'utf-8' : 'gb18030');
    try {
      this.#decoder = new TextDecoder(this.#encoding, { fatal: true });
    } catch {
      this.#fault = 'undecodable';
    }
    return true;
  }

  /** The text of so many of the bytes that are held. */
  #take(length: number, isMore: boolean): string {
    const bytes = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    if (this.#fault !== undefined) return '';
    const decoder = this.#decoder ?? new TextDecoder();
    try {
      return this.#lines(decoder.decode(bytes, { stream: isMore }));
    } catch {
      this.#fault = 'undecodable';
      return this.#lines(soundLines(bytes, this.#encoding ?? ''));
    }
  }

  #lines(text: string): string {
    const zero = text.indexOf('\u0000');
    if (zero !== -1) this.#fault = 'binary';
    const sound = zero === -1 ? text : text.slice(0, text.lastIndexOf('\n', zero) + 1);
    if (sound === '') return '';
    const whole = this.#hadReturn ? `\r${sound}` : sound;
    this.#hadReturn = whole.endsWith('\r');
    return (this.#hadReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** Where a text is sound in neither, its first line beyond ASCII tells: Chinese in GB18030 is hardly ever UTF-8. */
function looksLikeUtf8(bytes: Uint8Array, firstLetter: number): boolean {
  if (isSound(bytes, 'utf-8')) return true;
  if (isSound(bytes, 'gb18030')) return false;
  const end = bytes.indexOf(LINE_FEED, firstLetter);
  return end !== -1 && isSound(bytes.subarray(0, end), 'utf-8');
}

/** A letter that is cut off at the end does no harm. */
function isSound(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The lines before the first that can't be decoded; of UTF-16, whose line ends are no single bytes, none. */
function soundLines(bytes: Uint8Array, encoding: string): string {
  if (encoding.startsWith('utf-16')) return '';
  const decoder = new TextDecoder(encoding, { fatal: true });
  let text = '';
  for (let start = 0; ;) {
    const end = bytes.indexOf(LINE_FEED, start) + 1;
    if (end === 0) return text;
    try {
      text += decoder.decode(bytes.subarray(start, end));
    } catch {
      return text;
    }
    start = end;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
