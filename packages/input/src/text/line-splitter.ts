import { joined } from './joined.js';

/** `endless`: so long that the text is none of lines; nothing comes after it. */
type LineFault = 'not-utf8' | 'too-large' | 'endless';

/** One line of a file; without `text` where it can't be read. */
export interface Line {
  readonly text?: string;
  readonly fault?: LineFault;
  /** 1-based */
  readonly line: number;
  /** Roughly how many UTF-16 code units stand before it: only their order counts. */
  readonly offset: number;
}

/** Longer lines, in bytes, are refused: no record is, and what they hold would be read in vain. */
export const LINE_LIMIT = 4 * 1024 * 1024;

/** A text with a line as long as this, in bytes, is none of lines: reading it to its end would be waiting for nothing. */
export const ENDLESS = 64 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Cuts bytes that arrive in pieces into lines, holding no more than the line that isn't finished. */
export class LineSplitter {
  readonly #limit: number;
  readonly #endless: number;
  #hasEnded = false;
  #pending: Uint8Array[] = [];
  #pendingLength = 0;
  #line = 1;
  #offset = 0;

  /** @param endless a line as long as this is the last one; without it, each line that ends is. */
  constructor(limit = LINE_LIMIT, endless = Infinity) {
    this.#limit = limit;
    this.#endless = endless;
  }

  /** Whether the last line was one without end. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  *push(bytes: Uint8Array): Generator<Line> {
    if (this.#hasEnded) return;
    yield* this.#cut(bytes);
    if (this.#pendingLength < this.#endless) return;
    this.#hasEnded = true;
    yield this.#next(this.#pendingLength, undefined, 'endless');
  }

  *end(): Generator<Line> {
    if (this.#pendingLength > 0 && !this.#hasEnded) yield this.#finish();
  }

  *#cut(bytes: Uint8Array): Generator<Line> {
    const last = bytes.lastIndexOf(LINE_FEED);
    if (last === -1) {
      this.#keep(bytes);
      return;
    }
    const first = bytes.indexOf(LINE_FEED);
    this.#keep(bytes.subarray(0, first));
    yield this.#finish();
    if (first < last) yield* this.#lines(bytes.subarray(first + 1, last));
    this.#keep(bytes.subarray(last + 1));
  }

  #keep(bytes: Uint8Array): void {
    this.#pendingLength += bytes.length;
    if (this.#pendingLength > this.#limit) this.#pending = [];
    else if (bytes.length > 0) this.#pending.push(bytes.slice());
  }

  #finish(): Line {
    const [only] = this.#pending;
    const bytes =
      only !== undefined && this.#pending.length === 1
        ? only
        : joined(this.#pending, this.#pendingLength);
    const tooLarge = this.#pendingLength > this.#limit;
    const length = this.#pendingLength;
    this.#pending = [];
    this.#pendingLength = 0;
    return tooLarge ? this.#next(length, undefined, 'too-large') : this.#decoded(bytes);
  }

  /** Whole lines at once: a chunk is decoded as one piece, and only a broken one line by line. */
  *#lines(bytes: Uint8Array): Generator<Line> {
    const text = bytes.length > this.#limit ? undefined : decode(bytes);
    if (text !== undefined) {
      for (const line of text.split('\n')) yield this.#next(line.length, line);
      return;
    }
    for (let start = 0; start <= bytes.length;) {
      const found = bytes.indexOf(LINE_FEED, start);
      const end = found === -1 ? bytes.length : found;
      yield end - start > this.#limit
        ? this.#next(end - start, undefined, 'too-large')
        : this.#decoded(bytes.subarray(start, end));
      start = end + 1;
    }
  }

  #decoded(bytes: Uint8Array): Line {
    const text = decode(bytes);
    return text === undefined
      ? this.#next(bytes.length, undefined, 'not-utf8')
      : this.#next(text.length, text);
  }

  #next(length: number, text: string | undefined, fault?: LineFault): Line {
    const { line, offset } = { line: this.#line, offset: this.#offset };
    this.#line += 1;
    this.#offset += length + 1;
    if (text === undefined) return fault === undefined ? { line, offset } : { fault, line, offset };
    // A byte order mark belongs to the file and not to its first line.
    return { text: line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text, line, offset };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
