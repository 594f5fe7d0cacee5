import { type Diagnostic, diagnostic, hasErrors, type Language } from '@qingdan/core';
import { decodeUtf8 } from '@qingdan/input';
import { formatPolicy } from '@qingdan/language';
import { cannotRead, MIB, readWithin } from '../input/system.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeWhole } from '../output/write-whole.js';
import { findConfig } from '../packs/config.js';
import { policyFilesAt, pathBelowSchemas } from '../packs/policy-files.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface FmtOptions {
  readonly check?: boolean;
  readonly lang?: Language;
}

/** `qingdan fmt`: lays policy files out in the one way, or says which aren't. */
export async function runFmtCommand(
  paths: readonly string[],
  options: FmtOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const language = languageOf(options.lang, config.lang, io.env);
  const { files, diagnostics } = await policyFilesAt(paths.length === 0 ? ['.'] : paths);
  const faults: Diagnostic[] = [...config.diagnostics, ...diagnostics];
  let changes = 0;
  for (const file of files) {
    try {
      const changed = await formatFile(file, options.check !== true, faults);
      if (!changed) continue;
      changes += 1;
      io.stdout(`${plain(file)}\n`);
    } catch (error) {
      faults.push(cannotRead(file, error));
    }
  }
  io.stderr(renderDiagnostics(faults, language));
  io.stderr(`${renderChanges(changes, files.length, options.check === true, language)}\n`);
  if (hasErrors(faults)) return STATUS.bad;
  return options.check === true && changes > 0 ? STATUS.found : STATUS.ok;
}

/** True where the file is, or was, not laid out in the one way. */
async function formatFile(file: string, write: boolean, faults: Diagnostic[]): Promise<boolean> {
  const bytes = await readWithin(file, 4 * MIB);
  if (!(bytes instanceof Uint8Array)) {
    faults.push(bytes);
    return false;
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    faults.push(diagnostic('not-utf8', {}, undefined, { file }));
    return false;
  }
  const { value, diagnostics } = formatPolicy(text, await pathBelowSchemas(file));
  if (hasErrors(diagnostics)) {
    // Again under the name by which the file was asked for.
    faults.push(...formatPolicy(text, file).diagnostics);
    return false;
  }
  if (value === text) return false;
  if (write) await writeWhole(file, value);
  return true;
}

function renderChanges(changes: number, files: number, check: boolean, language: Language): string {
  if (language === 'zh') {
    return check ? `${files} 个文件，${changes} 个待整理` : `${files} 个文件，整理了 ${changes} 个`;
  }
  return check ? `${files} files, ${changes} to format` : `${files} files, ${changes} formatted`;
}
