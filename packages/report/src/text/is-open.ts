import type { Finding, RecordResult } from '@qingdan/core';

/** What a record itself leaves undecided. */
export function isOpen(finding: Finding): boolean {
  return finding.verdict === 'undetermined' && !lacksOnlyRegisters(finding);
}

/** Undecided for want of registers, books or figures alone: said once for all records, at the end. */
export function lacksOnlyRegisters({ verdict, missing }: Finding): boolean {
  return (
    verdict === 'undetermined' &&
    missing.length > 0 &&
    missing.every(({ scope }) => scope === 'run')
  );
}

/** Whether something was found in a record. */
export function isFound({ findings }: RecordResult): boolean {
  return findings.some(({ verdict }) => verdict === 'violated');
}
