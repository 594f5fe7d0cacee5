import { type Diagnostic, diagnostic } from '@qingdan/core';
import { loadPackFolders, type Packs, standardBundle, standardPackFolders } from '@qingdan/sdk';
import type { Config } from './config.js';
import { checkLockOf } from './lock.js';
import { isBundle, packFoldersAt, packFoldersBelow, packNameOf } from './pack-paths.js';

export interface ChosenPacks {
  readonly packs: Packs;
  readonly diagnostics: readonly Diagnostic[];
  /** The pack folders that the command is about, or one bundle. */
  readonly folders: readonly string[];
}

/**
 * The packs in use: `--packs`, else those of the configuration, else those shipped with the command; of these the bundle
 * where that will do, which knows no lines in their files.
 */
export async function loadPacksInUse(
  asked: readonly string[] | undefined,
  config: Config,
  { orBundle = false }: { readonly orBundle?: boolean } = {},
): Promise<ChosenPacks> {
  const paths = asked ?? config.packs;
  if (paths === undefined) {
    const bundle = orBundle ? await standardBundle() : undefined;
    return load(bundle === undefined ? await standardPackFolders() : [bundle], []);
  }
  const { folders, diagnostics } = await foldersOf(paths, packFoldersBelow);
  const loaded = await load(folders, diagnostics);
  // A lock file pins what its configuration names, not packs that were asked for by hand; these may extend some in use.
  if (asked !== undefined) return withExtended(loaded, config, diagnostics);
  const unlocked = await checkLockOf(config.folder, loaded.packs);
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...unlocked] };
}

/** The packs at some paths, with the packs in use that they extend. Without paths, the packs in use. */
export async function loadPacksAt(
  paths: readonly string[],
  asked: readonly string[] | undefined,
  config: Config,
): Promise<ChosenPacks> {
  if (paths.length === 0) return loadPacksInUse(asked, config);
  const { folders, diagnostics } = await foldersOf(paths, packFoldersAt);
  if (asked !== undefined) {
    const others = await foldersOf(asked, packFoldersBelow);
    const loaded = await load(
      [...folders, ...others.folders],
      [...diagnostics, ...others.diagnostics],
    );
    return { ...loaded, folders };
  }
  return withExtended(await load(folders, diagnostics), config, diagnostics);
}

/** Adds the packs that loaded ones extend, where they are among those in use. */
async function withExtended(
  first: ChosenPacks,
  config: Config,
  diagnostics: readonly Diagnostic[],
): Promise<ChosenPacks> {
  const { folders } = first;
  const missing = missingPacks(first.packs);
  if (missing.size === 0) return first;
  const inUse = await foldersOf(config.packs ?? (await standardPackFolders()), packFoldersBelow);
  const wanted: string[] = [];
  for (const folder of inUse.folders) {
    const name = await packNameOf(folder);
    if (name !== undefined && missing.has(name)) wanted.push(folder);
  }
  if (wanted.length === 0) return first;
  return { ...(await load([...folders, ...wanted], diagnostics)), folders };
}

async function load(
  folders: readonly string[],
  diagnostics: readonly Diagnostic[],
): Promise<ChosenPacks> {
  const loaded = await loadPackFolders(folders);
  return { packs: loaded.packs, diagnostics: [...diagnostics, ...loaded.diagnostics], folders };
}

async function foldersOf(
  paths: readonly string[],
  find: (path: string) => Promise<readonly string[]>,
): Promise<{ folders: string[]; diagnostics: Diagnostic[] }> {
  const folders = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const found = (await isBundle(path)) ? [path] : await find(path);
    for (const folder of found) folders.add(folder);
    if (found.length === 0) {
      diagnostics.push(diagnostic('no-manifest', { folder: path }, undefined, { file: path }));
    }
  }
  return { folders: [...folders], diagnostics };
}

/** Packs that loaded ones extend, but that were neither given nor found beside them. */
function missingPacks({ library }: Packs): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const { manifest } of library.packs.values()) {
    for (const { pack } of manifest.extends) if (!library.packs.has(pack)) missing.add(pack);
  }
  return missing;
}
