// Writes docs/conformance.md. Needs the build.
import { writeFileSync } from 'node:fs';
import { CONFORMANCE_PAGE, conformancePage } from '../dist/cases/page.js';

writeFileSync(CONFORMANCE_PAGE, conformancePage());
