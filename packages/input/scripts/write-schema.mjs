// Writes the JSON Schemas of mapping files, each from its one source in the code.
import { mkdir, writeFile } from 'node:fs/promises';
import { CASE_MAPPING_SCHEMA } from '../dist/cases/index.js';
import { MAPPING_SCHEMA } from '../dist/tables/index.js';

const folder = new URL('../../../schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of [
  ['mapping.schema.json', MAPPING_SCHEMA],
  ['event-mapping.schema.json', CASE_MAPPING_SCHEMA],
])
  await writeFile(new URL(name, folder), `${JSON.stringify(schema, null, 2)}\n`);
