/**
 * Where facts and records come from that cost a call. Each is asked for at most once a check, and only while it can
 * still change a verdict.
 */
export interface AsyncSource {
  /** The value of a field of the record at hand that was absent (`payment.method`); `undefined` if it isn't known. */
  readonly fact?: (
    record: { readonly kind: string; readonly id: string; readonly organisation?: string },
    field: string,
  ) => Promise<unknown>;
  /**
   * One record; `undefined` if there is none. `organisation` is that of the record that refers to it, if it is known:
   * where each organisation numbers its own, that one's is meant.
   */
  readonly record?: (kind: string, id: string, organisation?: string) => Promise<unknown>;
  /** The records of a kind, and whether that is all there are up to the clock. */
  readonly records?: (
    query: RecordQuery,
  ) => Promise<{ readonly records: readonly unknown[]; readonly complete: boolean }>;
}

export interface RecordQuery {
  readonly kind: string;
  /** Absent for kinds that belong to no organisation, and for rules that look across organisations. */
  readonly organisation?: string;
}

/** One thing that an evaluation wanted and did not have. */
export type Want =
  | { readonly kind: 'fact'; readonly field: string }
  | {
      readonly kind: 'record';
      readonly of: string;
      readonly id: string;
      /** Whose record is meant; undefined for kinds that belong to no organisation, and where it isn't known. */
      readonly organisation: string | undefined;
    }
  | { readonly kind: 'records'; readonly of: string; readonly organisation: string | undefined };

/** Says what was wanted: one call to the source each. */
export function keyOf(want: Want): string {
  switch (want.kind) {
    case 'fact':
      return `fact ${want.field}`;
    case 'record':
      return JSON.stringify(['record', want.of, want.id, want.organisation]);
    case 'records':
      return `records ${want.of} ${want.organisation ?? ''}`;
  }
}
