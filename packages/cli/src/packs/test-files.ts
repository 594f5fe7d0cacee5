import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '@qingdan/core';
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
  const fail = (file: string, name: 'cannot-read' | 'not-utf8', reason = ''): void => {
    diagnostics.push(diagnostic(name, { reason }, undefined, { file }));
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
      fail(path, 'cannot-read', reasonOf(error));
    }
  }
  const files: TestText[] = [];
  for (const file of [...names].sort()) {
    try {
      const text = decodeUtf8(await readFile(file));
      if (text === undefined) fail(file, 'not-utf8');
      else files.push({ file, text });
    } catch (error) {
      fail(file, 'cannot-read', reasonOf(error));
    }
  }
  return { files, diagnostics };
}

/** Why a file can't be read, as the system says it: `ENOENT`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
