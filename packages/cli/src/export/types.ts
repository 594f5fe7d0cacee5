import type { ExportFormat } from './format.js';
import { recordKindsIn } from './record-kinds.js';
import { renderDeclarations } from './render-declarations.js';

/** TypeScript declarations of the records that the packs know. */
export const TYPES: ExportFormat = {
  name: 'types',
  of: 'records',
  export: (packs) =>
    recordKindsIn('records.d.ts', renderDeclarations([...packs.records.values()]), packs),
};
