export { Books } from './world/books.js';
export { MemoryRecords } from './world/memory.js';
export type { IndexKey, Records, World } from './world/world.js';
export { governingDate, lawDays } from './lists/governing.js';
export {
  type Judged,
  type Judgement,
  type ListName,
  nameOf,
  type PowerCode,
  type Question,
} from './lists/judgement.js';
export { judgeByReference } from './reference/judge.js';
export { CompiledEvaluator } from './compiled/evaluator.js';
