import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackFolders } from '@qingdan/sdk';
import { expect, it } from 'vitest';

const at = (path: string): string => join(import.meta.dirname, '../../../..', path);

/** Keys of the language that the page speaks of, not of one procedure. */
const WORDS = ['recusedCount'];

/** Procedures that the page leaves to their own files. */
const ELSEWHERE = [
  'village.asset-lease',
  'village.contract-management',
  'village.seal-use',
  'village.small-works',
];

/** By procedure, what the page says judges a fact. */
const judged: readonly { readonly procedure: string; readonly name: string }[] = readFileSync(
  at('docs/design/procedure-steps.md'),
  'utf8',
)
  .split('\n## `')
  .slice(1)
  .flatMap((section) => {
    const procedure = section.slice(0, section.indexOf('`'));
    const cells = section.split('\n').flatMap((line) => line.split(' | ').slice(1));
    return cells
      .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)])
      .map(([, name = '']) => ({ procedure, name }));
  });

it('names steps, requirements, items and figures that there are', async () => {
  const { packs } = await loadPackFolders([at('policies/national'), at('policies/village')]);
  const { procedures, items, parameters } = packs.library;
  const elsewhere = new Set([
    ...WORDS,
    ...procedures.keys(),
    ...parameters.keys(),
    ...items.flat().flatMap(({ id }) => [id, id.slice(id.indexOf('.') + 1)]),
  ]);
  const unknown = judged.filter(({ procedure, name }) => {
    const own = (procedures.get(procedure) ?? []).flatMap(({ steps, constraints }) =>
      [...steps, ...constraints].map(({ id }) => id),
    );
    return !own.includes(name) && !elsewhere.has(name);
  });
  expect(unknown).toEqual([]);
  const told = new Set(judged.map(({ procedure }) => procedure));
  expect([...procedures.keys()].filter((id) => !told.has(id)).sort()).toEqual(ELSEWHERE);
});
