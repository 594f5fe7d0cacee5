import { createHash } from 'node:crypto';
import { compareText, type InputDigest } from '@qingdan/core';

/** The digests of the files of a run, taken from their bytes as they are read. */
export class InputDigests {
  readonly #byFile = new Map<string, string>();

  add(file: string, bytes: Uint8Array): void {
    this.#byFile.set(file, createHash('sha256').update(bytes).digest('hex'));
  }

  /** Hands on the bytes of a file, and has its digest once all were taken. */
  async *through(
    file: string,
    chunks: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    const hash = createHash('sha256');
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    this.#byFile.set(file, hash.digest('hex'));
  }

  /** Of every file, in order of names; and of all, whatever their names and order. */
  get value(): InputDigest {
    const files = [...this.#byFile].sort(([a], [b]) => compareText(a, b));
    const all = files.map(([, digest]) => digest).sort(compareText);
    return {
      digest: `sha256:${createHash('sha256').update(all.join('\n')).digest('hex')}`,
      files: files.map(([file, digest]) => ({ file, digest: `sha256:${digest}` })),
    };
  }
}
