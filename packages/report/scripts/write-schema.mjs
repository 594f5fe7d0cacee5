// Writes the JSON Schema of the report from its one source in the code.
import { mkdir, writeFile } from 'node:fs/promises';
import { REPORT_SCHEMA } from '../dist/json/schema.js';

const folder = new URL('../../../schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(
  new URL('report.schema.json', folder),
  `${JSON.stringify(REPORT_SCHEMA, null, 2)}\n`,
);
