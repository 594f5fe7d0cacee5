import { realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { diagnostic, type RecordType, said } from '@qingdan/core';
import { readDataset, type ReadOptions, tableFormatOf } from '@qingdan/input';
import type { Vocabulary } from '@qingdan/input/tables';
import type { Gathered } from './gather-records.js';
import { readRecordFile } from './read-record-file.js';
import { readTableFile } from './read-table-file.js';

/** Reads the files that a dataset names, and the books it declares complete. */
export async function readDatasetFiles(
  text: string,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  gathered: Gathered,
  words: Vocabulary,
): Promise<void> {
  const dataset = readDataset(text, file, kinds);
  gathered.diagnostics.push(...dataset.diagnostics);
  gathered.files.push(file);
  gathered.books.push(...dataset.books);
  const lostAll = { file, kinds: new Set([undefined]) };
  if (dataset.lost) gathered.lost.push(lostAll);
  const folder = dirname(file);
  for (const { path, kind, organisation, mapping } of dataset.files) {
    const member = join(folder, path);
    const beside = typeof mapping === 'string' ? join(folder, mapping) : mapping;
    const strays: string[] = [];
    for (const inside of typeof mapping === 'string' ? [path, mapping] : [path]) {
      if (await leavesFolder(folder, join(folder, inside))) strays.push(inside);
    }
    for (const stray of strays) {
      const reason = said('reason', {
        zh: `\`${stray}\` 通向数据集所在目录之外`,
        en: `\`${stray}\` leads outside the folder of the dataset`,
      });
      gathered.diagnostics.push(diagnostic('bad-dataset', reason, undefined, { file }));
    }
    if (strays.length > 0) {
      gathered.lost.push({ file: member, kinds: new Set([kind]) });
      continue;
    }
    const ofFile = {
      ...options,
      ...(kind === undefined ? {} : { kind }),
      ...(organisation === undefined ? {} : { organisation }),
    };
    if (tableFormatOf(member) === undefined) await readRecordFile(member, kinds, ofFile, gathered);
    else await readTableFile(member, beside, kinds, ofFile, gathered, words);
  }
}

/** A link may lead where the path doesn't say. What isn't there is reported when it is read. */
async function leavesFolder(folder: string, member: string): Promise<boolean> {
  const real = await realpath(member).catch(() => undefined);
  if (real === undefined) return false;
  const way = relative(await realpath(folder), real);
  return way === '..' || way.startsWith(`..${sep}`);
}
