import { writeFileSync } from 'node:fs';
import { missingEvidencePage, PAGE } from './page.js';

// Run from the build, by the package's `generate`.
writeFileSync(PAGE, await missingEvidencePage());
