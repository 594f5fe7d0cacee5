import {
  type Diagnostic,
  diagnostic,
  EVENT_KINDS,
  type EventKind,
  type Evidence,
  nearestHint,
  parseInstant,
  type Participant,
  said,
  shapeText,
  startOfDay,
  type Tally,
  TALLY_UNITS,
  type TallyUnit,
  type Text,
} from '@qingdan/core';
import type { ValuePath } from '../json/locate-json.js';
import type { WantedPlace } from '../records/read-raw-records.js';
import { shorten } from '../text/shorten.js';
import type { DraftEvent } from './case-draft.js';
import { EVENT_FIELDS, EVIDENCE_FIELDS, PERSON_FIELDS, TALLY_FIELDS } from './event-fields.js';
import { parseWhen, type When } from './when.js';

/** What is wrong with an event, and where in it. */
export interface EventFault {
  readonly fault: Diagnostic;
  readonly at: WantedPlace;
}

/** A line of a log: what it says of its case, and an event where it says one. */
export interface ReadEvent {
  readonly case: string | undefined;
  readonly procedure: string | undefined;
  readonly organisation: string | undefined;
  readonly closed: boolean | undefined;
  /** As it is written; the step is what the log calls it. */
  readonly event: DraftEvent | undefined;
  /** Whether there should have been an event. */
  readonly isLost: boolean;
  readonly faults: readonly EventFault[];
}

/** Longer ones are none. */
const ID_LIMIT = 200;

const NOTHING: Readonly<Record<string, never>> = Object.freeze({});
const NONE: readonly never[] = Object.freeze([]);
const SOUND: readonly EventFault[] = Object.freeze([]);

type Raw = Readonly<Record<string, unknown>>;

/** Reads a plain value as an event. What has a wrong type is reported and unknown; the rest stands. */
export function readEvent(value: unknown, file: string, line: number): ReadEvent {
  if (!isObject(value)) {
    const fault = diagnostic('not-an-event', said('actual', shapeText(value)));
    return {
      case: undefined,
      procedure: undefined,
      organisation: undefined,
      closed: undefined,
      event: undefined,
      isLost: true,
      faults: [{ fault, at: { path: [], key: false } }],
    };
  }
  return new EventReader(value).read(file, line);
}

/** Of which case a plain value is read as an event; nothing else of it is looked at. */
export function caseIn(value: unknown): string | undefined {
  return idIn(value, 'case');
}

/** Whether a plain value is read as an event for certain; of one that isn't, only `readEvent` knows. */
export function isPlainEvent(value: unknown): boolean {
  if (caseIn(value) === undefined || idIn(value, 'step') === undefined) return false;
  const { at } = value as Raw;
  return typeof at === 'string' && parseWhen(at) !== undefined;
}

function idIn(value: unknown, key: string): string | undefined {
  const text = isObject(value) ? own(value, key) : undefined;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const id = text.normalize('NFC');
  return id.length > ID_LIMIT ? undefined : id;
}

class EventReader {
  readonly #raw: Raw;
  #faults: EventFault[] | undefined;

  constructor(raw: Raw) {
    this.#raw = raw;
  }

