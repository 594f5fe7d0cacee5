import type { Area } from './area.js';
import { BUNDLE_SIZE } from './bundle-size.js';
import { COLD_START } from './command/cold-start.js';
import { THROUGHPUT } from './command/throughput.js';
import { EXPLANATIONS } from './one-record/explanations.js';
import { PROCEDURES } from './procedures/procedures.js';
import { VERDICTS } from './one-record/verdicts.js';
import { VILLAGE_PACK } from './village/village-pack.js';

/** In the order of the page. */
export const AREAS: readonly Area[] = [
  VERDICTS,
  EXPLANATIONS,
  VILLAGE_PACK,
  THROUGHPUT,
  PROCEDURES,
  COLD_START,
  BUNDLE_SIZE,
];
