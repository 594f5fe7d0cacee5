import type { Subject } from '@qingdan/core';
import type { Manifest } from '@qingdan/language';
import { quoted } from './quoted.js';

/** What a pack that is written anew has to say of itself. */
export interface NewPack {
  readonly name: string;
  readonly jurisdiction: string;
  /** For whom it is; undefined where the packs above are for all. */
  readonly subject: Subject | undefined;
  /** The packs that it stands on. */
  readonly above: readonly Manifest[];
  /** The first day of its own documents, `2026-01-01`. */
  readonly from: string;
}

/** The manifest of a pack that takes over all that stands above it. */
export function manifestText({ name, jurisdiction, subject, above, from }: NewPack): string {
  return [
    '# 本包的名称、适用地区和所依据的上级规则包；`use: [village.exp-*]` 可以只取部分条目。',
    '# The name of this pack, where it holds and what it extends; `use: [village.exp-*]` would take some items only.',
    `name: ${quoted(name)}`,
    'version: 0.1.0',
    `title: { zh: ${quoted(name)}, en: ${quoted(name)} }`,
    `jurisdiction: ${quoted(jurisdiction)}`,
    ...(subject === undefined ? [] : [`subjects: [${subject}]`]),
    `covers: { from: ${from} }`,
    'extends:',
    ...above.map((each) => `  - { pack: ${quoted(each.name)}, version: ^${each.version} }`),
    '',
  ].join('\n');
}

/** The id of the document that a new pack cites until it cites its own. */
export function instrumentOf(name: string): string {
  return `${name.toUpperCase()}-RULES`;
}
