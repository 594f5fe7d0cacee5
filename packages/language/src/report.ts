import { type Diagnostic, diagnostic, type DiagnosticName, type Span } from '@qingdan/core';

/** Collects what is found wrong. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];

  add(
    name: DiagnosticName,
    params: Readonly<Record<string, string>>,
    span: Span,
    related: readonly Span[] = [],
  ): void {
    this.diagnostics.push(diagnostic(name, params, span, related.length === 0 ? {} : { related }));
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const item of diagnostics) this.diagnostics.push(item);
  }
}
