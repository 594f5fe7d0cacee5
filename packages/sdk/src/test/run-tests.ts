import {
  ALWAYS,
  type Book,
  boundsOf,
  type Diagnostic,
  diagnostic,
  type Explanation,
  nearestHint,
  type Parameter,
  parseDate,
  type Policy,
  readRecord,
  readScalar,
  renderDiagnostic,
  type RecordNode,
  sortDiagnostics,
  type Text,
  type Type,
  type Value,
} from '@qingdan/core';
import {
  Books,
  MemoryRecords,
  nameOf,
  periodSubject,
  RecordChecker,
  type World,
} from '@qingdan/engine';
import type { Place } from '@qingdan/language';
import { explainParagraph } from '@qingdan/report';
import { stateCouncilCalendar } from '../calendar/state-council.js';
import type { Packs } from '../packs.js';
import { failuresOf, readExpectations, stringsOf, verdictText } from './expectation.js';
import { asObject } from './as-object.js';
import { type PolicyTest, readTests, type TestFile } from './read-tests.js';

export interface TestResult {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly passed: boolean;
  readonly failures: readonly Text[];
}

export interface TestRun {
  readonly tests: readonly TestResult[];
  readonly diagnostics: readonly Diagnostic[];
  readonly passed: number;
  readonly failed: number;
}

/** Called with each explanation that a test asked for: coverage is counted from them. */
export type ObserveTest = (
  test: { readonly file: string; readonly name: string },
  explanation: Explanation,
) => void;

/** Runs the YAML tests of packs. Tests that can't be read are diagnostics, and count as failed. */
export function runTests(packs: Packs, files: readonly TestFile[], observe?: ObserveTest): TestRun {
  const diagnostics: Diagnostic[] = [];
  const tests: TestResult[] = [];
  for (const file of files) {
    const read = readTests(file);
    diagnostics.push(...read.diagnostics);
    for (const test of read.tests) tests.push(new TestCase(packs, test, observe).run(diagnostics));
  }
  const failed = tests.filter(({ passed }) => !passed).length + diagnostics.length;
  return {
    tests,
    diagnostics: sortDiagnostics(diagnostics),
    passed: tests.filter(({ passed }) => passed).length,
    failed,
  };
}

class TestCase {
  readonly #packs: Packs;
  readonly #test: PolicyTest;
  readonly #observe: ObserveTest | undefined;
  readonly #failures: Text[] = [];

  constructor(packs: Packs, test: PolicyTest, observe: ObserveTest | undefined) {
    this.#packs = packs;
    this.#test = test;
    this.#observe = observe;
  }

  run(diagnostics: Diagnostic[]): TestResult {
    const { name, span } = this.#test;
    this.#judge(diagnostics);
    return {
      file: span.source.file,
      name,
      line: span.source.position(span.start).line,
      passed: this.#failures.length === 0,
      failures: this.#failures,
    };
  }

