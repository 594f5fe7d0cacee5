import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type Diagnostic, diagnostic, said, systemReason } from '@qingdan/core';
import { isReadable, packFoldersAt } from './pack-paths.js';

/** The policy files at some paths: files themselves, and everything in packs. */
export async function policyFilesAt(
  paths: readonly string[],
): Promise<{ files: readonly string[]; diagnostics: readonly Diagnostic[] }> {
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        files.add(path);
        continue;
      }
      const below = await yamlFilesIn(path);
      const packs = await packFoldersAt(path);
      if (packs.length === 0) {
        diagnostics.push(diagnostic('no-manifest', { folder: path }, undefined, { file: path }));
      }
      for (const file of below) if (packs.some((pack) => isBelow(file, pack))) files.add(file);
    } catch (error) {
      const params = said('reason', systemReason(error));
      diagnostics.push(diagnostic('cannot-read', params, undefined, { file: path }));
    }
  }
  return { files: [...files].sort(), diagnostics };
}

/** A file's path below the nearest folder upwards that holds the schemas, which its first line points to. */
export async function pathBelowSchemas(file: string): Promise<string | undefined> {
  const whole = resolve(file);
  for (let folder = dirname(whole); ; folder = dirname(folder)) {
    if (await isReadable(join(folder, 'schemas', 'policy.schema.json')))
      return relative(folder, whole);
    if (dirname(folder) === folder) return undefined;
  }
}

async function yamlFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(({ name }) => name.endsWith('.yaml') && name !== 'qingdan.lock.yaml')
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function isBelow(file: string, folder: string): boolean {
  return !/^\.\.([/\\]|$)/.test(relative(resolve(folder), resolve(file)));
}
