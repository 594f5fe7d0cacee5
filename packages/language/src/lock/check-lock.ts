import { type Diagnostic, diagnostic } from '@qingdan/core';
import type { Library } from '../library.js';
import type { LockFileEntry } from './lock-file.js';

/**
 * Every loaded pack is the one that the lock file pins; one that it doesn't name is a mismatch too. What it pins beyond
 * them isn't looked at: a check may load fewer packs.
 */
export function checkLock(library: Library, locked: readonly LockFileEntry[]): Diagnostic[] {
  return [...library.packs.values()].flatMap(({ manifest, digest }) => {
    const { name: pack, version, span } = manifest;
    const entry = locked.find(({ name }) => name === pack);
    if (entry?.digest === digest && entry.version === version) return [];
    return [diagnostic('lock-mismatch', { pack }, entry?.span ?? span)];
  });
}
