import { diagnostic, said, shapeText } from '@qingdan/core';
import { parseJson } from '../../json/parse-json.js';
import { objectLines } from '../../json/scan-json.js';
import { shorten } from '../../text/shorten.js';
import type { CaseReading } from '../case-reading.js';
import { emptyLog, type OcelAttribute, type OcelLog, type OcelRelation } from './ocel-log.js';

type Raw = Readonly<Record<string, unknown>>;

/** The log that a text in JSON is; undefined where it is none. */
export function readOcelJson(text: string, reading: CaseReading): OcelLog | undefined {
  const parsed = parseJson(text, { file: reading.file, line: 1, offset: 0 });
  for (const item of parsed.diagnostics) reading.log.add(item);
  const { value } = parsed;
  if (!isObject(value) || !Array.isArray(value.events) || !Array.isArray(value.objects)) {
    reading.isWhole = false;
    if ('value' in parsed) {
      const what = said('what', { zh: 'OCEL 2.0 日志', en: 'log in OCEL 2.0' });
      reading.log.add(diagnostic('no-event-log', what, reading.spanOfLine(1, 0)));
    }
    return undefined;
  }
  const log = emptyLog();
  const lines = linesOf(value, objectLines(text, 2));
  for (const [key, types] of [
    ['objectTypes', log.objectTypes],
    ['eventTypes', log.eventTypes],
  ] as const) {
    for (const raw of listOf(value, key)) {
      const declared = listOf(raw, 'attributes').map(
        (each) => [textOf(each, 'name') ?? '', textOf(each, 'type') ?? ''] as const,
      );
      types.set(textOf(raw, 'name') ?? '', new Map(declared));
    }
  }
  for (const [index, raw] of listOf(value, 'objects').entries()) {
    const line = lines.get('objects')?.[index] ?? 1;
    const id = textOf(raw, 'id');
    if (id === undefined) {
      const params = { owner: 'object', key: 'id' };
      reading.log.add(diagnostic('missing-key', params, reading.spanOfLine(line, line)));
      reading.lostCases += 1;
      continue;
    }
    if (log.objects.has(id)) {
      const fault = diagnostic(
        'duplicate-case',
        { case: shorten(id) },
        reading.spanOfLine(line, line),
      );
      reading.log.add(fault);
      reading.lostCases += 1;
      continue;
    }
    const type = textOf(raw, 'type') ?? '';
    log.objects.set(id, { type, line, attributes: attributesOf(raw) });
  }
  for (const raw of value.events) {
    if (isObject(raw)) continue;
    const fault = diagnostic(
      'not-an-event',
      said('actual', shapeText(raw)),
      undefined,
      reading.whole,
    );
    reading.log.add(fault);
    reading.lostEvents += 1;
  }
  for (const [index, raw] of listOf(value, 'events').entries()) {
    log.events.push({
      id: textOf(raw, 'id') ?? `#${String(index + 1)}`,
      type: textOf(raw, 'type'),
      time: textOf(raw, 'time'),
      line: lines.get('events')?.[index] ?? 1,
      attributes: attributesOf(raw),
      objects: listOf(raw, 'relationships').flatMap((each): readonly OcelRelation[] => {
        const object = textOf(each, 'objectId');
        return object === undefined ? [] : [{ object, qualifier: textOf(each, 'qualifier') ?? '' }];
      }),
    });
  }
  return log;
}

function attributesOf(raw: Raw): readonly OcelAttribute[] {
  return listOf(raw, 'attributes').flatMap((each): readonly OcelAttribute[] => {
    const name = textOf(each, 'name');
    return name === undefined
      ? []
      : [{ name, value: own(each, 'value'), time: textOf(each, 'time') }];
  });
}

/** The lines of the objects in each list of the document; they come in its order. */
function linesOf(document: Raw, lines: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  let next = 0;
  for (const [key, value] of Object.entries(document)) {
    const members: readonly unknown[] =
      typeof value === 'object' && value !== null ? Object.values(value) : [];
    found.set(
      key,
      members.flatMap((each) => (isObject(each) ? [lines[next++] ?? 1] : [])),
    );
  }
  return found;
}

function listOf(raw: Raw, key: string): readonly Raw[] {
  const list = own(raw, key);
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function textOf(raw: Raw, key: string): string | undefined {
  const value = own(raw, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function own(raw: Raw, key: string): unknown {
  return Object.hasOwn(raw, key) ? raw[key] : undefined;
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
