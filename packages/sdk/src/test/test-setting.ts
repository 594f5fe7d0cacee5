import {
  ALWAYS,
  type Book,
  type CaseLog,
  type Diagnostic,
  diagnostic,
  nearestHint,
  type Parameter,
  parseDate,
  type Policy,
  readRecord,
  readScalar,
  type RecordNode,
  renderDiagnostic,
  type Text,
  type Type,
  type Value,
} from '@qingdan/core';
import {
  Books,
  CaseBook,
  type CaseChecker,
  MemoryRecords,
  RecordChecker,
  type World,
} from '@qingdan/engine';
import { stateCouncilCalendar } from '../calendar/state-council.js';
import type { Packs } from '../packs.js';
import { asObject } from './as-object.js';
import { otherCases } from './cases/other-cases.js';
import type { PolicyTest } from './read-tests.js';

/** What a test says of the world, and what went wrong in it: the same for tests of records and of cases. */
export class TestSetting {
  readonly packs: Packs;
  readonly test: PolicyTest;
  readonly failures: Text[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly organisation: RecordNode | undefined;
  readonly checker: RecordChecker;
  readonly #clock: number;

  constructor(packs: Packs, test: PolicyTest) {
    this.packs = packs;
    this.test = test;
    this.organisation = this.read({ kind: 'organisation', ...test.organisation });
    const place = packs.placeOf(this.organisation, test.procedure);
    const policy = this.#policyWith(packs.policyFor(place));
    this.checker =
      policy === packs.policyFor(place) ? packs.checkerFor(place) : new RecordChecker(policy);
    this.#clock = this.day('clock', '2026-12-31');
  }

  get policy(): Policy {
    return this.checker.policy;
  }

  /** All that the test knows, on its day. */
  world(): World {
    const others = [this.test.file.records, this.test.body.records].flatMap(listOf);
    const known = others.flatMap((other) => this.read(asObject(other) ?? {}) ?? []);
    const all = [...(this.organisation === undefined ? [] : [this.organisation]), ...known];
    const books = new Books(
      [this.test.file.books, this.test.body.books].flatMap((raw) => readBooks(raw)),
    );
    const logs = otherCases(this);
    const ofCases = logs.flatMap((log) => this.#casesOf(log)?.recordOf(log, this.#clock) ?? []);
    const cases = new CaseBook((log) => this.#casesOf(log)?.check(log, world));
    for (const log of logs) cases.add(log);
    const world: World = {
      records: new MemoryRecords([...all, ...ofCases], books, this.#clock),
      clock: this.#clock,
      calendar: stateCouncilCalendar(),
      cases,
    };
    return world;
  }

  #casesOf({ procedure }: CaseLog): CaseChecker | undefined {
    return procedure === undefined ? undefined : this.checker.casesOf(procedure);
  }

  /** A record of the test; its organisation is the file's unless it says otherwise. */
  read(raw: Readonly<Record<string, unknown>>): RecordNode | undefined {
    const kind = raw.kind;
    const type = typeof kind === 'string' ? this.packs.records.get(kind) : undefined;
    const own = this.test.organisation?.id;
    const belongs =
      type?.shared === false &&
      kind !== 'organisation' &&
      raw.organisation === undefined &&
      own !== undefined;
    const { record, diagnostics } = readRecord(
      belongs ? { ...raw, organisation: own } : raw,
      this.packs.records,
    );
    for (const item of diagnostics) {
      // A test may hold a bad value on purpose, to see it read as unknown.
      if (isBadValue(item)) continue;
      this.fail({
        zh: `记录有误：${renderDiagnostic(item, 'zh').message}`,
        en: `bad record: ${renderDiagnostic(item, 'en').message}`,
      });
    }
    return record;
  }

  day(name: string, otherwise: string): number {
    const text = this.test.body[name] ?? otherwise;
    const day = typeof text === 'string' ? parseDate(text) : undefined;
    if (typeof day === 'number') return day;
    this.fail({ zh: `${name} 不是日期`, en: `${name} is no date` });
    return 0;
  }

  fail(text: Text): void {
    this.failures.push(text);
  }

  /** What the test names is not there. */
  unknown(id: string, known: Iterable<string>): void {
    const params = { name: this.test.name, id, nearest: nearestHint(id, known) };
    this.diagnostics.push(diagnostic('test-unknown-item', params, this.test.span));
  }

  #policyWith(policy: Policy): Policy {
    const { file, body, name, span } = this.test;
    const entries = Object.entries({ ...asObject(file.parameters), ...asObject(body.parameters) });
    if (entries.length === 0) return policy;
    const parameters = new Map(policy.parameters);
    for (const [id, raw] of entries) {
      const parameter = parameters.get(id);
      if (parameter === undefined) {
        const nearest = nearestHint(id, parameters.keys());
        this.diagnostics.push(diagnostic('test-unknown-parameter', { name, id, nearest }, span));
      } else parameters.set(id, this.#override(parameter, raw));
    }
    return { ...policy, parameters };
  }

  #override(parameter: Parameter, raw: unknown): Parameter {
    const value = raw === 'unset' ? undefined : readAny(parameter.type, raw);
    if (value === undefined && raw !== 'unset') {
      this.fail({
        zh: `参数 ${parameter.id} 的值无效`,
        en: `no value for the parameter ${parameter.id}`,
      });
    }
    const { pack, span } = parameter;
    return {
      ...parameter,
      values: [{ interval: ALWAYS, value, unset: raw === 'unset', basis: [], pack, span }],
    };
  }
}

/** What is read as unknown. */
export function isBadValue({ name }: Diagnostic): boolean {
  return name === 'wrong-type' || name === 'out-of-range';
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function readBooks(raw: unknown): readonly Book[] {
  return listOf(raw).flatMap((each) => {
    const book = asObject(each);
    const kind = book?.kind;
    if (book === undefined || typeof kind !== 'string') return [];
    const { organisation } = book;
    const end = (name: string) => {
      const day = typeof book[name] === 'string' ? parseDate(book[name]) : undefined;
      return typeof day === 'number' ? day : undefined;
    };
    const from = end('from');
    const until = end('until');
    return [
      {
        kind,
        ...(typeof organisation === 'string' ? { organisation } : {}),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      },
    ];
  });
}

function readAny(type: Type, raw: unknown): Value {
  if (type.kind === 'list' || type.kind === 'set') {
    if (!Array.isArray(raw)) return undefined;
    const { items } = type;
    return (raw as readonly unknown[]).map((each): Value => readAny(items, each));
  }
  const read = readScalar(type, raw);
  return read.ok ? read.value : undefined;
}
