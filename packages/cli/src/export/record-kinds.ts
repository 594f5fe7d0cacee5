import type { Packs } from '@qingdan/sdk';
import type { Exported } from './format.js';

/** What an export of the kinds of records comes to: one file. */
export function recordKindsIn(file: string, text: string, { records }: Packs): Exported {
  const kinds = records.size;
  return {
    files: new Map([[file, text]]),
    text,
    diagnostics: [],
    written: kinds,
    left: 0,
    summary: {
      zh: `${kinds}种记录`,
      en: `${kinds} kind${kinds === 1 ? '' : 's'} of records written`,
    },
  };
}
