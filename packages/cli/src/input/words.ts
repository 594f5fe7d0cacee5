import type { Vocabulary } from '@qingdan/input/tables';
import type { Packs } from '@qingdan/sdk';

/** What the packs call their roles and bodies: ledgers name them so. */
export function wordsOf({ library }: Packs): Vocabulary {
  return {
    roles: new Map([...library.roles].map(([id, { title }]) => [id, title])),
    bodies: new Map([...library.bodies].map(([id, { title }]) => [id, title])),
  };
}
