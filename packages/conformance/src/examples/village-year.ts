import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book, CheckReport, Diagnostic, Finding, RecordNode } from '@qingdan/core';
import { readDataset, readRecords } from '@qingdan/input';
import { createChecker, loadPackFolders, type Packs } from '@qingdan/sdk';
import { parse } from 'yaml';

/** The folder of the example. */
export const VILLAGE_YEAR = join(import.meta.dirname, '../../../../examples/01-village-year');
const POLICIES = join(import.meta.dirname, '../../../../policies');

/** The packs that are shipped. */
export const SHIPPED = [join(POLICIES, 'national'), join(POLICIES, 'village')];

/** The pack of the county in which the examples lie. */
export const COUNTY = join(VILLAGE_YEAR, '../county');

/** What was planted, or must stay silent, on one record or one organisation's period. */
export interface Planted {
  readonly problem: string;
  readonly record: Subject;
  readonly sameAs?: readonly Subject[];
  readonly item: string;
  readonly code?: string;
  readonly verdict: 'violated' | 'undetermined';
  readonly nature?: string;
  readonly missing?: readonly string[];
  readonly mayAlso?: readonly string[];
  readonly lookAlikes?: readonly { readonly record: Subject; readonly item: string }[];
}

export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly period?: string;
}

export function answerKey(): readonly Planted[] {
  const { problems } = parse(readFileSync(join(VILLAGE_YEAR, 'answer-key.yaml'), 'utf8')) as {
    problems: readonly Planted[];
  };
  return problems;
}

/** The example as read, with the packs that it is checked against. */
export interface VillageYear {
  readonly packs: Packs;
  readonly records: readonly RecordNode[];
  readonly books: readonly Book[];
  readonly diagnostics: readonly Diagnostic[];
}

export const CLOCK = '2026-08-01';

export async function readVillageYear(dataset = 'dataset.yaml'): Promise<VillageYear> {
  const { packs } = await loadPackFolders([...SHIPPED, COUNTY]);
  const path = join(VILLAGE_YEAR, dataset);
  const { files, books, diagnostics } = readDataset(
    readFileSync(path, 'utf8'),
    path,
    packs.records,
  );
  const records: RecordNode[] = [];
  const found = [...diagnostics];
  for (const { path: file } of files) {
    const bytes = readFileSync(join(VILLAGE_YEAR, file));
    const read = readRecords({ file, bytes }, packs.records);
    records.push(...read.records);
    found.push(...read.diagnostics);
  }
  return { packs, records, books, diagnostics: found };
}

/** Checks the example as the command does; the records in another order if they are to be arranged. */
export async function checkVillageYear(
  dataset?: string,
  arrange: (records: readonly RecordNode[]) => readonly RecordNode[] = (records) => records,
): Promise<CheckReport> {
  const { packs, records, books, diagnostics } = await readVillageYear(dataset);
  const arranged = arrange(records);
  const set = { records: arranged, books };
  return createChecker(packs, { clock: CLOCK, records: set }).checkAll(arranged, diagnostics);
}

/** `seal-use S-12` or `V-YUNXI@2026-Q1`: how the answer key and a report name the same thing. */
export function nameOfSubject({ kind, id, period }: Subject): string {
  return period === undefined ? `${kind} ${id}` : `${id}@${period}`;
}

export function nameOfRecord(record: RecordNode): string {
  return record.id.includes('@') ? record.id : `${record.record.id} ${record.id}`;
}

export function labelOf({ item, code }: Pick<Finding, 'item' | 'code'>): string {
  return code === undefined ? item : `${item}#${code}`;
}
