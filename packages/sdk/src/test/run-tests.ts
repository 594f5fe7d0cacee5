import {
  type CaseResult,
  type Diagnostic,
  type Explanation,
  sortDiagnostics,
  type Text,
} from '@qingdan/core';
import type { Packs } from '../packs.js';
import { runCaseTest } from './cases/run-case-test.js';
import { type PolicyTest, readTests, type TestFile } from './read-tests.js';
import { runRecordTest } from './run-record-test.js';
import { TestSetting } from './test-setting.js';

export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly passed: boolean;
  readonly failures: readonly Text[];
}

export interface TestRun {
  readonly tests: readonly TestResult[];
  readonly diagnostics: readonly Diagnostic[];
  readonly passed: number;
  readonly failed: number;
}

/** Which test it is. */
interface NamedTest {
  readonly file: string;
  readonly name: string;
}

/** Called with each explanation that a test asked for: coverage is counted from them. */
export type ObserveTest = (test: NamedTest, explanation: Explanation) => void;

/** Called with how the case of a test stands. */
export type ObserveCase = (test: NamedTest, result: CaseResult) => void;

/** Runs the YAML tests of packs. Tests that can't be read are diagnostics, and count as failed. */
export function runTests(
  packs: Packs,
  files: readonly TestFile[],
  observe?: ObserveTest,
  observeCase?: ObserveCase,
): TestRun {
  const unread: Diagnostic[] = [];
  const found: Diagnostic[] = [];
  const tests: TestResult[] = [];
  const run = (test: PolicyTest): TestResult => {
    const { name, span } = test;
    const { file } = span.source;
    const setting = new TestSetting(packs, test);
    if (test.procedure === undefined) runRecordTest(setting, (of) => observe?.({ file, name }, of));
    else runCaseTest(setting, test.procedure, (of) => observeCase?.({ file, name }, of));
    found.push(...setting.diagnostics);
    return {
      file,
      name,
      line: span.source.position(span.start).line,
      passed: setting.failures.length + setting.diagnostics.length === 0,
      failures: setting.failures,
    };
  };
  for (const file of files) {
    const read = readTests(file);
    unread.push(...read.diagnostics);
    for (const test of read.tests) tests.push(run(test));
  }
  const passed = tests.filter((test) => test.passed).length;
  return {
    tests,
    diagnostics: sortDiagnostics([...unread, ...found]),
    passed,
    failed: tests.length - passed + unread.length,
  };
}
