import {
  Duration,
  type Exact,
  Fraction,
  isExact,
  isRecordNode,
  isStruct,
  NONE,
  Period,
  printDate,
  printDateRange,
  printDuration,
  printExact,
  type Privacy,
  Range,
  type Type,
  type Value,
  dayOfInstant,
} from '@qingdan/core';
import { maskNumbers, maskPerson, maskRecordId, maskText } from './mask.js';
import { timeOf } from './say-date.js';
import { printMoney } from './say-number.js';

/** A value in the JSON report: written as records write it. `null` is unknown, `{ "none": true }` known to be none. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/** A value as records write it, masked by its class of privacy. */
export function plainValue(
  value: Value,
  type: Type,
  privacy: Privacy = 'public',
  unmask = false,
): PlainValue {
  if (value === undefined) return null;
  if (value === NONE) return { none: true };
  if (privacy === 'secret') return '***';
  if (Array.isArray(value)) {
    const items = type.kind === 'list' || type.kind === 'set' ? type.items : type;
    return (value as readonly Value[]).map((member) => plainValue(member, items, privacy, unmask));
  }
  if (isStruct(value)) {
    return Object.fromEntries(
      value.type.fields.flatMap((field, slot) => {
        const part = value.values[slot];
        return part === undefined
          ? []
          : [[field.name, plainValue(part, field.type, field.privacy, unmask)]];
      }),
    );
  }
  if (isRecordNode(value)) return { kind: value.record.id, id: maskRecordId(value, unmask) };
  if (typeof value === 'string') return plainText(value, type, privacy, unmask);
  if (privacy === 'personal' && !unmask) return '***';
  if (typeof value === 'boolean') return value;
  if (value instanceof Duration) return printDuration(value);
  if (value instanceof Period) {
    return {
      from: plainValue(value.from, DATE),
      until: value.until === NONE ? 'none' : plainValue(value.until, DATE),
    };
  }
  if (isExact(value)) return plainExact(value, type);
  return value instanceof Range ? plainRange(value, type) : null;
}

const DATE: Type = { kind: 'date' };

function plainText(text: string, type: Type, privacy: Privacy, unmask: boolean): string {
  if (unmask) return text;
  if (type.kind === 'person') return maskPerson(text);
  if (privacy === 'personal') return type.kind === 'text' ? maskText(text) : '***';
  return type.kind === 'text' ? maskNumbers(text) : text;
}

function plainExact(value: Exact, type: Type): PlainValue {
  if (type.kind === 'money') return printMoney(value);
  if (value instanceof Fraction) return printExact(value);
  if (type.kind === 'date') return printDate(value);
  if (type.kind === 'instant') return `${printDate(dayOfInstant(value))}T${timeOf(value)}+08:00`;
  return value;
}

/** `2026-02` for a month; else what is known of the ends. */
function plainRange(range: Range, type: Type): PlainValue {
  const { low, high } = range;
  if (type.kind === 'date' && typeof low === 'number' && typeof high === 'number') {
    const text = printDateRange(range);
    if (!text.includes('.')) return text;
  }
  return {
    ...(low === undefined ? {} : { atLeast: plainExact(low, type) }),
    ...(high === undefined ? {} : { atMost: plainExact(high, type) }),
  };
}
