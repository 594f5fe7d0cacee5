import { type Diagnostic, diagnostic, parseDate } from '@qingdan/core';

/** Reports an option whose value is no day. */
export function checkDay(option: string, value: string | undefined): readonly Diagnostic[] {
  if (value === undefined || typeof parseDate(value) === 'number') return [];
  return [diagnostic('bad-option', { option, value, expected: 'YYYY-MM-DD' })];
}

/** Today at +08:00: the only place where the system is asked. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
