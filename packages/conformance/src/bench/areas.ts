import type { Area } from './area.js';
import { EXPLANATIONS } from './one-record/explanations.js';
import { VERDICTS } from './one-record/verdicts.js';

/** In the order of the page. */
export const AREAS: readonly Area[] = [VERDICTS, EXPLANATIONS];
