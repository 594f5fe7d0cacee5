export { readCases } from './read-cases.js';
export { standTogether } from './stand-together.js';
export type {
  CaseCounts,
  CaseFormat,
  CaseMapping,
  CaseOptions,
  CaseSource,
  OnCase,
  ReadCases,
  StepName,
} from './case-options.js';
export { CASE_MAPPING_SCHEMA } from './mapping/case-mapping-schema.js';
export {
  type CaseMappingNames,
  isCaseMapping,
  readCaseMapping,
  type ReadCaseMapping,
} from './mapping/read-case-mapping.js';
export { resolveCaseNames, type ResolvedCases } from './mapping/resolve-case-names.js';
export {
  type CaseSuggestionNames,
  suggestCaseMapping,
  type SuggestedCaseMapping,
} from './suggest/suggest-case-mapping.js';
export type { NamedProcedure } from './suggest/read-steps.js';
