import { relative, resolve } from 'node:path';
import {
  type Diagnostic,
  hasErrors,
  type Language,
  renderDiagnostic,
  sortDiagnostics,
} from '@qingdan/core';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { countBySeverity, renderCounts, renderDiagnostics } from '../output/diagnostics.js';
import { findConfig } from '../packs/config.js';
import { loadPacksAt } from '../packs/load-chosen.js';
import { writeLockOf } from '../packs/lock.js';
import { STATUS, type Status } from '../status.js';
import { jsonText } from '../text/json-text.js';

export interface LintOptions {
  readonly packs?: readonly string[];
  readonly lang?: Language;
  readonly format: 'text' | 'json';
  readonly denyWarnings?: boolean;
  /** Pins the packs of the configuration instead of holding them to what is pinned. */
  readonly writeLock?: boolean;
}

/** `qingdan lint`: everything that is wrong with rule sets. */
export async function runLintCommand(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const language = languageOf(options.lang, config.lang, io.env);
  let chosen = await loadPacksAt(paths, options.packs, config);
  if (options.writeLock === true && !hasErrors(chosen.packs.check())) {
    io.stderr(`${await writeLockOf(config.folder, chosen.packs)}\n`);
    chosen = await loadPacksAt(paths, options.packs, config);
  }
  const all = sortDiagnostics([
    ...config.diagnostics,
    ...chosen.diagnostics,
    ...chosen.packs.check(),
  ]);
  // What lies in packs that were only loaded along is their own lint's business.
  const found = paths.length === 0 ? all : all.filter((item) => concerns(item, paths));
  if (options.format === 'json') {
    io.stdout(`${jsonText(toJson(found, language), 2)}\n`);
  } else {
    io.stdout(renderDiagnostics(found, language));
    io.stdout(`${renderCounts(found, language)}\n`);
  }
  if (chosen.folders.length === 0) return STATUS.bad;
  const { warning } = countBySeverity(found);
  const failed = hasErrors(found) || (options.denyWarnings === true && warning > 0);
  return failed ? STATUS.found : STATUS.ok;
}

function toJson(found: readonly Diagnostic[], language: Language) {
  const { error, warning, info } = countBySeverity(found);
  return {
    schema: 'qingdan.lint/1',
    summary: { errors: error, warnings: warning, infos: info },
    diagnostics: found.map((item) => renderDiagnostic(item, language)),
  };
}

function concerns(item: Diagnostic, paths: readonly string[]): boolean {
  const file = item.span?.source.file ?? item.file;
  if (file === undefined) return true;
  return paths.some((path) => !/^\.\.([/\\]|$)/.test(relative(resolve(path), resolve(file))));
}
