import { readFileSync } from 'node:fs';
import { askAll, PEERS } from './ask-all.js';
import { renderMissingEvidence } from './render.js';

const LIBRARIES = [
  'json-rules-engine',
  'json-logic-js',
  '@gorules/zen-engine',
  '@cedar-policy/cedar-wasm',
] as const;

/** Where the page lies. */
export const PAGE = new URL('../../../../docs/missing-evidence.md', import.meta.url);

/** The page as it should be: asks every engine, and reads from package.json which versions they are. */
export async function missingEvidencePage(): Promise<string> {
  const manifest = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { devDependencies: Readonly<Record<string, string>> };
  const versions = LIBRARIES.map((name) => [name, String(manifest.devDependencies[name])] as const);
  return renderMissingEvidence(await askAll(PEERS), PEERS, Object.fromEntries(versions));
}
