/** A mistake put into the compiled evaluator on purpose, which the suite must notice. */
export interface Fault {
  readonly name: string;
  /** Relative to packages/engine/src/compiled. */
  readonly file: string;
  /** Must occur in the file. */
  readonly find: string;
  readonly replace: string;
}
