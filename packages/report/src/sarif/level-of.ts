import type { Finding, Verdict } from '@qingdan/core';
import type { SarifLevel, SarifResult } from './sarif-log.js';

/** What kind of result a verdict is. Missing evidence is neither a pass nor a failure. */
export const KINDS = {
  violated: 'fail',
  undetermined: 'open',
  satisfied: 'pass',
  notApplicable: 'notApplicable',
} as const satisfies Record<Verdict, SarifResult['kind']>;

const LEVELS = {
  violation: { critical: 'error', serious: 'error', minor: 'warning', notice: 'note' },
  suspicion: { critical: 'warning', serious: 'warning', minor: 'note', notice: 'note' },
} as const satisfies Record<Finding['nature'], Record<Finding['severity'], SarifLevel>>;

/** How loud a finding of this nature and severity is. What a person has yet to verify is never an error. */
export function loudness({ nature, severity }: Pick<Finding, 'nature' | 'severity'>): SarifLevel {
  return LEVELS[nature][severity];
}

/** As `loudness` where something was found; else `none`, as the standard asks. */
export function levelOf(finding: Pick<Finding, 'verdict' | 'nature' | 'severity'>): SarifLevel {
  return finding.verdict === 'violated' ? loudness(finding) : 'none';
}
