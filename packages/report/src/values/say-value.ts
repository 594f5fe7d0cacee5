import {
  Duration,
  type DurationUnit,
  type Exact,
  isExact,
  isRecordNode,
  isStruct,
  NONE,
  Period,
  type Privacy,
  Range,
  type RecordNode,
  type Struct,
  type Type,
  type Value,
} from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { escapeText } from './escape.js';
import { maskNumbers, maskPerson, maskRecordId, maskText } from './mask.js';
import { sayDay, sayDays, sayInstant } from './say-date.js';
import { sayDuration, sayLength } from './say-duration.js';
import { sayExact, sayMoney } from './say-number.js';
import { sayRatio } from './say-ratio.js';
import type { Voice } from './voice.js';

/** How many members of a list are named. */
const SHOWN = 8;

export interface ValueHints {
  readonly privacy?: Privacy;
  /** Of a number: as its field gives it. */
  readonly unit?: string;
  /** Of a number of days, months or years. */
  readonly counts?: DurationUnit;
}

/** A value for people, in the form of its type; masked by its class of privacy. */
export function sayValue(value: Value, type: Type, voice: Voice, hints: ValueHints = {}): string {
  const { lang, unmask } = voice;
  if (value === undefined) return say(lang, 'value.unknown');
  if (value === NONE) return say(lang, 'value.none');
  if (hints.privacy === 'secret') return say(lang, 'value.withheld');
  if (Array.isArray(value)) return sayMembers(value as readonly Value[], type, voice, hints);
  if (isStruct(value)) return sayStruct(value, voice);
  if (isRecordNode(value)) return sayRecord(value, voice);
  if (hints.privacy === 'personal' && !unmask) return sayMasked(value, type);
  switch (type.kind) {
    case 'money':
      return sayQuantity(value, voice, (exact) => sayMoney(exact, lang, hints.unit));
    case 'ratio':
      return sayQuantity(value, voice, (exact) => sayRatio(exact, lang));
    case 'number':
    case 'integer':
      return sayQuantity(value, voice, (exact) => sayNumber(exact, voice, hints));
    case 'date':
      return typeof value === 'number'
        ? sayDay(value, lang)
        : value instanceof Range
          ? sayDays(value, lang)
          : sayPlain(value, voice);
    case 'instant':
      return sayQuantity(value, voice, (exact) =>
        typeof exact === 'number' ? sayInstant(exact, lang) : sayExact(exact),
      );
    case 'enum': {
      const { values } = type;
      return typeof value === 'string'
        ? (values.get(value)?.[lang] ?? escapeText(value))
        : sayPlain(value, voice);
    }
    case 'role':
      return sayNamed(value, voice.policy.roles, voice);
    case 'body':
      return sayNamed(value, voice.policy.bodies, voice);
    case 'person':
      return typeof value === 'string'
        ? escapeText(unmask ? value : maskPerson(value))
        : sayPlain(value, voice);
    case 'list':
    case 'set': {
      const { items } = type;
      return sayValue(value, items, voice, hints);
    }
    case 'boolean':
    case 'text':
    case 'duration':
    case 'period':
    case 'organisation':
    case 'ref':
    case 'struct':
    case 'record':
      return sayPlain(value, voice);
  }
}

/** `支出 E-2` */
export function sayRecord(record: RecordNode, { lang, unmask }: Voice): string {
  const id = escapeText(maskRecordId(record, unmask));
  return say(lang, 'record', { kind: record.record.label[lang], id });
}

function sayPlain(value: Value, voice: Voice): string {
  const { lang } = voice;
  if (typeof value === 'boolean') return say(lang, value ? 'value.yes' : 'value.no');
  if (typeof value === 'string') return escapeText(voice.unmask ? value : maskNumbers(value));
  if (value instanceof Duration) return sayDuration(value, lang);
  if (value instanceof Period) return sayPeriod(value, voice);
  return sayQuantity(value, voice, sayExact);
}

function sayMembers(
  members: readonly Value[],
  type: Type,
  voice: Voice,
  hints: ValueHints,
): string {
  if (members.length === 0) return say(voice.lang, 'value.none');
  const items = type.kind === 'list' || type.kind === 'set' ? type.items : type;
  const shown = members.slice(0, SHOWN).map((member) => sayValue(member, items, voice, hints));
  return members.length > SHOWN
    ? say(voice.lang, 'list.more', {
        list: shown.join(say(voice.lang, 'list.comma')),
        count: String(members.length),
      })
    : sayList(voice.lang, shown);
}

function sayStruct(struct: Struct, voice: Voice): string {
  const { lang } = voice;
  const parts = struct.type.fields.flatMap(({ label, type, privacy, unit }, slot) => {
    const value = struct.values[slot];
    if (value === undefined) return [];
    const hints = { privacy, ...(unit === undefined ? {} : { unit: unit[lang] }) };
    return [
      say(lang, 'struct.field', { label: label[lang], value: sayValue(value, type, voice, hints) }),
    ];
  });
  return parts.length === 0 ? say(lang, 'value.unknown') : parts.join(say(lang, 'list.comma'));
}

/** A person's id stays a key; of texts the ends show; of anything else nothing does. */
function sayMasked(value: Value, type: Type): string {
  if (typeof value !== 'string') return '***';
  const items = type.kind === 'list' || type.kind === 'set' ? type.items : type;
  if (items.kind === 'person') return escapeText(maskPerson(value));
  return items.kind === 'text' ? escapeText(maskText(value)) : '***';
}

function sayQuantity(value: Value, { lang }: Voice, print: (exact: Exact) => string): string {
  if (isExact(value)) return print(value);
  if (!(value instanceof Range)) return '…';
  const { low, high } = value;
  if (low !== undefined && high !== undefined)
    return say(lang, 'range.both', { low: print(low), high: print(high) });
  if (low !== undefined) return say(lang, 'range.low', { low: print(low) });
  return high === undefined
    ? say(lang, 'value.unknown')
    : say(lang, 'range.high', { high: print(high) });
}

function sayNumber(exact: Exact, { lang }: Voice, { unit, counts }: ValueHints): string {
  const number = sayExact(exact);
  if (counts !== undefined) return sayLength(number, counts, lang);
  return unit === undefined ? number : say(lang, 'number.unit', { number, unit });
}

function sayNamed(
  value: Value,
  names: ReadonlyMap<string, { readonly title: { readonly zh: string; readonly en: string } }>,
  voice: Voice,
): string {
  return typeof value === 'string'
    ? (names.get(value)?.title[voice.lang] ?? escapeText(value))
    : sayPlain(value, voice);
}

function sayPeriod({ from, until }: Period, voice: Voice): string {
  const day = (end: Value): string => sayValue(end, { kind: 'date' }, voice);
  return until === NONE
    ? say(voice.lang, 'period.open', { from: day(from) })
    : say(voice.lang, 'period.both', { from: day(from), until: day(until) });
}
