import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '@qingdan/core';
import { isReadable } from '../packs/pack-paths.js';
import { writeFiles } from './write-files.js';

/** Writes files of a pack; one that is there already belongs to its author. */
export async function writeNew(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Diagnostic | undefined> {
  for (const path of files.keys()) {
    const file = join(folder, path);
    if (await isReadable(file)) return diagnostic('already-there', {}, undefined, { file });
  }
  return writeFiles(folder, files);
}
