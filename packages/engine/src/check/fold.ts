import type { Finding } from '@qingdan/core';

/**
 * A duty whose guarded prohibition fires too is told with it, and supplies who answers for it. So is what AUTHORITY found
 * of a power that guards a prohibition, unless that prohibition says less: a suspicion, or a finding that is waived.
 */
export function foldGuarded(findings: readonly Finding[]): Finding[] {
  const fired = new Map(
    findings
      .filter(({ list, verdict }) => list === 'negative' && verdict === 'violated')
      .map((finding) => [finding.item, finding]),
  );
  const foldedUnder = new Map<string, string[]>();
  const isFolded = (finding: Finding): boolean => {
    const guarding = finding.verdict === 'violated' ? guardedBy(finding, fired) : [];
    for (const id of guarding) foldedUnder.set(id, [...(foldedUnder.get(id) ?? []), finding.item]);
    return guarding.length > 0;
  };
  const kept = findings.filter((finding) => !isFolded(finding));
  return kept.map((finding) => {
    const related = finding.list === 'negative' ? foldedUnder.get(finding.item) : undefined;
    return related === undefined ? finding : { ...finding, related };
  });
}

/** The prohibitions that fired under which a finding is told. */
function guardedBy(finding: Finding, fired: ReadonlyMap<string, Finding>): readonly string[] {
  const { revision, code } = finding;
  switch (revision?.kind) {
    case 'Responsibility':
      return revision.guards.filter((id) => fired.has(id));
    case 'Power':
      if (code !== 'AUTHORITY') return [];
      return revision.guards.filter((id) => {
        const over = fired.get(id);
        return over !== undefined && over.waived === undefined && saysAsMuch(over, finding);
      });
    default:
      return [];
  }
}

function saysAsMuch(over: Finding, finding: Finding): boolean {
  return over.nature === 'violation' || finding.nature === 'suspicion';
}
