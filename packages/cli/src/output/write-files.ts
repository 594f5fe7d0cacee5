import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Diagnostic, diagnostic, said, systemReason } from '@qingdan/core';
import { isSystemError } from '../input/system.js';
import { writeWhole } from './write-whole.js';

/** Writes files below a folder, which is made where it isn't there; answers why not. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Diagnostic | undefined> {
  try {
    for (const [path, text] of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeWhole(file, text);
    }
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const reason = said('reason', systemReason(error));
    return diagnostic('cannot-write', reason, undefined, { file: folder });
  }
}
