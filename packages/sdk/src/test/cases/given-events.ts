import type { Text } from '@qingdan/core';
import { asObject } from '../as-object.js';
import type { PolicyTest } from '../read-tests.js';
import { listOf } from '../test-setting.js';

/** With which keys a test says what happened. */
export const EVENTS_KEYS: readonly string[] = [
  'events',
  'until',
  'without',
  'changes',
  'adds',
  'closed',
];

const EXPECTED: Readonly<Record<string, Text>> = {
  events: { zh: '事件的列表', en: 'a list of events' },
  adds: { zh: '事件的列表', en: 'a list of events' },
  until: { zh: '环节', en: 'a step' },
  without: { zh: '环节', en: 'steps' },
  changes: { zh: '各环节的变动', en: 'what differs, by step' },
  closed: { zh: '是否值', en: '`true` or `false`' },
};

/** The way to a value in a file. */
export type ValuePath = readonly (string | number)[];

/** An event of a test, and where in the file its parts stand. */
interface GivenEvent {
  readonly raw: unknown;
  readonly placeOf: (path: ValuePath) => ValuePath;
}

/** What happened in the case of a test. */
export interface GivenEvents {
  readonly events: readonly GivenEvent[];
  readonly closed: boolean;
  /** Names of which there are no events. */
  readonly unknown: readonly { readonly name: string; readonly at: ValuePath }[];
  /** What is no events, no step and so on. */
  readonly misshapen: readonly { readonly expected: Text; readonly at: ValuePath }[];
  /** The steps of the events, as they are written. */
  readonly names: readonly string[];
}

/**
 * The events of a test: its own, or else those of its file; without the steps of `without`, with what `changes` says of
 * a step in place of what stood there, up to `until`, and with `adds`.
 */
export function givenEvents({ body, file, path }: PolicyTest): GivenEvents {
  const own = body.events !== undefined;
  const base = own ? [...path, 'events'] : ['events'];
  const given = (own ? body : file).events;
  const eventAt =
    (place: ValuePath) =>
    (raw: unknown, index: number): GivenEvent => ({
      raw,
      placeOf: (inside) => [...place, index, ...inside],
    });
  let events = listOf(given).map(eventAt(base));
  const names = [...new Set(events.map(({ raw }) => stepOf(raw)))];
  const unknown: { name: string; at: ValuePath }[] = [];
  const find = (name: string, ...at: ValuePath): readonly GivenEvent[] => {
    const found = events.filter(({ raw }) => isMeant(name, raw));
    if (found.length === 0) unknown.push({ name, at: [...path, ...at] });
    return found;
  };
  const leftOut = textsOf(body.without).flatMap((name, index) =>
    find(name, 'without', ...(Array.isArray(body.without) ? [index] : [])),
  );
  events = events.filter((event) => !leftOut.includes(event));
  for (const [name, change] of Object.entries(asObject(body.changes) ?? {})) {
    const changed = find(name, 'changes', name);
    events = events.map((event) =>
      changed.includes(event) ? changedEvent(event, change, [...path, 'changes', name]) : event,
    );
  }
  if (typeof body.until === 'string') {
    const last = find(body.until, 'until').at(-1);
    if (last !== undefined) events = events.slice(0, events.indexOf(last) + 1);
  }
  return {
    events: [...events, ...listOf(body.adds).map(eventAt([...path, 'adds']))],
    closed: body.closed === true,
    unknown,
    misshapen: [
      ...(own || given === undefined ? [] : misshapen(file, ['events'], [])),
      ...misshapen(body, EVENTS_KEYS, path),
    ],
    names,
  };
}

function misshapen(
  of: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  path: ValuePath,
): GivenEvents['misshapen'] {
  return keys.flatMap((key) => {
    const value = of[key];
    const expected = EXPECTED[key];
    if (value === undefined || expected === undefined || isOfShape(key, value)) return [];
    return [{ expected, at: [...path, key] }];
  });
}

function isOfShape(key: string, value: unknown): boolean {
  switch (key) {
    case 'closed':
      return typeof value === 'boolean';
    case 'until':
      return typeof value === 'string';
    case 'without':
      return (Array.isArray(value) ? listOf(value) : [value]).every(
        (each) => typeof each === 'string',
      );
    case 'changes':
      return Object.values(asObject(value) ?? { value }).every(
        (change) => asObject(change) !== undefined,
      );
    default:
      return Array.isArray(value);
  }
}

/** Each key of the change stands in place of the event's; of `data`, each field. */
function changedEvent(event: GivenEvent, change: unknown, at: ValuePath): GivenEvent {
  const raw = asObject(event.raw);
  const changes = asObject(change);
  if (raw === undefined || changes === undefined) return event;
  const data = asObject(changes.data);
  const isChanged = ([key = '', field = '']: ValuePath): boolean =>
    key === 'data' && data !== undefined ? Object.hasOwn(data, field) : Object.hasOwn(changes, key);
  return {
    raw: {
      ...raw,
      ...changes,
      ...(data === undefined ? {} : { data: { ...asObject(raw.data), ...data } }),
    },
    placeOf: (path) => (isChanged(path) ? [...at, ...path] : event.placeOf(path)),
  };
}

/** `posting` means each event of a step, `posting.start` and `posting.end` one of those of a step that lasts. */
function isMeant(name: string, raw: unknown): boolean {
  const step = stepOf(raw);
  if (step === name) return true;
  const kind = asObject(raw)?.kind;
  return (
    (kind === 'start' && `${step}.start` === name) ||
    (kind === 'complete' && `${step}.end` === name)
  );
}

function stepOf(raw: unknown): string {
  const step = asObject(raw)?.step;
  return typeof step === 'string' ? step : '';
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? listOf(value) : [value]).filter(
    (each) => typeof each === 'string',
  );
}
