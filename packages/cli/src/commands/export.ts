import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Language,
  nearestHint,
  said,
} from '@qingdan/core';
import { FORMATS } from '../export/formats.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeFiles } from '../output/write-files.js';
import { writeOutput } from '../output/write-output.js';
import { chooseItems } from '../packs/choose-items.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface ExportOptions {
  readonly packs?: readonly string[];
  /** A folder for the files. */
  readonly out?: string;
  /** A file for the one text. */
  readonly output?: string;
  readonly lang?: Language;
  /** Whose figures are written: a jurisdiction code. */
  readonly jurisdiction?: string;
}

/**
 * `qingdan export`: rule sets in a form that others run, or the kinds of records for those who write them. What a form
 * can't say is left out, with the reason.
 */
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
    ...(format?.of === 'records' ? checkNoChoice(format.name, names) : []),
  ];
  if (format === undefined || misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config);
  const chosen =
    format.of === 'items'
      ? chooseItems(names, packs, options.jurisdiction)
      : { items: [], diagnostics: [] };
  const faults = [...config.diagnostics, ...diagnostics, ...chosen.diagnostics];
  if (hasErrors(faults)) return refuse(faults);
  const exported = format.of === 'items' ? await format.export(chosen.items) : format.export(packs);
  io.stderr(renderDiagnostics([...faults, ...exported.diagnostics], lang));
  const { out, output } = options;
  const unwritten =
    out === undefined
      ? await writeOutput(exported.text, output, io)
      : await writeFiles(out, exported.files);
  if (unwritten !== undefined) return refuse([unwritten]);
  const place = out ?? output;
  if (place !== undefined) {
    const summary = exported.summary[lang];
    io.stdout(
      lang === 'zh' ? `已写入 ${plain(place)}：${summary}\n` : `${plain(place)}: ${summary}\n`,
    );
  }
  // An item that was asked for by name and can't be had is a failure; of all items some are expected to be left out.
  const failed = exported.written === 0 || (names.length > 0 && exported.left > 0);
  return failed ? STATUS.found : STATUS.ok;
}

/** Kinds of records are exported all together. */
function checkNoChoice(format: string, names: readonly string[]): readonly Diagnostic[] {
  return names.map((value) =>
    diagnostic('bad-option', {
      option: 'ITEMS',
      value,
      ...said('expected', {
        zh: `不填；${format} 导出全部记录种类`,
        en: `none: ${format} exports every kind of record`,
      }),
    }),
  );
}
