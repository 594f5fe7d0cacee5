// Writes docs/missing-evidence.md. Needs the build.
import { writeFileSync } from 'node:fs';
import { missingEvidencePage, PAGE } from '../dist/missing-evidence/page.js';

writeFileSync(PAGE, await missingEvidencePage());