  #judge(diagnostics: Diagnostic[]): void {
    const { body } = this.#test;
    const given = asObject(body.given);
    const others = Array.isArray(body.records) ? (body.records as readonly unknown[]) : [];
    const organisation = this.#read({ kind: 'organisation', ...this.#test.organisation });
    const place = this.#packs.placeOf(organisation);
    const policy = this.#policyWith(place, body.parameters, diagnostics);
    const record =
      given === undefined
        ? this.#periodSubject(policy)
        : this.#read({ kind: this.#test.record, ...given });
    if (record === undefined) {
      this.#fail({ zh: '没有可判断的记录', en: 'there is no record to judge' });
      return;
    }
    const known = others.flatMap((other) => this.#read(asObject(other) ?? {}) ?? []);
    const clock = this.#day('clock', '2026-12-31');
    const asOf = body.asOf === undefined ? undefined : this.#day('asOf', '');
    const books = new Books(this.#books(body.books));
    const all = [...(organisation === undefined ? [] : [organisation]), ...known];
    const world: World = {
      records: new MemoryRecords(all, books, clock),
      clock,
      calendar: stateCouncilCalendar(),
    };
    const checker =
      policy === this.#packs.policyFor(place)
        ? this.#packs.checkerFor(place)
        : new RecordChecker(policy);
    this.#compare(checker, record, world, asOf, diagnostics);
  }

  #compare(
    checker: RecordChecker,
    record: RecordNode,
    world: World,
    asOf: number | undefined,
    diagnostics: Diagnostic[],
  ): void {
    const { body, name, span } = this.#test;
    const judged = checker.judge(record, world, asOf);
    const explanations = new Map<string, Explanation>();
    const explain = (wanted: string): Explanation | undefined => {
      const judgement = judged.judgements.find((each) => nameOf(each) === wanted);
      if (judgement === undefined) return undefined;
      const found = explanations.get(wanted) ?? checker.explain(judgement, record, world, asOf);
      explanations.set(wanted, found);
      return found;
    };
    const expectations = readExpectations(body.expect);
    const known = judged.judgements.map(nameOf);
    for (const expected of expectations) {
      const explanation = explain(expected.item);
      if (explanation === undefined) {
        const params = { name, id: expected.item, nearest: nearestHint(expected.item, known) };
        diagnostics.push(diagnostic('test-unknown-item', params, span));
      }
      this.#failures.push(...failuresOf(expected, explanation));
      if (explanation !== undefined) this.#observe?.({ file: span.source.file, name }, explanation);
    }
    if (body.exactly === true || asObject(body.expect)?.exactly === true) {
      const named = new Set(expectations.map(({ item }) => item));
      for (const judgement of judged.judgements) {
        const loud = judgement.verdict === 'violated' || judgement.verdict === 'undetermined';
        if (!loud || named.has(nameOf(judgement))) continue;
        const what = nameOf(judgement);
        this.#fail({
          zh: `未预期：${what} ${verdictText(judgement.verdict).zh}`,
          en: `not expected: ${what} ${judgement.verdict}`,
        });
      }
    }
    const texts = expectations.flatMap(({ item }) => {
      const explanation = explain(item);
      if (explanation === undefined) return [];
      return (['zh', 'en'] as const).map((lang) =>
        explainParagraph(explanation, record, { lang, policy: checker.policy, unmask: true }),
      );
    });
    for (const fragment of [
      ...stringsOf(body.explains),
      ...stringsOf(asObject(body.expect)?.explains),
    ]) {
      if (!texts.some((text) => text.includes(fragment))) {
        this.#fail({ zh: `说明中没有“${fragment}”`, en: `no explanation says “${fragment}”` });
      }
    }
  }

  /** A record of the test; its organisation is the file's unless it says otherwise. */
  #read(raw: Readonly<Record<string, unknown>>): RecordNode | undefined {
    const kind = raw.kind;
    const type = typeof kind === 'string' ? this.#packs.records.get(kind) : undefined;
    const own = this.#test.organisation?.id;
    const belongs =
      type?.shared === false &&
      kind !== 'organisation' &&
      raw.organisation === undefined &&
      own !== undefined;
    const { record, diagnostics } = readRecord(
      belongs ? { ...raw, organisation: own } : raw,
      this.#packs.records,
    );
    for (const item of diagnostics) {
      const { name } = item;
      // A test may hold a bad value on purpose, to see it read as unknown.
      if (name === 'wrong-type' || name === 'out-of-range') continue;
      this.#fail({
        zh: `记录有误：${renderDiagnostic(item, 'zh').message}`,
        en: `bad record: ${renderDiagnostic(item, 'en').message}`,
      });
    }
    return record;
  }

  /** `period: 2026-Q1` names an organisation's period. */
  #periodSubject(policy: Policy): RecordNode | undefined {
    const period = periodOf(this.#test.body.period);
    const organisation = this.#test.organisation?.id;
    if (period === undefined || typeof organisation !== 'string') return undefined;
    const type = policy.records.get(`organisation-${period.unit}`);
    if (type === undefined) return undefined;
    return periodSubject(type, organisation, period, String(this.#test.body.period));
  }

  #policyWith(place: Place, overrides: unknown, diagnostics: Diagnostic[]): Policy {
    const policy = this.#packs.policyFor(place);
    const entries = Object.entries(asObject(overrides) ?? {});
    if (entries.length === 0) return policy;
    const parameters = new Map(policy.parameters);
    for (const [id, raw] of entries) {
      const parameter = parameters.get(id);
      if (parameter === undefined) {
        const nearest = nearestHint(id, parameters.keys());
        const params = { name: this.#test.name, id, nearest };
        diagnostics.push(diagnostic('test-unknown-parameter', params, this.#test.span));
      } else parameters.set(id, this.#override(parameter, raw));
    }
    return { ...policy, parameters };
  }

  #override(parameter: Parameter, raw: unknown): Parameter {
    const value = raw === 'unset' ? undefined : readAny(parameter.type, raw);
    if (value === undefined && raw !== 'unset') {
      this.#fail({
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

  #books(raw: unknown): readonly Book[] {
    return (Array.isArray(raw) ? (raw as readonly unknown[]) : []).flatMap((each) => {
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

  #day(name: string, otherwise: string): number {
    const text = this.#test.body[name] ?? otherwise;
    const day = typeof text === 'string' ? parseDate(text) : undefined;
    if (typeof day === 'number') return day;
    this.#fail({ zh: `${name} 不是日期`, en: `${name} is no date` });
    return 0;
  }

  #fail(text: Text): void {
    this.#failures.push(text);
  }
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

function periodOf(raw: unknown) {
  const parts = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(
    typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw : '',
  );
  if (parts === null) return undefined;
  const [, year = '', quarter, month] = parts;
  const start =
    quarter === undefined
      ? (month ?? '01')
      : String((Number(quarter) - 1) * 3 + 1).padStart(2, '0');
  const day = parseDate(`${year}-${start}-01`);
  if (typeof day !== 'number') return undefined;
  const unit = quarter === undefined ? (month === undefined ? 'year' : 'month') : 'quarter';
  const { first, last } = boundsOf(day, unit);
  return { unit, from: first, until: last + 1 };
}
