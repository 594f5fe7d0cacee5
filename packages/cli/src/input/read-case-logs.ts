import { stat } from 'node:fs/promises';
import type { CaseLog, Diagnostic, RecordNode, RecordType } from '@qingdan/core';
import { diagnostic } from '@qingdan/core';
import { decodeUtf8, tableFormatOf } from '@qingdan/input';
import type { ReadCaseMapping, StepName } from '@qingdan/input/cases';
import type { Vocabulary } from '@qingdan/input/tables';
import { besideTable } from './find-mapping.js';
import type { InputDigests } from './input-digests.js';
import { cannotRead, chunksOf, MIB, readWithin } from './system.js';

export interface LogOptions {
  /** The procedure of cases that don't say theirs. */
  readonly procedure?: string;
  /** By the id of each procedure. */
  readonly steps: ReadonlyMap<string, readonly StepName[]>;
  /** Of the cases of each procedure. */
  readonly fields: ReadonlyMap<string, RecordType>;
  readonly kinds: ReadonlyMap<string, RecordType>;
  readonly words: Vocabulary;
  /** `--mapping`, for tables of events. */
  readonly mapping?: string;
  /** In which names of persons are looked up. */
  readonly registers: readonly RecordNode[];
  /** Reads logs case by case where that will do, so that no more than one need be held. */
  readonly inTurn?: boolean;
}

/** The cases of logs of events, as they come from the disk. What can't be read is reported; the rest stands. */
export async function readCaseLogs(
  files: readonly string[],
  options: LogOptions,
  digests: InputDigests,
  onCase: (log: CaseLog) => void,
): Promise<readonly Diagnostic[]> {
  if (files.length === 0) return [];
  // Who checks records only needs none of it.
  const { readCases, resolveCaseNames, standTogether } = await import('@qingdan/input/cases');
  const diagnostics: Diagnostic[] = [];
  const { steps, fields, words } = options;
  for (const file of files) {
    try {
      const read = await mappingOf(file, options, digests);
      for (const item of read?.diagnostics ?? []) diagnostics.push(item);
      // A part of a mapping that is wrong costs columns; a mapping that is wrong costs the table.
      if (read !== undefined && read.mapping === undefined) continue;
      const { mapping, organisation, procedure = options.procedure } = read ?? {};
      const logs: CaseLog[] = [];
      const hasNames = mapping?.resolve !== undefined && mapping.resolve.size > 0;
      const reading = {
        steps,
        fields,
        words,
        ...(procedure === undefined ? {} : { procedure }),
        ...(organisation === undefined ? {} : { organisation }),
        ...(mapping === undefined ? {} : { mapping }),
      };
      // What is no file on the disk can be read but once.
      const together =
        options.inTurn === true &&
        !hasNames &&
        (await stat(file)).isFile() &&
        (await standTogether({ file, chunks: chunksOf(file, { highWaterMark: MIB }) }, reading));
      const { diagnostics: faults } = await readCases(
        { file, chunks: digests.through(file, chunksOf(file, { highWaterMark: MIB })) },
        { ...reading, together },
        hasNames ? (log) => logs.push(log) : onCase,
      );
      for (const item of faults) diagnostics.push(item);
      if (mapping === undefined || !hasNames) continue;
      const named = resolveCaseNames(logs, mapping, file, options.registers);
      for (const item of named.diagnostics) diagnostics.push(item);
      named.logs.forEach(onCase);
    } catch (error) {
      diagnostics.push(cannotRead(file, error));
    }
  }
  return diagnostics;
}

/** The mapping of a table of events: that of the command, else what stands beside it. Other logs have none. */
async function mappingOf(
  file: string,
  { mapping, procedure, steps, fields, kinds }: LogOptions,
  digests: InputDigests,
): Promise<ReadCaseMapping | undefined> {
  if (tableFormatOf(file.replace(/\.gz$/i, '')) === undefined) return undefined;
  const path = mapping ?? (await besideTable(file));
  if (path === undefined) return undefined;
  const bytes = await readWithin(path, MIB);
  if (!(bytes instanceof Uint8Array)) return { diagnostics: [bytes] };
  digests.add(path, bytes);
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return { diagnostics: [diagnostic('not-utf8', {}, undefined, { file: path })] };
  }
  const { readCaseMapping } = await import('@qingdan/input/cases');
  const names = { kinds, steps, fields, ...(procedure === undefined ? {} : { procedure }) };
  return readCaseMapping(text, path, names);
}

/** Whether the mapping of the command is of a table of events, and not of records. */
export async function isMappingOfEvents(path: string): Promise<boolean> {
  const bytes = await readWithin(path, MIB);
  const text = bytes instanceof Uint8Array ? decodeUtf8(bytes) : undefined;
  if (text === undefined) return false;
  const { isCaseMapping } = await import('@qingdan/input/cases');
  return isCaseMapping(text);
}
