import {
  type Diagnostic,
  diagnostic,
  inForce,
  matchesGlob,
  nearestName,
  parseDate,
} from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';
import type { ChosenProcedure } from '../export/format.js';

/** The day whose revisions and figures are meant, and whose place. */
export interface ProcedureChoice {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly jurisdiction: string | undefined;
}

/** The procedures of some names (`village.*`), each as it stands on a day; without names all of them. */
export function chooseProcedures(
  names: readonly string[],
  packs: Packs,
  { asOf, jurisdiction }: ProcedureChoice,
): { procedures: readonly ChosenProcedure[]; diagnostics: readonly Diagnostic[] } {
  const day = parseDate(asOf);
  const ids = [...packs.library.procedures.keys()];
  const isMeant = (id: string, name: string): boolean =>
    matchesGlob(name.replace(/^procedure:/i, ''), id);
  const diagnostics = names
    .filter((name) => !ids.some((id) => isMeant(id, name)))
    .map((id) => diagnostic('no-such-procedure', { id, nearest: nearestOf(id, ids) }));
  const chosen = ids.filter((id) => names.length === 0 || names.some((name) => isMeant(id, name)));
  const procedures = chosen.flatMap((id) => {
    const [first] = packs.library.procedures.get(id) ?? [];
    const manifest = packs.library.packs.get(first?.pack ?? '')?.manifest;
    const policy = packs.policyFor({
      subject: first?.subjects?.[0] ?? manifest?.subjects[0],
      jurisdiction: jurisdiction ?? manifest?.jurisdiction ?? 'CN',
    });
    const procedure = typeof day === 'number' ? inForce(policy.procedures.get(id), day) : undefined;
    if (procedure !== undefined && typeof day === 'number')
      return [{ policy, procedure, asOf: day }];
    diagnostics.push(diagnostic('procedure-not-in-force', { id, date: asOf }));
    return [];
  });
  return { procedures, diagnostics };
}

/** ` → \`village.small-works\`?`; people leave the pack out. */
function nearestOf(name: string, ids: readonly string[]): string {
  const byName = new Map(ids.map((id) => [id.slice(id.indexOf('.') + 1), id]));
  const nearest =
    byName.get(name) ??
    nearestName(name, ids) ??
    byName.get(nearestName(name, byName.keys()) ?? '');
  return nearest === undefined ? '' : ` → \`${nearest}\`?`;
}
