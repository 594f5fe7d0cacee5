import { hasErrors, type Language } from '@qingdan/core';
import { runTests, type TestResult } from '@qingdan/sdk';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { loadPacksAt } from '../packs/load-chosen.js';
import { readTestFiles } from '../packs/test-files.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface TestOptions {
  readonly packs?: readonly string[];
  readonly lang?: Language;
}

/** `qingdan test`: runs the YAML tests beside the rules. */
export async function runTestCommand(
  paths: readonly string[],
  options: TestOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const language = languageOf(options.lang, config.lang, io.env);
  const { packs, diagnostics, folders } = await loadPacksAt(paths, options.packs, config);
  const read = await readTestFiles(paths.length === 0 ? folders : paths);
  const run = runTests(packs, read.files);
  const before = [...config.diagnostics, ...diagnostics, ...read.diagnostics];
  io.stderr(renderDiagnostics([...before, ...run.diagnostics], language));
  for (const test of run.tests) if (!test.passed) io.stdout(renderFailure(test, language));
  // The same in every language: scripts read it.
  io.stdout(`${run.passed} passed, ${run.failed} failed\n`);
  if (hasErrors(before)) return STATUS.bad;
  return run.failed > 0 ? STATUS.found : STATUS.ok;
}

function renderFailure({ file, line, name, failures }: TestResult, language: Language): string {
  const reasons = failures.map((failure) => `    ${plain(failure[language])}\n`);
  return `${plain(file)}:${line} ${plain(name)}\n${reasons.join('')}`;
}
