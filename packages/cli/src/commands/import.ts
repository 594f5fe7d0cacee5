import { type Diagnostic, diagnostic, hasErrors, type Language, nearestHint } from '@qingdan/core';
import { decodeUtf8 } from '@qingdan/input';
import { renderPolicy } from '@qingdan/language';
import type { Imported } from '../import/imported.js';
import { importModelFile } from '../import/import-model.js';
import { importRuleFile } from '../import/import-rules.js';
import { packFiles } from '../import/pack-files.js';
import { MIB, readWithin } from '../input/system.js';
import type { Io } from '../io.js';
import { languageOf } from '../language.js';
import { checkPackName } from '../options/pack-name.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import { writeNew } from '../output/write-new.js';
import { type Config, findConfig } from '../packs/config.js';
import { STATUS, type Status } from '../status.js';
import { plain } from '../text/plain.js';

export interface ImportCommandOptions {
  readonly pack: string;
  /** Of json-rules-engine. */
  readonly record?: string;
  /** Of declare: the id that the procedure is to have. */
  readonly procedure?: string;
  readonly out?: string;
  readonly packs?: readonly string[];
  readonly lang?: Language;
}

const RULES = 'json-rules-engine';
const DECLARE = 'declare';
const FORMATS = [RULES, DECLARE];

/** `qingdan import`: what other engines check as items of a pack. What is refused is named; the others are written. */
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
  const imported = await importFile(format, file, options, config);
  if (!('documents' in imported)) return refuse([...config.diagnostics, ...imported]);
  const { documents, told, diagnostics } = imported;
  const found = [...config.diagnostics, ...diagnostics];
  if (options.out === undefined) io.stdout(renderPolicy(Object.values(documents).flat()));
  else if (told !== undefined) {
    const files = await packFiles(options.out, options.pack, imported);
    const unwritten = await writeNew(options.out, files);
    if (unwritten !== undefined) return refuse([...found, unwritten]);
    const out = plain(options.out);
    io.stdout(lang === 'zh' ? `已写入 ${out}：${told.zh}\n` : `${out}: ${told.en}\n`);
  }
  io.stderr(renderDiagnostics(found, lang));
  return hasErrors(found) ? STATUS.bad : STATUS.ok;
}

function importFile(
  format: string,
  file: string,
  { pack, record = '', procedure, packs }: ImportCommandOptions,
  config: Config,
): Promise<Imported | readonly Diagnostic[]> {
  const read = (): Promise<string | Diagnostic> => readText(file);
  return format === DECLARE
    ? importModelFile(read, file, { pack, ...(procedure === undefined ? {} : { procedure }) })
    : importRuleFile(
        read,
        file,
        { pack, record, ...(packs === undefined ? {} : { packs }) },
        config,
      );
}

function checkOptions(
  format: string,
  { pack, record, procedure, packs }: ImportCommandOptions,
): readonly Diagnostic[] {
  const named = checkPackName('--pack', pack);
  if (!FORMATS.includes(format)) {
    const expected = `${FORMATS.join(', ')}${nearestHint(format, FORMATS)}`;
    return [diagnostic('bad-option', { option: 'FORMAT', value: format, expected }), ...named];
  }
  const useless = (given: Readonly<Record<string, unknown>>): readonly Diagnostic[] =>
    Object.entries(given).flatMap(([option, value]) =>
      value === undefined ? [] : [diagnostic('conflicting-options', { option, other: format })],
    );
  if (format === DECLARE) {
    return [
      ...named,
      ...useless({ '--record': record, '--packs': packs }),
      ...(procedure === undefined ? [] : checkPackName('--procedure', procedure, 'loan')),
    ];
  }
  return [
    ...named,
    ...(record === undefined ? [diagnostic('missing-option', { option: '--record' })] : []),
    ...useless({ '--procedure': procedure }),
  ];
}

async function readText(file: string): Promise<string | Diagnostic> {
  const bytes = await readWithin(file, 16 * MIB);
  if (!(bytes instanceof Uint8Array)) return bytes;
  return decodeUtf8(bytes) ?? diagnostic('not-utf8', {}, undefined, { file });
}
