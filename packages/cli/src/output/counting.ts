import {
  type CaseFinding,
  type CheckReport,
  type Finding,
  GRAVITIES,
  type Gravity,
} from '@qingdan/core';
import { isUnavailable } from '@qingdan/engine';

/** Which findings make a check fail. */
export const FAIL_ON = ['violation', 'suspicion', 'undetermined', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Whether a report holds anything at or above what a check is to fail on. */
export function hasCounting(report: CheckReport, failOn: FailOn, least: Gravity): boolean {
  return (
    report.results.some(({ findings }) =>
      findings.some((finding) => counts(finding, failOn, least)),
    ) ||
    (report.cases ?? []).some(({ findings }) =>
      findings.some((finding) => countsDeviation(finding, failOn, least)),
    )
  );
}

/** Whether a finding is at or above what a check is to fail on. */
export function counts(finding: Finding, failOn: FailOn, least: Gravity): boolean {
  return (
    rankOf(finding) <= FAIL_ON.indexOf(failOn) &&
    failOn !== 'never' &&
    GRAVITIES.indexOf(finding.severity) <= GRAVITIES.indexOf(least)
  );
}

/** Whether what a case departs from is at or above what a check is to fail on. */
export function countsDeviation(
  { deviation, nature, waived }: CaseFinding,
  failOn: FailOn,
  least: Gravity,
): boolean {
  const { verdict, constraint } = deviation;
  const rank = verdict === 'undetermined' ? 2 : nature === 'violation' ? 0 : 1;
  return (
    failOn !== 'never' &&
    waived === undefined &&
    rank <= FAIL_ON.indexOf(failOn) &&
    GRAVITIES.indexOf(constraint.severity) <= GRAVITIES.indexOf(least)
  );
}

/** 0 violation, 1 suspicion, 2 undetermined, and more for what doesn't decide an outcome. */
function rankOf(finding: Finding): number {
  if (finding.waived !== undefined) return FAIL_ON.length;
  if (finding.verdict === 'violated') return finding.nature === 'violation' ? 0 : 1;
  return finding.verdict === 'undetermined' && !isUnavailable(finding) ? 2 : FAIL_ON.length;
}
