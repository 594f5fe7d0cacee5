declare module 'bpmnlint/lib/linter.js' {
  class Linter {
    constructor(options: { resolver: unknown; config: Readonly<Record<string, unknown>> });
    /** Reports by the names of rules. */
    lint(definitions: unknown): Promise<Readonly<Record<string, readonly unknown[]>>>;
  }
  export = Linter;
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new () => object;
  export = NodeResolver;
}
