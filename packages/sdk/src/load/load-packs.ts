import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  said,
  sortDiagnostics,
  systemReason,
} from '@qingdan/core';
import { bindPacks, digestFiles, type PackFile, type PackText, readPack } from '@qingdan/language';
import { readBundle } from '../bundle/bundle.js';
import { Packs } from '../packs.js';
import { PackError } from './pack-error.js';

const MIB = 1024 * 1024;

export interface LoadedPacks {
  readonly packs: Packs;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads one bundle, or pack folders (and the folders beside them that their manifests extend). Never throws on bad packs: what could
 * be read is loaded, and the diagnostics say what could not. Files are named as they were asked for.
 */
export async function loadPackFolders(folders: readonly string[]): Promise<LoadedPacks> {
  const [only] = folders;
  if (only !== undefined && folders.length === 1 && (await isFile(only))) return loadBundle(only);
  const diagnostics: Diagnostic[] = [];
  const loaded = new Map<string, PackText>();
  const queue = folders.map((folder) => stripSlash(folder));
  const seen = new Set<string>();
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    const key = resolve(folder);
    if (seen.has(key)) continue;
    seen.add(key);
    const files = await filesOf(folder, diagnostics);
    if (files === undefined) continue;
    const { value, diagnostics: found } = readPack(files, digestFiles(contentsOf(folder, files)));
    diagnostics.push(...found);
    loaded.set(key, value);
    const given = new Set([...loaded.values()].map(({ manifest }) => manifest.name));
    for (const { pack } of value.manifest.extends) {
      const beside = join(dirname(folder), pack);
      if (!given.has(pack) && /^[\w-]+$/.test(pack) && (await isPack(beside))) queue.push(beside);
    }
  }
  const bound = bindPacks([...loaded.values()]);
  return {
    packs: new Packs(bound.value),
    diagnostics: sortDiagnostics([...diagnostics, ...bound.diagnostics]),
  };
}

/**
 * Loads a bundle or pack folders, throwing a `PackError` where they have errors.
 *
 * @example
 * const packs = await loadPacks('policies/village');
 */
export async function loadPacks(folders: string | readonly string[]): Promise<Packs> {
  const { packs, diagnostics } = await loadPackFolders(
    typeof folders === 'string' ? [folders] : folders,
  );
  const all = [...diagnostics, ...packs.check()];
  if (hasErrors(all)) throw new PackError(sortDiagnostics(all));
  return packs;
}

/** The folders of the packs that come with the product. */
export async function standardPackFolders(): Promise<readonly string[]> {
  const sdk = sdkFolder();
  // In an installed package the packs lie in it; in the repository, at its root.
  for (const candidate of [join(sdk, 'policies'), join(sdk, '../../policies')]) {
    const names = await readdir(candidate, { withFileTypes: true }).catch(() => []);
    const folders = names
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(candidate, entry.name));
    if (folders.length > 0) return folders.sort().map((folder) => relativeToHere(folder));
  }
  return [];
}

/**
 * The same packs as one bundle, from which a start is quicker than from their YAML: its documents name their files, but
 * no lines in them. Undefined in the repository, where packs are being written.
 */
export async function standardBundle(): Promise<string | undefined> {
  const file = join(sdkFolder(), 'policies/standard.bundle.json');
  return (await isFile(file)) ? file : undefined;
}

/** Found by its name, since the command comes as one file of its own. */
function sdkFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@qingdan/sdk/package.json'));
}

function relativeToHere(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The packs of a village, bound, take about a twentieth of it. */
const BUNDLE_LIMIT = 64 * MIB;
/** A file of a pack is refused beyond 1 MiB of text, which takes at most so many bytes. */
const FILE_LIMIT = 3 * MIB;

async function loadBundle(file: string): Promise<LoadedPacks> {
  const bytes = await readWithin(file, BUNDLE_LIMIT, '64 MiB');
  const { packs, diagnostics } =
    bytes instanceof Uint8Array
      ? readBundle(decode(bytes) ?? '', file, sha256Of)
      : { packs: undefined, diagnostics: [bytes] };
  return { packs: packs ?? new Packs(bindPacks([]).value), diagnostics };
}

/** The bytes of a file, or what is wrong with it; one that is larger is not looked at. */
async function readWithin(
  file: string,
  bytes: number,
  limit: string,
): Promise<Uint8Array | Diagnostic> {
  try {
    if ((await stat(file)).size <= bytes) return await readFile(file);
    const params = { ...said('what', { zh: '文件', en: 'the file' }), limit };
    return diagnostic('too-large', params, undefined, { file });
  } catch (error) {
    return diagnostic('cannot-read', said('reason', systemReason(error)), undefined, { file });
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function filesOf(folder: string, diagnostics: Diagnostic[]): Promise<PackFile[] | undefined> {
  const files: PackFile[] = [];
  try {
    for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink() && (await mayHoldRules(file)))
        diagnostics.push(diagnostic('linked-file', {}, undefined, { file }));
      if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
      const bytes = await readWithin(file, FILE_LIMIT, '1 MiB');
      if (!(bytes instanceof Uint8Array)) {
        diagnostics.push(bytes);
        continue;
      }
      const text = decode(bytes);
      if (text === undefined) diagnostics.push(diagnostic('not-utf8', {}, undefined, { file }));
      else files.push({ file, text });
    }
  } catch (error) {
    const params = said('reason', systemReason(error));
    diagnostics.push(diagnostic('cannot-read', params, undefined, { file: folder }));
    return undefined;
  }
  return files;
}

/**
 * Whether a link may lead to rules. A pack comes from others: what it links to may be any file of the machine, and its
 * digest would hold that file's content.
 */
async function mayHoldRules(link: string): Promise<boolean> {
  if (link.split(sep).includes('node_modules')) return false;
  if (link.endsWith('.yaml')) return true;
  return stat(link).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Names as they stand inside the pack, so that a digest doesn't depend on where the pack lies. Tests don't count. */
function contentsOf(folder: string, files: readonly PackFile[]) {
  return files
    .map(({ file, text }) => ({ name: relative(folder, file).split(sep).join('/'), content: text }))
    .filter(({ name }) => !name.startsWith('tests/'));
}

async function isPack(folder: string): Promise<boolean> {
  const entries: readonly string[] = await readdir(folder).catch(() => []);
  return entries.includes('qingdan.yaml');
}

function stripSlash(folder: string): string {
  return folder.length > 1 ? folder.replace(/[/\\]+$/, '') : folder;
}
