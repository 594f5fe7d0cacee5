import type { RecordType, Span, Text } from '@qingdan/core';
import type { FieldPath, Target } from './field-path.js';

/** How the rows of a table become records of one kind. */
export interface Mapping {
  readonly record: RecordType;
  readonly organisation?: string;
  readonly sheet?: string;
  readonly header?: number;
  /** Columns that the id is made of; none: it is made of kind, file and row. */
  readonly id: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly constants: readonly { readonly path: FieldPath; readonly value: unknown }[];
  /** Headers, as `plainHeader` has them. */
  readonly ignore: ReadonlySet<string>;
  /** Where something of the mapping file stands, for what shows only beside a table. */
  readonly spanOf: (path: readonly (string | number)[], key?: boolean) => Span;
}

/** A column that is read. */
export interface MappedColumn {
  /** As the mapping writes it. */
  readonly header: string;
  readonly targets: readonly Target[];
  /** Value by text of the cell, as `plain` has it. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Cells that say there is none, as `plain` has them. */
  readonly none: ReadonlySet<string>;
  /** Of each kind of record at most one. */
  readonly resolve: readonly Resolver[];
}

/** In which register names are looked up, and by which of its fields. */
export interface Resolver {
  readonly kind: string;
  /** Of the kind. */
  readonly label: Text;
  readonly field: string;
  readonly withinOrganisation: boolean;
}
