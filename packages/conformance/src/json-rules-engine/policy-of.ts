import { hasErrors, type Policy, renderDiagnostic } from '@qingdan/core';
import { bindPacks, checkLibrary, type PackFile, readPack, resolvePolicy } from '@qingdan/language';

/** The policy of one pack that is written out; a fault in it is a fault of the test. */
export function policyOf(files: Readonly<Record<string, string>>): Policy {
  const named: PackFile[] = Object.entries(files).map(([file, text]) => ({ file, text }));
  const pack = readPack(named);
  const bound = bindPacks([pack.value]);
  const found = [...pack.diagnostics, ...bound.diagnostics, ...checkLibrary(bound.value)];
  if (hasErrors(found))
    throw new Error(found.map((item) => renderDiagnostic(item, 'en').message).join('\n'));
  return resolvePolicy(bound.value, { subject: 'village', jurisdiction: 'CN' }).value;
}
