import { type Diagnostic, renderDiagnostic } from '@qingdan/core';

/** Packs could not be used; `diagnostics` says why. */
export class PackError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const lines = diagnostics.slice(0, 5).map((item) => {
      const { code, message, file, range } = renderDiagnostic(item, 'en');
      return `${file ?? ''}:${range?.start.line ?? 0} ${code} ${message}`;
    });
    super(`the packs have errors\n${lines.join('\n')}`);
    this.name = 'PackError';
    this.diagnostics = diagnostics;
  }
}
