import { type Diagnostic, diagnostic } from '@qingdan/core';
import { isJurisdiction } from '@qingdan/language';

/** Reports an option whose value is no jurisdiction. */
export function checkPlace(option: string, value: string | undefined): readonly Diagnostic[] {
  if (value === undefined || isJurisdiction(value)) return [];
  return [diagnostic('bad-option', { option, value, expected: 'CN, 33, 3302, 330212, …' })];
}
