// Writes the JSON Schemas of the language into schemas/. Needs the build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  bindPacks,
  manifestSchema,
  policySchema,
  readPack,
  recordSchema,
  testSchema,
} from '../dist/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
mkdirSync(`${root}schemas`, { recursive: true });

write('policy', policySchema());
write('manifest', manifestSchema());
write('test', testSchema());
write('record', recordSchema(nationalLibrary()));

/** The national pack alone: what every other one extends. */
function nationalLibrary() {
  const folder = 'policies/national/';
  const files = readdirSync(root + folder, { recursive: true })
    .map((name) => folder + name.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));
  return bindPacks([readPack(files).value]).value;
}

function write(name, schema) {
  writeFileSync(`${root}schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
