import type { ImportedRules } from '@qingdan/engine/json-rules-engine';
import { type Manifest, renderPolicy } from '@qingdan/language';

/** The files of the pack that imported rules become, by their paths below its folder. */
export function packFiles(
  name: string,
  { instruments, records, conditions, prohibitions }: ImportedRules,
  below: Manifest | undefined,
): ReadonlyMap<string, string> {
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
  return new Map(
    Object.entries(files)
      .filter(([, documents]) => documents.length > 0)
      .map(([path, documents]) => [path, renderPolicy(documents)]),
  );
}
