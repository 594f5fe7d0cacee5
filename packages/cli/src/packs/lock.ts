import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, SourceText } from '@qingdan/core';
import { decodeUtf8 } from '@qingdan/input';
import {
  checkLock,
  LOCK_FILE,
  lockedPacks,
  parseLockFile,
  renderLockFile,
} from '@qingdan/language';
import type { Packs } from '@qingdan/sdk';
import { MIB, readWithin } from '../input/system.js';
import { isReadable } from './pack-paths.js';

/** Holds packs to the lock file of a folder, if it has one. */
export async function checkLockOf(folder: string, packs: Packs): Promise<readonly Diagnostic[]> {
  const file = join(folder, LOCK_FILE);
  if (!(await isReadable(file))) return [];
  const bytes = await readWithin(file, MIB);
  if (!(bytes instanceof Uint8Array)) return [bytes];
  const text = decodeUtf8(bytes);
  if (text === undefined) return [diagnostic('not-utf8', {}, undefined, { file })];
  const { value, diagnostics } = parseLockFile(new SourceText(file, text));
  return [...diagnostics, ...checkLock(packs.library, value)];
}

/** Pins packs as they are now; the file is written whole or not at all. Says where. */
export async function writeLockOf(folder: string, packs: Packs): Promise<string> {
  const file = join(folder, LOCK_FILE);
  const draft = `${file}.tmp`;
  await writeFile(draft, renderLockFile(lockedPacks(packs.library)));
  await rename(draft, file);
  return file;
}
