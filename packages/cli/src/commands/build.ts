import { hasErrors, type Language } from '@qingdan/core';
import { writeBundle } from '@qingdan/sdk';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeOutput } from '../output/write-output.js';
import { findConfig } from '../packs/config.js';
import { loadPacksAt } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';

export interface BuildOptions {
  readonly packs?: readonly string[];
  readonly lang?: Language;
  readonly output?: string;
}

/** `qingdan build`: one bundle of packs, names bound. Packs with errors give none. */
export async function runBuildCommand(
  paths: readonly string[],
  options: BuildOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const language = languageOf(options.lang, config.lang, io.env);
  const { packs, diagnostics, folders } = await loadPacksAt(paths, options.packs, config);
  const found = [...config.diagnostics, ...diagnostics, ...packs.check()];
  io.stderr(renderDiagnostics(found, language));
  if (folders.length === 0) return STATUS.bad;
  if (hasErrors(found)) return STATUS.found;
  const fault = await writeOutput(writeBundle(packs), options.output, io);
  if (fault === undefined) return STATUS.ok;
  io.stderr(renderDiagnostics([fault], language));
  return STATUS.bad;
}
