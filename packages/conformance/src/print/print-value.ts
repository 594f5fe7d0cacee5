import {
  Duration,
  isQuantity,
  isRecordNode,
  isStruct,
  NONE,
  Period,
  printDate,
  printDuration,
  printExact,
  Range,
  type RecordNode,
  type Struct,
  type Type,
  type Value,
} from '@qingdan/core';

/** A value as people read it; a type tells days from amounts. */
export function printValue(value: Value, type?: Type): string {
  if (value === undefined) return 'unknown';
  if (value === NONE) return 'none';
  if (value instanceof Range) {
    const end = (bound: Range['low']) => (bound === undefined ? '…' : printValue(bound, type));
    return `${end(value.low)}..${end(value.high)}`;
  }
  if (isQuantity(value)) {
    return type?.kind === 'date' && typeof value === 'number'
      ? printDate(value)
      : `${printExact(value)}${type?.kind === 'money' ? ' fen' : ''}`;
  }
  if (value instanceof Duration) return printDuration(value);
  if (value instanceof Period) {
    const end = (day: Value) => printValue(day, { kind: 'date' });
    return `{from: ${end(value.from)}, until: ${end(value.until)}}`;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (value instanceof Array) return printList(value, type);
  if (isRecordNode(value)) return `${value.record.id} ${value.id}`;
  return isStruct(value) ? `{${printFields(value)}}` : '?';
}

function printList(list: readonly Value[], type: Type | undefined): string {
  const items = type?.kind === 'list' || type?.kind === 'set' ? type.items : undefined;
  return `[${list.map((item) => printValue(item, items)).join(', ')}]`;
}

/** Unknown fields are left out: they are absent. */
function printFields({ type, values }: Struct): string {
  return type.fields
    .flatMap(({ name, type: field }, slot) => {
      const value = values[slot];
      return value === undefined ? [] : [`${name}: ${printValue(value, field)}`];
    })
    .join(', ');
}

export function printRecord(record: RecordNode): string {
  return `  ${record.record.id} ${record.id} of ${record.organisation ?? 'unknown'}: {${printFields(record.fields)}}`;
}
