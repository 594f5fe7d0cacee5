// What a browser gets for `@qingdan/sdk`: all of index.ts but what reads the disk.
export { Packs } from './packs.js';
export { PackError } from './load/pack-error.js';
export { looksLikeBundle, packsFromBundle, readBundle, writeBundle } from './bundle/bundle.js';
export {
  type Checker,
  type CheckerOptions,
  createChecker,
  type RecordSet,
  type Requirements,
  type Screened,
} from './check/checker.js';
export { CaseTally } from './check/case-tally.js';
export type { AsyncSource, RecordQuery } from './check/async-source.js';
export { stateCouncilCalendar } from './calendar/state-council.js';
export {
  type ObserveCase,
  type ObserveTest,
  runTests,
  type TestResult,
  type TestRun,
} from './test/run-tests.js';
export { type NamingTest, testsNaming } from './test/tests-naming.js';
export type { TestFile } from './test/read-tests.js';
export { type InputFile, readDataset, readRecordLines, readRecords } from '@qingdan/input';
export {
  renderNamed,
  renderText,
  type ReportJson,
  type RequirementJson,
  toJson,
} from '@qingdan/report';
export {
  type Book,
  type CheckReport,
  type Diagnostic,
  type Finding,
  type Language,
  type Outcome,
  type RecordNode,
  type RecordResult,
  renderDiagnostic,
  type Verdict,
} from '@qingdan/core';
export type { Place } from '@qingdan/language';
