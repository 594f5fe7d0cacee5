import { type Diagnostic, type RecordNode, renderDiagnostic, type RecordType } from '@qingdan/core';
import { readMapping } from '../tables/mapping/read-mapping.js';
import { type PendingName, readTable } from '../tables/read-table.js';
import { KINDS } from './kinds.js';

/** Reads a whole table by a sound mapping. */
export async function readWhole(
  content: string | Uint8Array,
  mapping: string,
  file = 'ledger.csv',
  kinds: ReadonlyMap<string, RecordType> = KINDS,
) {
  const bound = readMapping(mapping, 'ledger.mapping.yaml', kinds);
  if (bound.mapping === undefined || bound.diagnostics.length > 0) {
    throw new Error(messagesOf(bound.diagnostics).join('\n'));
  }
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const records: RecordNode[] = [];
  const diagnostics: Diagnostic[] = [];
  const names: PendingName[] = [];
  let lost: ReadonlySet<string | undefined> = new Set();
  const words = { roles: new Map([['clerk', { zh: '文书', en: 'clerk' }]]), bodies: new Map() };
  for await (const part of readTable({ file, chunks: [bytes] }, bound.mapping, kinds, { words })) {
    records.push(...part.records);
    diagnostics.push(...part.diagnostics);
    names.push(...part.names);
    lost = part.lost;
  }
  return { records, names, messages: messagesOf(diagnostics), lost: [...lost] };
}

/** `2:3 QD5331 …` */
export function messagesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((item) => {
    const { code, message, range } = renderDiagnostic(item, 'en');
    return `${range?.start.line ?? '-'}:${range?.start.column ?? '-'} ${code} ${message}`;
  });
}

/** The fields of a record that have a value, as JSON. */
export function valuesOf({ fields }: RecordNode): Record<string, unknown> {
  return Object.fromEntries(
    fields.type.fields.flatMap(({ name }, slot) => {
      const value = fields.values[slot];
      if (value === undefined) return [];
      const text = JSON.stringify(value, (_key, item: unknown) =>
        typeof item === 'symbol' ? 'NONE' : typeof item === 'bigint' ? String(item) : item,
      ) as string | undefined;
      return [[name, text === undefined ? 'NONE' : (JSON.parse(text) as unknown)]];
    }),
  );
}
