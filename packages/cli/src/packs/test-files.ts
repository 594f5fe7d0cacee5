import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '@qingdan/core';
import { decodeUtf8 } from '@qingdan/input';
import { cannotRead, MIB, readWithin } from '../input/system.js';

export interface TestText {
  readonly file: string;
  readonly text: string;
}

/** The test files at some paths: `*.test.yaml` themselves, or those in folders. */
export async function readTestFiles(
  paths: readonly string[],
): Promise<{ files: readonly TestText[]; diagnostics: readonly Diagnostic[] }> {
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) {
        const entries = await readdir(path, { withFileTypes: true, recursive: true });
        for (const entry of entries) {
          if (entry.isFile() && entry.name.endsWith('.test.yaml')) {
            names.add(join(entry.parentPath, entry.name));
          }
        }
      } else names.add(path);
    } catch (error) {
      diagnostics.push(cannotRead(path, error));
    }
  }
  const files: TestText[] = [];
  for (const file of [...names].sort()) {
    const bytes = await readWithin(file, MIB);
    if (!(bytes instanceof Uint8Array)) {
      diagnostics.push(bytes);
      continue;
    }
    const text = decodeUtf8(bytes);
    if (text === undefined) diagnostics.push(diagnostic('not-utf8', {}, undefined, { file }));
    else files.push({ file, text });
  }
  return { files, diagnostics };
}
