import { BINDING } from './catalog/binding.js';
import { CASES } from './catalog/cases.js';
import { COMMAND } from './catalog/command.js';
import { INTERCHANGE } from './catalog/interchange.js';
import { LAW } from './catalog/law.js';
import { OVERLAY } from './catalog/overlay.js';
import { PROCEDURES } from './catalog/procedures.js';
import { RECORDS } from './catalog/records.js';
import { READING } from './catalog/reading.js';
import { TABLES } from './catalog/tables.js';
import { TESTS } from './catalog/tests.js';
import type { CatalogEntry } from './entry.js';

/** Every diagnostic by name. Codes never change meaning; texts may. */
const ENTRIES = {
  ...READING,
  ...BINDING,
  ...PROCEDURES,
  ...LAW,
  ...OVERLAY,
  ...RECORDS,
  ...TABLES,
  ...CASES,
  ...TESTS,
  ...COMMAND,
  ...INTERCHANGE,
} as const;

export type DiagnosticName = keyof typeof ENTRIES;

export const CATALOG: Readonly<Record<DiagnosticName, CatalogEntry>> = ENTRIES;
