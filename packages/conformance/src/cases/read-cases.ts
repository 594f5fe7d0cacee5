import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { CaseFile, Plain } from './case-file.js';
import type { OperatorTable } from './operator-table.js';

const CASES = new URL('../../cases/', import.meta.url);

/** The files of cases, in the order of the document. */
export const CASE_FILES = [
  'logic',
  'quantifiers',
  'aggregates',
  'dates',
  'books',
  'references',
  'linked-law',
  'duties',
  'authority',
  'tables',
  'kin-path-outlier',
] as const;

export function readCases(name: (typeof CASE_FILES)[number]): CaseFile {
  return read(name) as CaseFile;
}

export function readBase(): readonly Plain[] {
  return read('base') as readonly Plain[];
}

export function readOperators(): OperatorTable {
  return read('operators') as OperatorTable;
}

/** Dates stay texts, and a truth that isn't known is the word `unknown`. */
function read(name: string): unknown {
  return parse(readFileSync(fileURLToPath(new URL(`${name}.yaml`, CASES)), 'utf8'));
}
