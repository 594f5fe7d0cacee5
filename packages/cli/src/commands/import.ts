import { type Diagnostic, diagnostic, hasErrors, type Language, nearestHint } from '@qingdan/core';
import { type ImportedRules, importRules } from '@qingdan/engine/json-rules-engine';
import { decodeUtf8 } from '@qingdan/input';
import { renderPolicy } from '@qingdan/language';
import { packFiles } from '../import/pack-files.js';
import { MIB, readWithin } from '../input/system.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkPackName } from '../options/pack-name.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeNew } from '../output/write-new.js';
import { findConfig } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { packDeclaring } from '../packs/pack-declaring.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface ImportCommandOptions {
  readonly pack: string;
  readonly record: string;
  readonly out?: string;
  readonly packs?: readonly string[];
  readonly lang?: Language;
}

const FORMATS = ['json-rules-engine'];
/** Says that the kind of record is to be made from the facts that are seen. */
const NEW = 'new';

/** `qingdan import`: rules of another engine as prohibitions of a pack. What is refused is named; the others are written. */
export async function runImportCommand(
  format: string,
  file: string,
  options: ImportCommandOptions,
  io: Io,
): Promise<Status> {
  const config = await findConfig();
  const lang = languageOf(options.lang, config.lang, io.env);
  const refuse = (faults: readonly Diagnostic[]): Status => {
    io.stderr(renderDiagnostics(faults, lang));
    return STATUS.bad;
  };
  const misused = checkOptions(format, options);
  if (misused.length > 0) return refuse(misused);
  const { packs, diagnostics, folders } = await loadPacksInUse(options.packs, config);
  const faults = [...config.diagnostics, ...diagnostics];
  const record = packs.records.get(options.record);
  if (record === undefined && options.record !== NEW) {
    const known = [...packs.records.keys(), NEW];
    const expected = `${known.join(', ')}${nearestHint(options.record, known)}`;
    return refuse([
      ...faults,
      diagnostic('bad-option', { option: '--record', value: options.record, expected }),
    ]);
  }
  const text = await readText(file);
  if (typeof text !== 'string') return refuse([...faults, text]);
  const imported = importRules(text, {
    file,
    pack: options.pack,
    ...(record === undefined ? {} : { record }),
  });
  const found = [...faults, ...imported.diagnostics];
  const below = record === undefined ? undefined : await packDeclaring(record.id, folders);
  if (options.out === undefined) io.stdout(renderAll(imported.value));
  else if (imported.value.prohibitions.length > 0) {
    const files = await packFiles(options.out, options.pack, imported.value, below);
    const unwritten = await writeNew(options.out, files);
    if (unwritten !== undefined) return refuse([...found, unwritten]);
    io.stdout(`${renderWritten(imported.value.prohibitions.length, options.out, lang)}\n`);
  }
  io.stderr(renderDiagnostics(found, lang));
  return hasErrors(found) ? STATUS.bad : STATUS.ok;
}

function checkOptions(format: string, { pack }: ImportCommandOptions): readonly Diagnostic[] {
  const expected = `${FORMATS.join(', ')}${nearestHint(format, FORMATS)}`;
  return [
    ...(FORMATS.includes(format)
      ? []
      : [diagnostic('bad-option', { option: 'FORMAT', value: format, expected })]),
    ...checkPackName('--pack', pack),
  ];
}

async function readText(file: string): Promise<string | Diagnostic> {
  const bytes = await readWithin(file, 16 * MIB);
  if (!(bytes instanceof Uint8Array)) return bytes;
  return decodeUtf8(bytes) ?? diagnostic('not-utf8', {}, undefined, { file });
}

/** Every document in one text, where no folder was asked for. */
function renderAll(imported: ImportedRules): string {
  const { instruments, records, conditions, prohibitions } = imported;
  if (prohibitions.length === 0) return '';
  return renderPolicy([...instruments, ...records, ...conditions, ...prohibitions]);
}

function renderWritten(items: number, folder: string, lang: Language): string {
  const out = plain(folder);
  return lang === 'zh'
    ? `已写入 ${out}：${items}个负面清单条目`
    : `${out}: ${items} prohibition${items === 1 ? '' : 's'} written`;
}
