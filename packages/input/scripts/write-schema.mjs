// Writes the JSON Schema of mapping files from its one source in the code.
import { mkdir, writeFile } from 'node:fs/promises';
import { MAPPING_SCHEMA } from '../dist/tables/index.js';

const folder = new URL('../../../schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(
  new URL('mapping.schema.json', folder),
  `${JSON.stringify(MAPPING_SCHEMA, null, 2)}\n`,
);
