// Writes docs/procedures: a picture of each procedure, and the page that shows them. Needs the build.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureOf, PICTURES, picturesPage } from '../dist/charts/pictures.js';
import { shippedProcedures } from '../dist/charts/shipped.js';

mkdirSync(PICTURES, { recursive: true });
for (const file of readdirSync(PICTURES)) rmSync(join(PICTURES, file));
const procedures = await shippedProcedures();
for (const procedure of procedures)
  writeFileSync(join(PICTURES, `${procedure.id}.png`), await pictureOf(procedure));
writeFileSync(join(PICTURES, 'README.md'), picturesPage(procedures));
// The decompressor of fonts keeps the process alive.
process.exit(0);