  read(file: string, line: number): ReadEvent {
    this.#checkKeys(this.#raw, 'event', EVENT_FIELDS, []);
    const id = this.#id('case');
    const procedure = this.#id('procedure');
    const organisation = this.#id('organisation');
    const closed = this.#boolean(this.#raw, 'closed', []);
    const isEvent = ['step', 'at', 'kind', 'voids'].some((key) => this.#get(key) !== undefined);
    const event = isEvent ? this.#event(id, file, line) : undefined;
    // A line may say nothing but that a case is closed, or whose it is.
    const isOfCase = procedure !== undefined || organisation !== undefined || closed !== undefined;
    if (!isEvent && !isOfCase) this.#missing('step');
    if (id === undefined && this.#get('case') === undefined) {
      this.#fault(diagnostic('event-without-case', {}), [], false);
    }
    return {
      case: id,
      procedure,
      organisation,
      closed,
      event: id === undefined ? undefined : event,
      isLost: id === undefined || (event === undefined && (isEvent || !isOfCase)),
      faults: this.#faults ?? SOUND,
    };
  }

  #event(of: string | undefined, file: string, line: number): DraftEvent | undefined {
    const voids = this.#id('voids');
    const kind = this.#kind(voids);
    const step = this.#id('step');
    if (this.#get('step') === undefined && kind !== 'void') this.#missing('step');
    if (kind === 'void' && this.#get('voids') === undefined) this.#missing('voids');
    const when = this.#when(of);
    // All of it is read, so that all of its faults are told at once.
    const event = {
      id: this.#id('id'),
      step: step ?? '',
      iteration: this.#count(this.#raw, 'iteration', []),
      kind,
      day: when?.day ?? 0,
      instant: when?.instant,
      seq: this.#seq(),
      recordedAt: this.#recordedAt(),
      by: this.#by(),
      participants: this.#list('participants', (each, path) => this.#person(each, path)),
      evidence: this.#list('evidence', (each, path) => this.#evidence(each, path)),
      tallies: this.#list('tally', (each, path) => this.#tally(each, path)),
      voids,
      via: this.#id('via'),
      data: this.#data(),
      place: { file, line },
    };
    return when === undefined || (step === undefined && kind !== 'void') ? undefined : event;
  }

  #when(of: string | undefined): When | undefined {
    const raw = this.#get('at');
    const when = typeof raw === 'string' ? parseWhen(raw) : undefined;
    if (when !== undefined) return when;
    const value = raw === undefined ? '' : typeof raw === 'string' ? raw : JSON.stringify(raw);
    const params = { case: shorten(of ?? ''), value: shorten(value) };
    this.#fault(diagnostic('event-without-time', params), ['at']);
    return undefined;
  }

  #recordedAt(): number | undefined {
    const raw = this.#get('recordedAt');
    if (raw === undefined) return undefined;
    const instant = typeof raw === 'string' ? parseInstant(raw) : undefined;
    if (instant !== undefined) return instant;
    const day = typeof raw === 'string' ? parseWhen(raw)?.day : undefined;
    if (day !== undefined) return startOfDay(day);
    this.#wrong(raw, TIME, '"2026-02-03T09:30:00", "2026-02-03"', ['recordedAt']);
    return undefined;
  }

