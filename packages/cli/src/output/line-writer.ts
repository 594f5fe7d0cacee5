import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Io } from '../io.js';

/** Few large writes are cheaper than many small ones. */
const SIZE = 256 * 1024;

/** A UTF-16 code unit takes so many bytes at the most. */
const WIDEST = 3;

/** Takes text piece by piece: to stdout, or to a file that is whole or not there at all. */
export class LineWriter {
  readonly #write: (bytes: Uint8Array) => void;
  readonly #path: string | undefined;
  readonly #draft: string;
  readonly #file: number | undefined;
  /** Pieces are encoded as they come: joining them first would write each twice. */
  #buffer = Buffer.allocUnsafe(SIZE);
  #length = 0;

  /** Throws where the file can't be written. */
  constructor(path: string | undefined, io: Io) {
    this.#path = path;
    this.#draft =
      path === undefined ? '' : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    const file = path === undefined ? undefined : openSync(this.#draft, 'wx');
    this.#file = file;
    this.#write = file === undefined ? io.stdout : (bytes) => writeWhole(file, bytes);
  }

  add(text: string): void {
    if (text.length * WIDEST > this.#buffer.length - this.#length) {
      this.flush();
      if (text.length * WIDEST > this.#buffer.length) {
        this.#write(Buffer.from(text));
        return;
      }
    }
    this.#length += this.#buffer.write(text, this.#length);
  }

  flush(): void {
    if (this.#length === 0) return;
    const bytes = this.#buffer.subarray(0, this.#length);
    // Who takes them may still be writing them when the next come.
    this.#buffer = Buffer.allocUnsafe(SIZE);
    this.#length = 0;
    this.#write(bytes);
  }

  /** What was written is whole. */
  end(): void {
    this.flush();
    if (this.#file === undefined || this.#path === undefined) return;
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#draft, this.#path);
  }

  /** What was written is worth nothing. */
  abandon(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    rmSync(this.#draft, { force: true });
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}
