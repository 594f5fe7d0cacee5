import { diagnostic, type Diagnostic, hasErrors, type Language } from '@qingdan/core';
import { tableFormatOf } from '@qingdan/input';
import type { SuggestedCaseMapping } from '@qingdan/input/cases';
import type { Packs } from '@qingdan/sdk';
import type { Io } from '../io.js';
import { renderDiagnostics } from '../output/diagnostics.js';
import type { Config } from '../packs/config.js';
import { loadPacksInUse } from '../packs/load-chosen.js';
import { STATUS, type Status } from '../status.js';
import { fieldsOf } from './fields-of-cases.js';
import { cannotRead, chunksOf } from './system.js';
import { wordsOf } from './words.js';

/** `qingdan check --suggest-mapping`: proposes a mapping for a table of records or of events. */
export async function suggestMappingOf(
  file: string,
  packsAsked: readonly string[] | undefined,
  config: Config,
  language: Language,
  io: Io,
  procedure?: string,
): Promise<Status> {
  const { packs, diagnostics } = await loadPacksInUse(packsAsked, config);
  const { text, faults } = await suggest();
  const found = [...config.diagnostics, ...diagnostics, ...faults];
  io.stderr(renderDiagnostics(found, language));
  if (text !== undefined) io.stdout(text);
  return hasErrors(found) || text === undefined ? STATUS.bad : STATUS.ok;

  async function suggest(): Promise<{ text?: string; faults: readonly Diagnostic[] }> {
    if (tableFormatOf(file) === undefined) {
      return { faults: [diagnostic('unknown-format', { file }, undefined, { file })] };
    }
    try {
      const events = await suggestOfEvents(file, packs, procedure);
      if (events.text !== undefined || events.diagnostics.length > 0)
        return { ...events, faults: events.diagnostics };
      const { suggestMapping } = await import('@qingdan/input/tables');
      const table = { file, chunks: chunksOf(file) };
      const suggested = await suggestMapping(table, packs.records, wordsOf(packs));
      return { ...suggested, faults: suggested.diagnostics };
    } catch (error) {
      return { faults: [cannotRead(file, error)] };
    }
  }
}

/** Nothing where the table is of records. */
async function suggestOfEvents(
  file: string,
  packs: Packs,
  procedure: string | undefined,
): Promise<SuggestedCaseMapping> {
  const { suggestCaseMapping } = await import('@qingdan/input/cases');
  const table = { file, chunks: chunksOf(file) };
  return suggestCaseMapping(table, {
    procedures: packs.library.procedures,
    isUsual: (procedure) => packs.isUsual(procedure),
    fields: fieldsOf(packs),
    kinds: packs.records,
    words: wordsOf(packs),
    ...(procedure === undefined ? {} : { procedure }),
  });
}
