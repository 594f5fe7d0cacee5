export { Packs } from './packs.js';
export { loadPackFolders, loadPacks, PackError, standardPackFolders } from './load/load-packs.js';
export {
  type Checker,
  type CheckerOptions,
  createChecker,
  type RecordSet,
  type Screened,
} from './check/checker.js';
export type { AsyncSource, RecordQuery } from './check/async.js';
export { placeOf } from './check/places.js';
export { stateCouncilCalendar } from './calendar/state-council.js';
export { type ObserveTest, runTests, type TestResult, type TestRun } from './test/run-tests.js';
export type { TestFile } from './test/read-tests.js';
