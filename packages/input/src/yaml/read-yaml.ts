import { type Diagnostic, diagnostic, type RecordNode, type RecordType } from '@qingdan/core';
import { FaultLog } from '../faults/fault-log.js';
import { collectRaws } from '../records/collect-raws.js';
import { readRawRecords, type ReadOptions, type ReadRecords } from '../records/read-raw-records.js';
import { SeenRecords } from '../records/seen-records.js';
import { parseYaml } from './parse-yaml.js';

/** The records of a YAML file: its documents, each a record, a list of records or `{ records: […] }`. */
export function readYaml(
  text: string,
  file: string,
  kinds: ReadonlyMap<string, RecordType>,
  options: ReadOptions,
): ReadRecords {
  const parsed = parseYaml(text, file);
  const shared = { seen: new SeenRecords(), ...options };
  const records: RecordNode[] = [];
  const log = new FaultLog(file);
  const diagnostics: Diagnostic[] = parsed.diagnostics.filter((item) => log.admits(item));
  const lost = new Set<string | undefined>();
  // Of a key that stands twice neither value is read; anything else may have cost a record.
  if (parsed.diagnostics.some(({ name }) => name !== 'duplicate-key')) lost.add(options.kind);
  for (const document of parsed.documents) {
    if (log.isInVain) break;
    const { values, pathOf, unknown } = collectRaws(document.value);
    for (const { key, fault } of unknown) {
      lost.add(options.kind);
      if (!log.admits(fault)) continue;
      diagnostics.push(diagnostic(fault.name, fault.params, document.spanOf([key], true)));
    }
    const raws = function* () {
      for (const [index, value] of values.entries()) {
        const path = pathOf(index);
        const { source, start } = document.spanOf(path);
        yield { value, path, line: source.position(start).line };
      }
    };
    const read = readRawRecords(
      {
        file,
        raws: raws(),
        log,
        locate: (wanted) => wanted.map(({ path, key }) => document.spanOf(path, key)),
      },
      kinds,
      shared,
    );
    records.push(...read.records);
    diagnostics.push(...read.diagnostics);
    for (const kind of read.lost) lost.add(kind);
  }
  return { records, diagnostics: [...diagnostics, ...log.rest()], lost };
}
