import { compareText, type SourceText, type Span } from '@qingdan/core';
import { checkShape } from '../documents/check-shape.js';
import { list, object, required, text } from '../documents/shape.js';
import type { Checked, Library } from '../library.js';
import { get, itemsOf, textOf } from '../read/node.js';
import { parseYaml } from '../read/parse-yaml.js';
import { Report } from '../report.js';

export const LOCK_FILE = 'qingdan.lock.yaml';

/** A pack as it was when the lock file was written. */
export interface LockedPack {
  readonly name: string;
  readonly version: string;
  /** `sha256:…` */
  readonly digest: string;
}

export interface LockFileEntry extends LockedPack {
  readonly span: Span;
}

const SHAPE = object('qingdan.lock.yaml', {
  packs: required(
    list(
      object('pack', {
        name: required(text('name of a pack')),
        version: required(text('version')),
        digest: required(text('digest', /^sha256:[0-9a-f]{64}$/)),
      }),
    ),
  ),
});

/** The packs of a library as a lock file keeps them, by name. */
export function lockedPacks(library: Library): LockedPack[] {
  return [...library.packs.values()]
    .map(({ manifest: { name, version }, digest }) => ({ name, version, digest }))
    .sort((a, b) => compareText(a.name, b.name));
}

export function renderLockFile(packs: readonly LockedPack[]): string {
  const lines = packs.map(
    ({ name, version, digest }) =>
      `  - name: ${name}\n    version: ${version}\n    digest: ${digest}\n`,
  );
  return `# Written by qingdan; pins the packs by what is in them.\npacks:${lines.length === 0 ? ' []' : ''}\n${lines.join('')}`;
}

/** Reads a lock file; an entry that lacks something is reported and left out. */
export function parseLockFile(source: SourceText): Checked<readonly LockFileEntry[]> {
  const { value: documents, diagnostics } = parseYaml(source);
  const report = new Report();
  report.addAll(diagnostics);
  const [document] = documents;
  if (document === undefined) return { value: [], diagnostics: report.diagnostics };
  checkShape(document, SHAPE, report);
  const value = itemsOf(get(document, 'packs')).flatMap((node) => {
    const [name, version, digest] = ['name', 'version', 'digest'].map((key) =>
      textOf(get(node, key)),
    );
    return name === undefined || version === undefined || digest === undefined
      ? []
      : [{ name, version, digest, span: node.span }];
  });
  return { value, diagnostics: report.diagnostics };
}
