import { join } from 'node:path';
import type { ImportedRules } from '@qingdan/engine/json-rules-engine';
import { type Manifest, renderPolicy } from '@qingdan/language';
import { pathBelowSchemas } from '../packs/policy-files.js';

/** The files of the pack that imported rules become, by their paths below its folder. */
export async function packFiles(
  folder: string,
  name: string,
  { instruments, records, conditions, prohibitions }: ImportedRules,
  below: Manifest | undefined,
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
  const files = {
    'qingdan.yaml': [manifest],
    'instruments.yaml': instruments,
    'records/imported.yaml': records,
    'conditions/imported.yaml': conditions,
    'prohibitions/imported.yaml': prohibitions,
  };
  const written = new Map<string, string>();
  for (const [path, documents] of Object.entries(files)) {
    if (documents.length === 0) continue;
    written.set(path, renderPolicy(documents, await pathBelowSchemas(join(folder, path))));
  }
  return written;
}
