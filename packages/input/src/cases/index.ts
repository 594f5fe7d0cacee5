export { readCases } from './read-cases.js';
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
