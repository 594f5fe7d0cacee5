import { type Diagnostic, diagnostic, nearestHint } from '@qingdan/core';
import satisfies from 'semver/functions/satisfies.js';
import type { Extension } from '../library.js';
import type { PackText } from '../read/read-pack.js';

export interface OrderedPacks {
  /** What a pack extends comes before it; else by name, so that no order of files decides anything. */
  readonly packs: readonly PackText[];
  /** Each pack with all that it extends, directly or not, itself included. */
  readonly visible: ReadonlyMap<string, ReadonlySet<string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts packs in order, and reports what they extend in vain. */
export function orderPacks(given: readonly PackText[]): OrderedPacks {
  const diagnostics: Diagnostic[] = [];
  const byName = new Map<string, PackText>();
  for (const pack of given) {
    const { name, span } = pack.manifest;
    const first = byName.get(name);
    if (first === undefined) byName.set(name, pack);
    else
      diagnostics.push(
        diagnostic('duplicate-pack', { pack: name }, span, { related: [first.manifest.span] }),
      );
  }
  const packs: PackText[] = [];
  const visible = new Map<string, Set<string>>();
  const open: string[] = [];
  const visit = (pack: PackText): ReadonlySet<string> => {
    const { name, extends: extensions } = pack.manifest;
    const known = visible.get(name);
    if (known !== undefined) return known;
    const seen = new Set([name]);
    visible.set(name, seen);
    open.push(name);
    for (const extension of extensions) {
      const other = extended(extension, byName, diagnostics);
      if (other === undefined) continue;
      const at = open.indexOf(extension.pack);
      if (at === -1) for (const inherited of visit(other)) seen.add(inherited);
      else {
        const cycle = [...open.slice(at), extension.pack].join(' → ');
        diagnostics.push(diagnostic('pack-cycle', { cycle }, extension.span));
      }
    }
    open.pop();
    packs.push(pack);
    return seen;
  };
  for (const name of [...byName.keys()].sort()) visit(byName.get(name) as PackText);
  return { packs, visible, diagnostics };
}

function extended(
  { pack, version: wanted, span }: Extension,
  byName: ReadonlyMap<string, PackText>,
  diagnostics: Diagnostic[],
): PackText | undefined {
  const other = byName.get(pack);
  if (other === undefined) {
    const nearest = nearestHint(pack, byName.keys());
    diagnostics.push(diagnostic('unknown-pack', { pack, nearest }, span));
    return undefined;
  }
  const actual = other.manifest.version;
  if (!satisfies(actual, wanted)) {
    diagnostics.push(
      diagnostic('pack-version', { pack, actual, wanted }, span, {
        related: [other.manifest.span],
      }),
    );
  }
  return other;
}
