import { recordSchema } from '@qingdan/language';
import type { ExportFormat } from './format.js';
import { recordKindsIn } from './record-kinds.js';

/** The JSON Schema of one record of any kind that the packs know. */
export const JSON_SCHEMA: ExportFormat = {
  name: 'json-schema',
  of: 'records',
  export: (packs) => {
    const text = `${JSON.stringify(recordSchema(packs.library), null, 2)}\n`;
    return recordKindsIn('record.schema.json', text, packs);
  },
};
