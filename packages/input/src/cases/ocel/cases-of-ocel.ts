import { diagnostic, nearestHint, type Span, startOfDay } from '@qingdan/core';
import { shorten } from '../../text/shorten.js';
import { CaseDraft } from '../case-draft.js';
import type { CaseReading } from '../case-reading.js';
import { setOwn, StandardEvent } from '../standard-event.js';
import { parseWhen } from '../when.js';
import { type OcelEvent, type OcelLog, type OcelObject, ocelValue } from './ocel-log.js';

/** What logs of this kind call what XES has names for. */
const STANDARD: ReadonlyMap<string, string> = new Map([
  ['resource', 'org:resource'],
  ['org:resource', 'org:resource'],
  ['role', 'org:role'],
  ['org:role', 'org:role'],
  ['lifecycle', 'lifecycle:transition'],
  ['lifecycle:transition', 'lifecycle:transition'],
]);

/**
 * Hands on each object of the asked type as a case, with the events that are about it. What an object has from the
 * beginning is said of the case; what changes later, by the first event from then on.
 */
export function deliverOcel(log: OcelLog, reading: CaseReading): void {
  const type = typeOfCases(log, reading);
  if (type === undefined) return;
  const drafts = new Map<string, { readonly draft: CaseDraft; readonly object: OcelObject }>();
  for (const [id, object] of log.objects) {
    if (object.type === type) drafts.set(id, { draft: new CaseDraft(id), object });
  }
  const declared = log.objectTypes.get(type);
  const changes = new Map<string, Change[]>();
  for (const [id, { draft, object }] of drafts) changes.set(id, begin(draft, object, declared));
  let others = 0;
  for (const event of inOrder(log.events)) {
    const about = qualifiersOf(event, log, reading);
    let isOfCase = false;
    for (const [id, qualifiers] of about) {
      const draft = drafts.get(id)?.draft;
      if (draft === undefined) continue;
      isOfCase = true;
      add(event, draft, qualifiers, changes.get(id) ?? [], log, reading);
    }
    if (!isOfCase) others += 1;
  }
  for (const [id, { draft, object }] of drafts) {
    const spanOf = (): Span => reading.spanOfLine(object.line, object.line);
    reading.data.check(draft.data, reading.options.procedure, spanOf);
    const left = changes.get(id) ?? [];
    if (left.length > 0 && draft.size > 0) {
      const params = { object: shorten(id), count: String(left.length) };
      reading.log.add(diagnostic('changes-after-events', params, spanOf()));
    }
    reading.deliver(draft, spanOf);
  }
  if (others === 0) return;
  const params = { count: String(others), type: shorten(type) };
  reading.log.add(diagnostic('events-of-others', params, undefined, reading.whole));
}

function typeOfCases(log: OcelLog, reading: CaseReading): string | undefined {
  const known = [...new Set([...log.objectTypes.keys(), ...typesOf(log)])];
  const { type } = reading.options;
  const [only, second] = known;
  if (type !== undefined && known.includes(type)) return type;
  if (type === undefined && only !== undefined && second === undefined) return only;
  const names = known.map(shorten).join(', ');
  reading.fail(
    type === undefined
      ? diagnostic('object-type-needed', { known: names }, undefined, reading.whole)
      : diagnostic(
          'unknown-object-type',
          { type: shorten(type), nearest: nearestHint(type, known), known: names },
          undefined,
          reading.whole,
        ),
  );
  return undefined;
}

function typesOf({ objects }: OcelLog): Set<string> {
  return new Set([...objects.values()].map(({ type }) => type).filter((type) => type !== ''));
}

/** What an object has from a time on. */
interface Change {
  readonly at: number;
  readonly name: string;
  readonly value: unknown;
}

/** Takes what was always so as said of the case, and answers with the rest. */
function begin(
  draft: CaseDraft,
  { attributes }: OcelObject,
  declared: ReadonlyMap<string, string> | undefined,
): Change[] {
  const changes: Change[] = [];
  for (const { name, value: raw, time } of attributes) {
    const value = ocelValue(declared?.get(name), raw);
    const when = time === undefined ? undefined : parseWhen(time);
    // The beginning of time stands for always.
    if (when === undefined || when.day <= 0) setOwn((draft.data ??= {}), name, value);
    else changes.push({ at: when.instant ?? startOfDay(when.day), name, value });
  }
  return changes.sort((a, b) => b.at - a.at);
}

/** As they happened; those of which that isn't known last. */
function inOrder(events: readonly OcelEvent[]): readonly OcelEvent[] {
  const timed = events.map((event) => {
    const when = event.time === undefined ? undefined : parseWhen(event.time);
    return { event, at: when?.instant ?? (when === undefined ? Infinity : startOfDay(when.day)) };
  });
  return timed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ event }) => event);
}

/** The objects that an event is about, each once with what it is to the event. */
function qualifiersOf(
  event: OcelEvent,
  { objects }: OcelLog,
  reading: CaseReading,
): ReadonlyMap<string, readonly string[]> {
  const about = new Map<string, string[]>();
  for (const { object, qualifier } of event.objects) {
    if (!objects.has(object)) {
      const params = { event: shorten(event.id), object: shorten(object) };
      const span = reading.spanOfLine(event.line, event.line);
      reading.log.add(diagnostic('unknown-object', params, span));
      continue;
    }
    const known = about.get(object);
    if (known === undefined) about.set(object, qualifier === '' ? [] : [qualifier]);
    else if (qualifier !== '') known.push(qualifier);
  }
  return about;
}

function add(
  event: OcelEvent,
  draft: CaseDraft,
  qualifiers: readonly string[],
  changes: Change[],
  { eventTypes }: OcelLog,
  reading: CaseReading,
): void {
  const { type, time, line } = event;
  const spanOf = (): Span => reading.spanOfLine(line, line);
  const when = time === undefined ? undefined : parseWhen(time);
  if (type === undefined || when === undefined) {
    draft.lost += 1;
    const params = { case: shorten(draft.id), value: shorten(time ?? '') };
    reading.log.add(
      type === undefined
        ? diagnostic('missing-key', { owner: 'event', key: 'type' }, spanOf())
        : diagnostic('event-without-time', params, spanOf()),
    );
    return;
  }
  const standard = new StandardEvent();
  standard.begin();
  standard.take('identity:id', event.id);
  const at = when.instant ?? startOfDay(when.day);
  for (let next = changes.at(-1); next !== undefined && next.at <= at; next = changes.at(-1)) {
    standard.keep(next.name, next.value);
    changes.pop();
  }
  const declared = eventTypes.get(type);
  for (const { name, value } of event.attributes) {
    const known = STANDARD.get(name.toLowerCase());
    if (known === undefined) standard.keep(name, ocelValue(declared?.get(name), value));
    else standard.take(known, value);
  }
  if (qualifiers.length > 0) standard.keep('ocel:qualifier', qualifiers.join(', '));
  reading.data.check(standard.data, reading.options.procedure, spanOf);
  const step = reading.stepsOf().resolve(type, spanOf);
  draft.add(standard.finish(step, when, reading.file, line), reading, spanOf);
}
