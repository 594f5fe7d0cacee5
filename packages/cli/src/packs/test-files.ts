import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, said, systemReason } from '@qingdan/core';
import { decodeUtf8 } from '@qingdan/input';

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
  const fail = (file: string, error: unknown): void => {
    const params = said('reason', systemReason(error));
    diagnostics.push(diagnostic('cannot-read', params, undefined, { file }));
  };
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
      fail(path, error);
    }
  }
  const files: TestText[] = [];
  for (const file of [...names].sort()) {
    try {
      const text = decodeUtf8(await readFile(file));
      if (text === undefined) diagnostics.push(diagnostic('not-utf8', {}, undefined, { file }));
      else files.push({ file, text });
    } catch (error) {
      fail(file, error);
    }
  }
  return { files, diagnostics };
}
