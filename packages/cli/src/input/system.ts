import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { type Diagnostic, diagnostic, said, systemReason } from '@qingdan/core';

/** In bytes: more than any file has that is read as a whole. */
export const MIB = 1024 * 1024;

/** The bytes of a file, or what is wrong with it; one that is larger is not looked at. */
export async function readWithin(file: string, limit: number): Promise<Uint8Array | Diagnostic> {
  try {
    if ((await stat(file)).size <= limit) return await readFile(file);
    const params = { ...WHOLE_FILE, limit: `${limit / MIB} MiB` };
    return diagnostic('too-large', params, undefined, { file });
  } catch (error) {
    return cannotRead(file, error);
  }
}

/** The bytes of a file, which is opened when the first are asked for. */
export async function* chunksOf(
  file: string,
  options: { readonly highWaterMark?: number } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* createReadStream(file, options) as AsyncIterable<Uint8Array>;
}

/** Why a file can't be read; anything but the disk's fault is thrown on. */
export function cannotRead(file: string, error: unknown): Diagnostic {
  if (!isSystemError(error)) throw error;
  return diagnostic('cannot-read', said('reason', systemReason(error)), undefined, { file });
}

/** The disk's fault, and not a mistake of ours. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const WHOLE_FILE = said('what', { zh: '文件', en: 'the file' });
