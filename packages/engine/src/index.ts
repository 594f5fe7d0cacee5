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
export { Explainer } from './explain/explain.js';
export { type CheckOptions, isUnavailable, outcomeOf, RecordChecker } from './check/check.js';
export { isBeside } from './check/is-beside.js';
export { LoosenedPolicies } from './check/waivers.js';
export { periodSubject, periodSubjects } from './check/periods.js';
export { kindsRead } from './check/kinds-read.js';
export { withFact } from './explain/patch.js';
export { type Requirement, requirementsOf } from './explain/requirements.js';
export { CaseBook } from './procedures/case-book.js';
export { CaseChecker } from './procedures/case-checker.js';
export type { CaseRun } from './procedures/case-run.js';
export { nextSteps } from './procedures/next.js';
export { procedureDocuments, type ProcedureDocuments } from './declare/documents.js';
export { importDeclare, type ImportedProcedure } from './declare/import-declare.js';
