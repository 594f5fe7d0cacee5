import { type Diagnostic, diagnostic, hasErrors, type Language, nearestHint } from '@qingdan/core';
import type { Exported } from '../export/format.js';
import { FORMATS } from '../export/formats.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeFiles } from '../output/write-files.js';
import { chooseItems } from '../packs/choose-items.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface ExportOptions {
  readonly packs?: readonly string[];
  readonly out?: string;
  readonly lang?: Language;
  /** Whose figures are written: a jurisdiction code. */
  readonly jurisdiction?: string;
}

/** `qingdan export`: rule sets in a form that others run. What a form can't say is left out, with the reason. */
export async function runExportCommand(
  name: string,
  names: readonly string[],
  options: ExportOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const lang = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, lang));
    return STATUS.bad;
  };
  const format = FORMATS.find((each) => each.name === name);
  const known = FORMATS.map((each) => each.name);
  const expected = `${known.join(', ')}${nearestHint(name, known)}`;
  const misused = [
    ...(format === undefined
      ? [diagnostic('bad-option', { option: 'FORMAT', value: name, expected })]
      : []),
    ...checkPlace('--jurisdiction', options.jurisdiction),
  ];
  if (format === undefined || misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config);
  const chosen = chooseItems(names, packs, options.jurisdiction);
  const faults = [...config.diagnostics, ...diagnostics, ...chosen.diagnostics];
  if (hasErrors(faults)) return refuse(faults);
  const exported = await format.export(chosen.items);
  io.stderr(renderDiagnostics([...faults, ...exported.diagnostics], lang));
  if (options.out === undefined) io.stdout(exported.text);
  else {
    const unwritten = await writeFiles(options.out, exported.files);
    if (unwritten !== undefined) return refuse([unwritten]);
    io.stdout(`${renderWritten(exported, options.out, lang)}\n`);
  }
  // An item that was asked for by name and can't be had is a failure; of all items some are expected to be left out.
  const failed = exported.written === 0 || (names.length > 0 && exported.left > 0);
  return failed ? STATUS.found : STATUS.ok;
}

function renderWritten({ written, left }: Exported, folder: string, lang: Language): string {
  const out = plain(folder);
  if (lang === 'zh') return `已写入 ${out}：${written}个规则集；${left}个条目未导出`;
  const sets = `${written} rule set${written === 1 ? '' : 's'} written`;
  return `${out}: ${sets}; ${left} item${left === 1 ? '' : 's'} left out`;
}
