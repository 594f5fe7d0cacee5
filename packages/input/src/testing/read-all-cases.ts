import { type CaseLog, severityOf } from '@qingdan/core';
import type { CaseOptions, ReadCases } from '../cases/case-options.js';
import { readCases } from '../cases/read-cases.js';

export interface AllCases extends ReadCases {
  readonly logs: readonly CaseLog[];
  /** `3:7 wrong-type`, warnings and notes marked by `?`. */
  readonly faults: readonly string[];
}

/** All cases of a log that is in memory, handed to the reader in pieces. */
export async function readAllCases(
  file: string,
  content: string | Uint8Array,
  options: CaseOptions = {},
  size = 64 * 1024,
): Promise<AllCases> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const logs: CaseLog[] = [];
  const read = await readCases({ file, chunks }, options, (log) => logs.push(log));
  const faults = read.diagnostics.map((item) => {
    const mark = severityOf(item) === 'error' ? '' : '?';
    const { span } = item;
    if (span === undefined) return `${mark}${item.name}`;
    const { line, column } = span.source.position(span.start);
    return `${mark}${line}:${column} ${item.name}`;
  });
  return { ...read, logs, faults };
}
