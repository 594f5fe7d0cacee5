import { readFile } from 'node:fs/promises';
import { type Manifest, readPack } from '@qingdan/language';
import { policyFilesAt } from './policy-files.js';

/** The manifest of the pack, among those in some folders, that declares a kind of record. */
export async function packDeclaring(
  record: string,
  folders: readonly string[],
): Promise<Manifest | undefined> {
  for (const folder of folders) {
    const { files } = await policyFilesAt([folder]);
    const texts = files.map(async (file) => ({ file, text: await readFile(file, 'utf8') }));
    const { documents, manifest } = readPack(await Promise.all(texts)).value;
    const declares = documents.some(
      ({ kind, id, node }) => kind === 'Record' && id === record && node.entries.has('label'),
    );
    if (declares) return manifest;
  }
  return undefined;
}