  #kind(voids: string | undefined): EventKind {
    const raw = this.#get('kind');
    const other = voids === undefined ? 'instant' : 'void';
    if (raw === undefined) return other;
    const kind = EVENT_KINDS.find((each) => each === raw);
    if (kind !== undefined) return kind;
    this.#wrong(raw, { zh: '事项的种类', en: 'kind of event' }, EVENT_KINDS.join(', '), ['kind']);
    return other;
  }

  #by(): Participant | undefined {
    const raw = this.#get('by');
    const role = this.#id('role');
    const by = raw === undefined ? undefined : this.#person(raw, ['by']);
    if (role === undefined) return by;
    return {
      person: by?.person,
      role: by?.role ?? role,
      present: by?.present,
      recused: by?.recused,
    };
  }

  #person(raw: unknown, path: ValuePath): Participant | undefined {
    if (typeof raw === 'string' && raw.trim() !== '') {
      return {
        person: raw.normalize('NFC'),
        role: undefined,
        present: undefined,
        recused: undefined,
      };
    }
    if (!isObject(raw)) {
      this.#wrong(raw, { zh: '人员', en: 'person' }, '"P1", { "id": "P1", "role": "…" }', path);
      return undefined;
    }
    this.#checkKeys(raw, String(path[0]), PERSON_FIELDS, path);
    return {
      person: this.#text(raw, 'id', path),
      role: this.#text(raw, 'role', path),
      present: this.#boolean(raw, 'present', path),
      recused: this.#boolean(raw, 'recused', path),
      ...(this.#isByName(raw, path) ? { byName: true } : {}),
    };
  }

  /** `by: name`, as of persons in records. */
  #isByName(raw: Raw, path: ValuePath): boolean {
    const by = own(raw, 'by');
    if (by === undefined || by === 'name') return by === 'name';
    this.#wrong(by, { zh: '查找方式', en: 'way to find a person' }, '"name"', [...path, 'by']);
    return false;
  }

  #evidence(raw: unknown, path: ValuePath): Evidence | undefined {
    if (typeof raw === 'string' && raw.trim() !== '') {
      return { document: raw.normalize('NFC'), reference: undefined, on: undefined };
    }
    const expected = '"minutes", { "document": "minutes", "reference": "…", "on": "2026-02-03" }';
    if (!isObject(raw)) {
      this.#wrong(raw, { zh: '材料', en: 'document' }, expected, path);
      return undefined;
    }
    this.#checkKeys(raw, 'evidence', EVIDENCE_FIELDS, path);
    const document = this.#text(raw, 'document', path);
    const reference = this.#text(raw, 'reference', path);
    const on = this.#day(raw, 'on', path);
    if (document !== undefined) return { document, reference, on };
    if (own(raw, 'document') === undefined) this.#missing('document', 'evidence', path);
    return undefined;
  }

  #tally(raw: unknown, path: ValuePath): Tally | undefined {
    if (!isObject(raw)) {
      this.#wrong(raw, { zh: '表决情况', en: 'tally' }, '{ "unit": "voters", "yes": 12 }', path);
      return undefined;
    }
    this.#checkKeys(raw, 'tally', TALLY_FIELDS, path);
    const written = own(raw, 'unit');
    const unit = TALLY_UNITS.find((each: TallyUnit) => each === written);
    if (written === undefined) this.#missing('unit', 'tally', path);
    else if (unit === undefined) {
      const type = { zh: '计票单位', en: 'unit of votes' };
      this.#wrong(written, type, TALLY_UNITS.join(', '), [...path, 'unit']);
    }
    const counts = {
      eligible: this.#count(raw, 'eligible', path),
      present: this.#count(raw, 'present', path),
      yes: this.#count(raw, 'yes', path),
      no: this.#count(raw, 'no', path),
    };
    return unit === undefined ? undefined : { unit, ...this.#possible(counts, path) };
  }

  /** Without counts that can't be: more votes than voters came, or more came than there are. */
  #possible({ eligible, present, yes, no }: Counts, path: ValuePath): Counts {
    const votes = yes === undefined && no === undefined ? undefined : (yes ?? 0) + (no ?? 0);
    const isMore = (part: number | undefined, whole: number | undefined) =>
      part !== undefined && whole !== undefined && part > whole;
    const votesOfPresent = isMore(votes, present);
    const votesOfAll = isMore(votes, eligible);
    const presentOfAll = isMore(present, eligible);
    if (!votesOfPresent && !votesOfAll && !presentOfAll) return { eligible, present, yes, no };
    const [part, whole] = votesOfPresent
      ? ([VOTES, PRESENT] as const)
      : presentOfAll
        ? ([PRESENT, ELIGIBLE] as const)
        : ([VOTES, ELIGIBLE] as const);
    const params = { ...said('part', part), ...said('whole', whole) };
    this.#fault(diagnostic('votes-differ', params), path);
    const votesAreWrong = votesOfPresent || votesOfAll;
    return {
      eligible: votesOfAll || presentOfAll ? undefined : eligible,
      present: votesOfPresent || presentOfAll ? undefined : present,
      yes: votesAreWrong ? undefined : yes,
      no: votesAreWrong ? undefined : no,
    };
  }

  #data(): Raw {
    const raw = this.#get('data');
    if (raw === undefined) return NOTHING;
    if (isObject(raw)) return raw;
    this.#wrong(raw, { zh: '对象', en: 'object' }, '{ "amount": 1000 }', ['data']);
    return NOTHING;
  }

  /** One, or several in a list. What is none is left out. */
  #list<T>(key: string, read: (raw: unknown, path: ValuePath) => T | undefined): readonly T[] {
    const raw = this.#get(key);
    if (raw === undefined) return NONE;
    const items: readonly [unknown, ValuePath][] = Array.isArray(raw)
      ? raw.map((each: unknown, index) => [each, [key, index]])
      : [[raw, [key]]];
    return items.flatMap(([each, path]) => read(each, path) ?? []);
  }

  #seq(): number | undefined {
    const raw = this.#get('seq');
    if (raw === undefined || Number.isSafeInteger(raw)) return raw as number | undefined;
    this.#wrong(raw, WHOLE, '1', ['seq']);
    return undefined;
  }

  #count(raw: Raw, key: string, path: ValuePath): number | undefined {
    const value = own(raw, key);
    if (value === undefined) return undefined;
    if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
    this.#wrong(value, WHOLE, '12', [...path, key]);
    return undefined;
  }

  #day(raw: Raw, key: string, path: ValuePath): number | undefined {
    const value = own(raw, key);
    if (value === undefined) return undefined;
    const when = typeof value === 'string' ? parseWhen(value) : undefined;
    if (when !== undefined) return when.day;
    this.#wrong(value, { zh: '日期', en: 'date' }, '"2026-02-03"', [...path, key]);
    return undefined;
  }

  #boolean(raw: Raw, key: string, path: ValuePath): boolean | undefined {
    const value = own(raw, key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.#wrong(value, { zh: '是否值', en: 'boolean' }, 'true, false', [...path, key]);
    return undefined;
  }

  #text(raw: Raw, key: string, path: ValuePath): string | undefined {
    const value = own(raw, key);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC');
    this.#wrong(value, { zh: '文字', en: 'text' }, '"…"', [...path, key]);
    return undefined;
  }

  #id(key: string): string | undefined {
    const text = this.#text(this.#raw, key, []);
    if (text === undefined || text.length <= ID_LIMIT) return text;
    this.#fault(diagnostic('bad-record-id', { key, limit: String(ID_LIMIT) }), [key]);
    return undefined;
  }

  #get(key: string): unknown {
    return own(this.#raw, key);
  }

  #checkKeys(raw: Raw, owner: string, known: readonly string[], path: ValuePath): void {
    for (const key of Object.keys(raw)) {
      if (known.includes(key)) continue;
      const names = known.join(', ');
      const params = { owner, key: shorten(key), nearest: nearestHint(key, known), known: names };
      this.#fault(diagnostic('unknown-key', params), [...path, key], true);
    }
  }

  #missing(key: string, owner = 'event', path: ValuePath = []): void {
    this.#fault(diagnostic('missing-key', { owner, key }), path);
  }

  #wrong(raw: unknown, type: Text, hint: string, path: ValuePath): void {
    const shown = typeof raw === 'object' ? shapeText(raw) : undefined;
    const text = shorten(String(raw));
    const params = {
      ...said('value', shown ?? { zh: text, en: text }),
      ...said('type', type),
      hint,
    };
    this.#fault(diagnostic('wrong-type', params), path);
  }

  #fault(fault: Diagnostic, path: ValuePath, key = false): void {
    (this.#faults ??= []).push({ fault, at: { path, key } });
  }
}

type Counts = Omit<Tally, 'unit'>;

const VOTES: Text = { zh: '表决人数', en: 'those who voted' };
const PRESENT: Text = { zh: '实到人数', en: 'those who came' };
const ELIGIBLE: Text = { zh: '应到人数', en: 'those who may vote' };
const TIME: Text = { zh: '时间', en: 'time' };
const WHOLE: Text = { zh: '非负整数', en: 'whole number' };

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `null` says nothing. */
function own(raw: Raw, key: string): unknown {
  return Object.hasOwn(raw, key) ? (raw[key] ?? undefined) : undefined;
}
