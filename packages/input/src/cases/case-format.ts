import { tableFormatOf } from '../tables/sheet/table-format.js';
import type { CaseFormat } from './case-options.js';

/** So many bytes show what a file is. */
export const HEAD_BYTES = 8192;

/** Packed by gzip, whatever its name. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

const ENDINGS: ReadonlyMap<string, CaseFormat> = new Map<string, CaseFormat>([
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['xes', 'xes'],
  ['jsonocel', 'ocel-json'],
  ['xmlocel', 'ocel-xml'],
]);

/** How a log is written, by the end of its name and, where that doesn't tell, by how it begins. */
export function caseFormatOf(file: string, head: Uint8Array): CaseFormat | undefined {
  const name = file.replace(/\.gz$/i, '');
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ENDINGS.get(ending);
  if (known !== undefined) return known;
  if (tableFormatOf(name) !== undefined) return 'table';
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('<')) return formatOfXml(text);
  if (text.startsWith('{') && /"(objectTypes|eventTypes)"/.test(text)) return 'ocel-json';
  if (ending === 'json') return 'ocel-json';
  return text.startsWith('{') ? 'jsonl' : undefined;
}

function formatOfXml(text: string): CaseFormat | undefined {
  if (/<(object-types|event-types|objects|events)\b/.test(text)) return 'ocel-xml';
  return /<([\w-]+:)?log\b/.test(text) ? 'xes' : undefined;
}
