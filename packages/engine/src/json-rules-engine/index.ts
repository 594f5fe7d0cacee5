export type { CannotExpress } from './cannot-express.js';
export {
  createJsonRulesEvaluator,
  type CreatedJsonRulesEvaluator,
  type JsonRulesEvaluator,
} from './evaluator.js';
export { type ExportedItem, exportItem } from './export/rule-set.js';
export type { CannotExport } from './export/lowering.js';
export {
  createEngine,
  factsOf,
  install,
  judge,
  type RuleSet,
  type Verdict as ExportedVerdict,
} from './portable/index.js';
export { type ImportedRules, type ImportOptions, importRules } from './import/import-rules.js';
