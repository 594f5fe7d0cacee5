export { type PendingName, readTable, type ReadTable, type TableOptions } from './read-table.js';
export type { TableFile } from './sheet/open-table.js';
export {
  bindMapping,
  type MappingSource,
  readMapping,
  type ReadMapping,
} from './mapping/read-mapping.js';
export type { MappedColumn, Mapping, Resolver } from './mapping/mapping.js';
export type { FieldPath, Target } from './mapping/field-path.js';
export { MAPPING_SCHEMA, type MappingSchema } from './mapping/schema.js';
export type { Vocabulary } from './cells/vocabulary.js';
export { resolveNames, type ResolvedNames } from './resolve/resolve-names.js';
export { suggestMapping, type SuggestedMapping } from './suggest/suggest-mapping.js';
