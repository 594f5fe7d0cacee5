import { join } from 'node:path';
import { renderPolicy } from '@qingdan/language';
import { pathBelowSchemas } from '../packs/policy-files.js';
import type { Imported } from './imported.js';

/** The files of the pack that an import becomes, by their paths below its folder. */
export async function packFiles(
  folder: string,
  name: string,
  { documents, below }: Imported,
): Promise<ReadonlyMap<string, string>> {
  const manifest = {
    name,
    version: '0.1.0',
    title: { zh: name, en: name },
    jurisdiction: 'CN',
    // The kinds of records alone: what that pack asks for is not asked for anew.
    ...(below === undefined
      ? {}
      : { extends: [{ pack: below.name, version: `^${below.version}`, use: [] }] }),
  };
  const written = new Map<string, string>();
  for (const [path, each] of Object.entries({ 'qingdan.yaml': [manifest], ...documents })) {
    if (each.length === 0) continue;
    written.set(path, renderPolicy(each, await pathBelowSchemas(join(folder, path))));
  }
  return written;
}
