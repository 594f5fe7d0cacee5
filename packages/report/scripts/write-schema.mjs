// Writes the JSON Schema of the report from its one source in the code.
import { mkdir, writeFile } from 'node:fs/promises';
import { LINE_SCHEMA, REPORT_SCHEMA } from '../dist/json/schema.js';

const folder = new URL('../../../schemas/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of [
  ['report', REPORT_SCHEMA],
  ['report-line', LINE_SCHEMA],
]) {
  await writeFile(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
