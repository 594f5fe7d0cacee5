import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareText } from '@qingdan/core';

/** A file of a pack, by its path below the pack's folder, with `/`. */
export interface NamedContent {
  readonly name: string;
  /** Text stands for its UTF-8 bytes. */
  readonly content: string | Uint8Array;
}

/**
 * `sha256:…` over the names and bytes of files, in order of their names. Each name and each content goes in after its
 * length, so that no two sets of files run together into the same bytes.
 */
export function digestFiles(files: readonly NamedContent[]): string {
  const hash = sha256.create();
  const add = (bytes: Uint8Array): void => {
    hash.update(utf8ToBytes(`${bytes.length}:`)).update(bytes);
  };
  for (const { name, content } of [...files].sort((a, b) => compareText(a.name, b.name))) {
    add(utf8ToBytes(name));
    add(typeof content === 'string' ? utf8ToBytes(content) : content);
  }
  return `sha256:${bytesToHex(hash.digest())}`;
}
