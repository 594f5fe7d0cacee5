export type { CannotExpress } from './cannot-express.js';
export {
  createJsonRulesEvaluator,
  type CreatedJsonRulesEvaluator,
  type JsonRulesEvaluator,
} from './evaluator.js';
export { type ExportedItem, exportItem } from './export/rule-set.js';
export type { CannotExport } from './export/lowering.js';
export { judge, type RuleSet } from './portable/index.js';
