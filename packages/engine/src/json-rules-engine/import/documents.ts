import type { RecordType, StructType, Type } from '@qingdan/core';
import type { Authored } from './comparison.js';
import { isObject, type JsonObject, type RawRule } from './read-rules.js';

/** What the documents of an import say of where they come from, since no law is known. */
export function instrumentOf(id: string): Authored {
  return {
    kind: 'Instrument',
    id,
    title: {
      zh: '导入的 json-rules-engine 规则（法律依据待补）',
      en: 'Rules imported from json-rules-engine (their legal basis is to be found)',
    },
    level: 'CN',
    confidence: 'recalled',
  };
}

/** A rule as a prohibition. What it rests on isn't known, so that it is a suspicion. */
export function prohibitionOf(
  id: string,
  rule: RawRule,
  violatedWhen: Authored,
  {
    record,
    instrument,
    revision,
  }: { readonly record: string; readonly instrument: string; readonly revision: number },
): Authored {
  return {
    kind: 'Prohibition',
    id,
    ...(revision === 1 ? {} : { revision }),
    ...effectiveOf(rule),
    title: titleOf(rule),
    basis: [{ instrument, confidence: 'recalled' }],
    severity: 'minor',
    nature: 'suspicion',
    note: noteOf(rule.event),
    appliesTo: record,
    violatedWhen,
  };
}

/** When a rule of our own export holds; an end without date is open. */
function effectiveOf({ effective }: RawRule): Authored {
  const ends = Object.entries(effective ?? {}).filter(([, day]) => day !== null);
  return ends.length === 0 ? {} : { effective: Object.fromEntries(ends) };
}

function titleOf({ name, event }: RawRule): Authored {
  const params = isObject(event.params) ? event.params : {};
  const title = isObject(params.title) ? params.title : {};
  const said = (key: string): string =>
    typeof title[key] === 'string' && title[key] !== '' ? title[key] : name;
  return { zh: said('zh'), en: said('en') };
}

/** The event that the rule emits, kept as a text. */
function noteOf({ type, params }: JsonObject): Authored {
  const name = typeof type === 'string' ? type : JSON.stringify(type);
  const given = params === undefined ? undefined : JSON.stringify(params);
  return {
    zh: `json-rules-engine 的事件：${name}${given === undefined ? '' : `；参数：${given}`}`,
    en: `Event of json-rules-engine: ${name}${given === undefined ? '' : `; params: ${given}`}`,
  };
}

/** A kind of record as a document. */
export function recordDocument({ id, label, fields }: RecordType): Authored {
  return { kind: 'Record', id, label, register: true, fields: fieldsDocument(fields) };
}

function fieldsDocument({ fields }: StructType): Authored {
  return Object.fromEntries(
    fields.map(({ name, type, label }) => [name, { ...typeDocument(type), label }]),
  );
}

function typeDocument(type: Type): Authored {
  if (type.kind === 'struct') return { type: 'struct', fields: fieldsDocument(type.struct) };
  if (type.kind === 'list') return { type: 'list', items: typeDocument(type.items) };
  return { type: type.kind };
}
