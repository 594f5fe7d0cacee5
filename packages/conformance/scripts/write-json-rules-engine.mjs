// Writes docs/json-rules-engine.md. Needs the build.
import { writeFileSync } from 'node:fs';
import { divergencesPage, PAGE } from '../dist/json-rules-engine/page.js';

writeFileSync(PAGE, await divergencesPage());
