import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { looksLikeBundle } from '@qingdan/sdk';

const MANIFEST = 'qingdan.yaml';
const DEEPEST = 4;

/** The pack folders that a path means: itself, those below it, or the one it lies in. Empty where there are none. */
export async function packFoldersAt(path: string): Promise<readonly string[]> {
  const below = await packFoldersBelow(path);
  if (below.length > 0) return below;
  const above = await packFolderAbove(path);
  return above === undefined ? [] : [above];
}

/** The folder itself where it is a pack, else the packs below it, in order of their names. */
export async function packFoldersBelow(path: string, depth = 0): Promise<readonly string[]> {
  const entries = await entriesOf(path);
  if (entries.some((entry) => entry.isFile() && entry.name === MANIFEST)) return [path];
  if (depth === DEEPEST) return [];
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith('.') || entry.name === 'node_modules')
      continue;
    found.push(...(await packFoldersBelow(join(path, entry.name), depth + 1)));
  }
  return found;
}

/** The names of packs in folders, as far as their manifests tell. */
export async function packNameOf(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  return /^name:[ \t]*["']?([\w-]+)/m.exec(text)?.[1];
}

/** Whether a path is a bundle, as far as its first bytes tell. */
export async function isBundle(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return looksLikeBundle(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

export async function isReadable(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function packFolderAbove(path: string): Promise<string | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const entries = await entriesOf(folder);
    if (entries.some((entry) => entry.isFile() && entry.name === MANIFEST)) return folder;
    // A relative path runs out at `.`; what lies above is asked for by its full name.
    if (folder === '.') return packFolderAbove(dirname(resolve('.')));
    if (dirname(folder) === folder) return undefined;
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
