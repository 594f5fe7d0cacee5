import {
  type Diagnostic,
  diagnostic,
  hasErrors,
  type Language,
  nearestHint,
  said,
} from '@qingdan/core';
import type { Packs } from '@qingdan/sdk';
import type { Exported, ExportFormat } from '../export/format.js';
import { FORMATS } from '../export/formats.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkDay, today } from '../options/days.js';
import { checkPlace } from '../options/place.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeFiles } from '../output/write-files.js';
import { writeOutput } from '../output/write-output.js';
import { chooseItems } from '../packs/choose-items.js';
import { chooseProcedures } from '../packs/choose-procedures.js';
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
  /** The day whose procedures and figures are drawn. */
  readonly asOf?: string;
  /** Draws on a page, with the risks of each step. */
  readonly print?: boolean;
}

/**
 * `qingdan export`: rule sets in a form that others run, the flow charts of procedures, or the kinds of records for those
 * who write them. What a form can't say is left out, with the reason.
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
    ...checkDay('--as-of', options.asOf),
    ...(format?.of === 'records' ? checkNoChoice(format.name, names) : []),
    ...checkForCharts(format, options),
  ];
  if (format === undefined || misused.length > 0) return refuse(misused);
  const { packs, diagnostics } = await loadPacksInUse(options.packs, config);
  const read = [...config.diagnostics, ...diagnostics];
  const asOf = options.asOf ?? config.clock ?? today();
  const { faults, exported } = await exportChosen(format, names, packs, { ...options, asOf, lang });
  if (exported === undefined || hasErrors([...read, ...faults]))
    return refuse([...read, ...faults]);
  io.stderr(renderDiagnostics([...read, ...faults], lang));
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

interface Drawn {
  readonly asOf: string;
  readonly lang: Language;
  readonly jurisdiction?: string;
  readonly out?: string;
  readonly print?: boolean;
}

/** What comes of the items, procedures or kinds of records that were asked for; nothing where some aren't there. */
async function exportChosen(
  format: ExportFormat,
  names: readonly string[],
  packs: Packs,
  { asOf, lang, jurisdiction, out, print = false }: Drawn,
): Promise<{ faults: readonly Diagnostic[]; exported: Exported | undefined }> {
  if (format.of === 'records') return { faults: [], exported: format.export(packs) };
  if (format.of === 'items') {
    const { items, diagnostics } = chooseItems(names, packs, jurisdiction);
    if (hasErrors(diagnostics)) return { faults: diagnostics, exported: undefined };
    const exported = await format.export(items);
    return { faults: [...diagnostics, ...exported.diagnostics], exported };
  }
  const { procedures, diagnostics } = chooseProcedures(names, packs, { asOf, jurisdiction });
  const several =
    procedures.length > 1 && out === undefined
      ? [
          diagnostic('bad-option', {
            option: 'ITEMS',
            value: names.join(' '),
            ...said('expected', {
              zh: '一个流程；多个流程请用 --out 指定文件夹',
              en: 'one procedure; several need a folder, --out',
            }),
          }),
        ]
      : [];
  const faults = [...diagnostics, ...several];
  if (hasErrors(faults)) return { faults, exported: undefined };
  const exported = await format.export(procedures, { lang, isPrint: print });
  return { faults, exported: { ...exported, left: diagnostics.length } };
}

/** Options that only mean something for charts, or for drawings. */
function checkForCharts(
  format: ExportFormat | undefined,
  { asOf, print }: ExportOptions,
): readonly Diagnostic[] {
  if (format === undefined) return [];
  const { name } = format;
  const misplaced = (option: string, formats: string): Diagnostic =>
    diagnostic('bad-option', {
      option: 'FORMAT',
      value: name,
      ...said('expected', {
        zh: `${option} 用于 ${formats}`,
        en: `${formats}, for ${option}`,
      }),
    });
  return [
    ...(asOf !== undefined && format.of !== 'procedures'
      ? [misplaced('--as-of', 'svg, bpmn, mermaid')]
      : []),
    ...(print === true && name !== 'svg' ? [misplaced('--print', 'svg')] : []),
  ];
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
