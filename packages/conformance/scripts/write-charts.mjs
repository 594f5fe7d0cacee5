// Writes docs/procedures: a picture of each procedure, and the page that shows them. Needs the build.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, drawingOf, pictureOf, PICTURES, picturesPage } from '../dist/charts/pictures.js';
import { shippedProcedures } from '../dist/charts/shipped.js';

mkdirSync(PICTURES, { recursive: true });
const list = join(PICTURES, 'digests.json');
const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
const procedures = await shippedProcedures();
const digests = {};
for (const procedure of procedures) {
  const file = join(PICTURES, `${procedure.id}.png`);
  const drawing = drawingOf(procedure);
  // Painting takes seconds: what shows this very drawing is left as it is.
  const before = existsSync(file) ? digestOf(readFileSync(file)) : undefined;
  const { drawing: drawn, picture } = known[procedure.id] ?? {};
  if (drawn !== digestOf(drawing) || before === undefined || before !== picture)
    writeFileSync(file, await pictureOf(drawing));
  digests[procedure.id] = { drawing: digestOf(drawing), picture: digestOf(readFileSync(file)) };
}
for (const file of readdirSync(PICTURES))
  if (file.endsWith('.png') && !Object.hasOwn(digests, file.slice(0, -'.png'.length)))
    rmSync(join(PICTURES, file));
writeFileSync(list, `${JSON.stringify(digests, null, 2)}\n`);
writeFileSync(join(PICTURES, 'README.md'), picturesPage(procedures));
// The decompressor of fonts keeps the process alive.
process.exit(0);
