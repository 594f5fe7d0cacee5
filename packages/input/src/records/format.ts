export type RecordFormat = 'json' | 'jsonl' | 'yaml';

const FORMATS: ReadonlyMap<string, RecordFormat> = new Map([
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
]);

/** How a file of records is written, by the end of its name. */
export function formatOf(file: string): RecordFormat | undefined {
  const ending = /\.([A-Za-z]+)$/.exec(file)?.[1];
  return ending === undefined ? undefined : FORMATS.get(ending.toLowerCase());
}
