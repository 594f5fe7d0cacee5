import { type Diagnostic, diagnostic, type RecordType } from '@qingdan/core';
import { type DatasetMapping, decodeUtf8, type ReadOptions } from '@qingdan/input';
import type { Mapping, ReadMapping, Vocabulary } from '@qingdan/input/tables';
import { besideTable, stemOf } from './find-mapping.js';
import type { Gathered } from './gather-records.js';
import type { InputDigests } from './input-digests.js';
import { cannotRead, chunksOf, MIB, readWithin } from './system.js';

/** What a run knows of its tables beside their files. */
export interface TableSettings {
  /** `--mapping` */
  readonly mapping?: string;
  readonly words: Vocabulary;
}

/** Where the mapping of a table is: a path, the mapping itself, or whatever stands beside the table. */
export type MappingPlace = string | DatasetMapping | undefined;

/** Reads one CSV or XLSX file by its mapping, as it comes from the disk. */
export async function readTableFile(
  file: string,
  place: MappingPlace,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
  gathered: Gathered,
  words: Vocabulary,
): Promise<void> {
  const { files, records, diagnostics, lost, names, digests, onRead } = gathered;
  files.push(file);
  const lose = (lostKinds: ReadonlySet<string | undefined>): void => {
    if (lostKinds.size > 0) lost.push({ file, kinds: lostKinds });
  };
  const faults: Diagnostic[] = [];
  const mapping = await loadMapping(file, place, kinds, options.kind, faults, digests);
  for (const item of faults) diagnostics.push(item);
  // A part of a mapping that is wrong costs fields; a mapping that is wrong costs the table.
  if (mapping === undefined) {
    lose(new Set([options.kind]));
    return;
  }
  let kindsLost: ReadonlySet<string | undefined> = new Set();
  const { readTable } = await import('@qingdan/input/tables');
  const { seen, organisation } = options;
  const settings = {
    words,
    ...(seen === undefined ? {} : { seen }),
    ...(organisation === undefined ? {} : { organisation }),
  };
  try {
    const table = { file, chunks: digests.through(file, chunksOf(file)) };
    for await (const read of readTable(table, mapping, kinds, settings)) {
      for (const record of read.records) records.push(record);
      for (const item of read.diagnostics) diagnostics.push(item);
      for (const name of read.names) names.push(name);
      kindsLost = read.lost;
      onRead(read.records.length);
    }
  } catch (error) {
    diagnostics.push(cannotRead(file, error));
    kindsLost = new Set([mapping.record.id]);
  }
  lose(kindsLost);
}

async function loadMapping(
  file: string,
  place: MappingPlace,
  kinds: ReadonlyMap<string, RecordType>,
  kind: string | undefined,
  faults: Diagnostic[],
  digests: InputDigests,
): Promise<Mapping | undefined> {
  const { bindMapping, readMapping } = await import('@qingdan/input/tables');
  const bound = (read: ReadMapping): Mapping | undefined => {
    faults.push(...read.diagnostics);
    return read.mapping;
  };
  if (typeof place === 'object') return bound(bindMapping(place, kinds, kind));
  const path = place ?? (await besideTable(file));
  if (path === undefined) {
    const mapping = `${stemOf(file)}.mapping.yaml`;
    faults.push(diagnostic('no-mapping', { file, mapping }, undefined, { file }));
    return undefined;
  }
  const bytes = await readWithin(path, MIB);
  if (!(bytes instanceof Uint8Array)) {
    faults.push(bytes);
    return undefined;
  }
  digests.add(path, bytes);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return bound(readMapping(text, path, kinds, kind));
  faults.push(diagnostic('not-utf8', {}, undefined, { file: path }));
  return undefined;
}
