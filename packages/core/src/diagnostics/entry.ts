import type { Text } from '../source/text.js';
import type { Severity } from './diagnostic.js';

/** What a code means: its texts have `{placeholders}`; `message` says what and why, `help` what to do. */
export interface CatalogEntry {
  readonly code: `QD${number}`;
  readonly severity: Severity;
  readonly message: Text;
  readonly help: Text;
}

export function error(code: CatalogEntry['code'], message: Text, help: Text): CatalogEntry {
  return { code, severity: 'error', message, help };
}

export function warning(code: CatalogEntry['code'], message: Text, help: Text): CatalogEntry {
  return { code, severity: 'warning', message, help };
}

export function info(code: CatalogEntry['code'], message: Text, help: Text): CatalogEntry {
  return { code, severity: 'info', message, help };
}
