import {
  compareText,
  type Finding,
  GRAVITIES,
  NATURES,
  OUTCOMES,
  type RecordResult,
  type Verdict,
} from '@qingdan/core';
import { organisationOf } from '../values/say-organisation.js';

const ORDER_OF_LISTS = ['power', 'responsibility', 'negative'] as const;

/** Gravest first: what was found before what is undetermined, violations before suspicions, then by severity and id. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rankOfVerdict(a) - rankOfVerdict(b) ||
    NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) ||
    GRAVITIES.indexOf(a.severity) - GRAVITIES.indexOf(b.severity) ||
    ORDER_OF_LISTS.indexOf(a.list) - ORDER_OF_LISTS.indexOf(b.list) ||
    compareText(a.item, b.item) ||
    compareText(a.code ?? '', b.code ?? '')
  );
}

function rankOfVerdict({ verdict }: Finding): number {
  const order = ['violated', 'undetermined'] as const satisfies readonly Verdict[];
  const rank = order.findIndex((other) => other === verdict);
  return rank === -1 ? order.length : rank;
}

/** Gravest first, then by kind and id. */
function compareResults(a: RecordResult, b: RecordResult): number {
  return (
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    gravest(a) - gravest(b) ||
    compareRecords(a, b)
  );
}

/** By organisation, kind, id and place, whatever came out. */
export function compareRecords({ record: a }: RecordResult, { record: b }: RecordResult): number {
  return (
    compareText(organisationOf(a) ?? '', organisationOf(b) ?? '') ||
    compareText(a.record.id, b.record.id) ||
    compareText(a.id, b.id) ||
    compareText(a.origin?.file ?? '', b.origin?.file ?? '') ||
    (a.origin?.line ?? 0) - (b.origin?.line ?? 0)
  );
}

function gravest({ findings }: RecordResult): number {
  return Math.min(
    GRAVITIES.length,
    ...findings
      .filter(({ verdict }) => verdict === 'violated')
      .map(({ severity }) => GRAVITIES.indexOf(severity)),
  );
}

/** The results of one organisation; those that belong to none have none. */
export interface Group {
  readonly organisation: string | undefined;
  readonly results: readonly RecordResult[];
}

/** By organisation, gravest first. */
export function groupResults(results: readonly RecordResult[]): Group[] {
  const groups = new Map<string | undefined, RecordResult[]>();
  for (const result of [...results].sort(compareResults)) {
    const organisation = organisationOf(result.record);
    const group = groups.get(organisation);
    if (group === undefined) groups.set(organisation, [result]);
    else group.push(result);
  }
  return [...groups.entries()]
    .map(([organisation, members]) => ({ organisation, results: members }))
    .sort((a, b) => {
      const [first] = a.results;
      const [other] = b.results;
      if (first === undefined || other === undefined) return 0;
      return (
        OUTCOMES.indexOf(first.outcome) - OUTCOMES.indexOf(other.outcome) ||
        gravest(first) - gravest(other) ||
        compareText(a.organisation ?? '', b.organisation ?? '')
      );
    });
}
