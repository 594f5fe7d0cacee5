import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Io } from '../io.js';

/** Few large writes are cheaper than many small ones. */
const ENOUGH = 64 * 1024;

/** Takes text piece by piece: to stdout, or to a file that is whole or not there at all. */
export class LineWriter {
  readonly #write: (text: string) => void;
  readonly #path: string | undefined;
  readonly #draft: string;
  readonly #file: number | undefined;
  #pending: string[] = [];
  #length = 0;

  /** Throws where the file can't be written. */
  constructor(path: string | undefined, io: Io) {
    this.#path = path;
    this.#draft =
      path === undefined ? '' : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    const file = path === undefined ? undefined : openSync(this.#draft, 'wx');
    this.#file = file;
    this.#write = file === undefined ? io.stdout : (text) => void writeSync(file, text);
  }

  add(text: string): void {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length > ENOUGH) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    this.#write(text);
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
