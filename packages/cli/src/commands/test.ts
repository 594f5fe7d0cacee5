import { relative } from 'node:path';
import { hasErrors, type Language } from '@qingdan/core';
import { runTests, type TestResult, type TestRun } from '@qingdan/sdk';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { loadPacksAt } from '../packs/load-chosen.js';
import { readTestFiles, type TestText } from '../packs/test-files.js';
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
  const chosen = await loadPacksAt(paths, options.packs, config);
  const read = await readTestFiles(paths.length === 0 ? chosen.folders : paths);
  const runs: TestRun[] = [];
  for (const { folder, files } of byPack(read.files, chosen.folders)) {
    // What a county sets must not change the tests of the packs above it.
    const isAlone =
      folder === undefined || chosen.folders.length === 1 || options.packs !== undefined;
    const { packs } = isAlone ? chosen : await loadPacksAt([folder], undefined, config);
    runs.push(runTests(packs, files));
  }
  const before = [...config.diagnostics, ...chosen.diagnostics, ...read.diagnostics];
  io.stderr(renderDiagnostics([...before, ...runs.flatMap((run) => run.diagnostics)], language));
  for (const test of runs.flatMap(({ tests }) => tests))
    if (!test.passed) io.stdout(renderFailure(test, language));
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  // The same in every language: scripts read it.
  io.stdout(`${passed} passed, ${failed} failed\n`);
  if (hasErrors(before)) return STATUS.bad;
  return failed > 0 ? STATUS.found : STATUS.ok;
}

/** The test files by the pack they lie in, in order of their names; those outside any pack are judged by all of them. */
function byPack(
  files: readonly TestText[],
  folders: readonly string[],
): readonly { readonly folder: string | undefined; readonly files: readonly TestText[] }[] {
  const groups = new Map<string | undefined, TestText[]>();
  for (const each of files) {
    const folder = folders.find((pack) => !relative(pack, each.file).startsWith('..'));
    const group = groups.get(folder);
    if (group === undefined) groups.set(folder, [each]);
    else group.push(each);
  }
  return [...groups].map(([folder, of]) => ({ folder, files: of }));
}

function renderFailure({ file, line, name, failures }: TestResult, language: Language): string {
  const reasons = failures.map((failure) => `    ${plain(failure[language])}\n`);
  return `${plain(file)}:${line} ${plain(name)}\n${reasons.join('')}`;
}
