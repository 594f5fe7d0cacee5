import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Day,
  inForce,
  type Language,
  parseDate,
  type Policy,
  type Procedure,
  type Subject,
  SUBJECTS,
} from '@qingdan/core';
import { type Chart, chartOf } from '@qingdan/report/charts';
import { loadPackFolders } from '@qingdan/sdk';

/** The day by whose law the charts of the docs are drawn: with today's they would change by themselves. */
export const DRAWN_ON = '2026-11-01';

/** A procedure of the shipped packs. */
export interface ShippedProcedure {
  readonly id: string;
  readonly procedure: Procedure;
  readonly policy: Policy;
  /** Whose organisations go by it: those of its own pack, and of packs that take it over. */
  readonly subjects: readonly Subject[];
  readonly chart: (lang: Language) => Chart;
}

/** The procedures of all shipped packs that are in force, by their ids. */
export async function shippedProcedures(): Promise<readonly ShippedProcedure[]> {
  const root = join(import.meta.dirname, '../../../../policies');
  const folders = readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, 'qingdan.yaml')));
  const { packs } = await loadPackFolders(folders);
  const day = parseDate(DRAWN_ON) as Day;
  const subjectsOf = (id: string): readonly Subject[] =>
    SUBJECTS.filter((subject) =>
      packs.policyFor({ subject, jurisdiction: 'CN' }).procedures.has(id),
    );
  const shipped = [...packs.library.procedures].flatMap(([id, revisions]) => {
    const [first] = revisions;
    const manifest = packs.library.packs.get(first?.pack ?? '')?.manifest;
    const policy = packs.policyFor({
      subject: first?.subjects?.[0] ?? manifest?.subjects[0],
      jurisdiction: manifest?.jurisdiction ?? 'CN',
    });
    const procedure = inForce(policy.procedures.get(id), day);
    if (procedure === undefined) return [];
    const chart = (lang: Language): Chart =>
      chartOf(procedure, { policy, lang, unmask: false }, day);
    return [{ id, procedure, policy, subjects: subjectsOf(id), chart }];
  });
  return shipped.sort((a, b) => (a.id < b.id ? -1 : 1));
}
