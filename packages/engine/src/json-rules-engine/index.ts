export type { CannotExpress } from './cannot-express.js';
export {
  createJsonRulesEvaluator,
  type CreatedJsonRulesEvaluator,
  type JsonRulesEvaluator,
} from './evaluator.js';
