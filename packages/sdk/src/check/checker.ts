import {
  type Book,
  type Calendar,
  type CaseLog,
  type CaseResult,
  type CheckReport,
  compareText,
  type Day,
  diagnostic,
  type Diagnostic,
  type Language,
  type NextStep,
  type PackInfo,
  parseDate,
  type Policy,
  readRecord,
  type RenderedDiagnostic,
  type RecordNode,
  type RecordResult,
  type Value,
  type Waiver,
} from '@qingdan/core';
import {
  Books,
  CaseBook,
  type CaseChecker,
  type CheckOptions,
  type Judgement,
  MemoryRecords,
  nextSteps,
  periodSubjects,
  type RecordChecker,
  requirementsOf,
  type World,
} from '@qingdan/engine';
import { diagnosticsJson, requirementJson, type RequirementJson, toJson } from '@qingdan/report';
import { stateCouncilCalendar } from '../calendar/state-council.js';
import type { Packs } from '../packs.js';
import { CaseTally } from './case-tally.js';
import { casesApart } from './cases-apart.js';
import { placeProblem } from './places.js';
import { RunTally } from './run-tally.js';
import { Fetcher } from './fetcher.js';
import type { AsyncSource } from './async-source.js';

export interface CheckerOptions {
  readonly lang?: Language;
  /** The day that counts as today, `YYYY-MM-DD`; today if absent. */
  readonly clock?: string;
  /** Overrides the date that chooses the law, for every record. */
  readonly asOf?: string;
  /** Reports satisfied and not applicable items too. */
  readonly all?: boolean;
  /** Shows personal data, which is masked otherwise; secret data is never shown. */
  readonly unmask?: boolean;
  /** The other records that rules may ask for, and which books are complete. */
  readonly records?: RecordSet;
  readonly calendar?: Calendar;
}

export interface RecordSet {
  /** Plain objects, or records that were read already. */
  readonly records: Iterable<unknown>;
  readonly books?: readonly Book[];
}

/** What `screen` answers for one item: no words, nothing allocated for what is fine. */
export type Screened = Pick<Judgement, 'list' | 'item' | 'code' | 'verdict'>;

/** What a draft still lacks. */
export interface Requirements {
  /** False where the packs don't reach back to the draft's day or hold no law on it: then nothing is said of it. */
  readonly judged: boolean;
  /** The items that it violates or leaves open. */
  readonly items: readonly RequirementJson[];
  /** What of the draft could not be read, and so was taken as unknown. */
  readonly diagnostics: readonly RenderedDiagnostic[];
}

/** Checks records against packs: the SDK's centre. Made by `createChecker`. */
export class Checker {
  readonly #packs: Packs;
  readonly #language: Language;
  readonly #asOf: Day | undefined;
  readonly #options: CheckOptions;
  readonly #unmask: boolean;
  readonly #books: Books;
  readonly #records: MemoryRecords;
  readonly #cases = new CaseBook((log) => this.#casesOf(log)?.check(log, this.#world));
  readonly #world: World;
  readonly #diagnostics: readonly Diagnostic[];
  /** By organisation: each record asks for its own. */
  readonly #checkers = new WeakMap<RecordNode, RecordChecker>();
  /** What is told of the rules of a policy, the same in each report. */
  readonly #laws = new WeakMap<Policy, Law>();
  #inBooks: readonly RecordNode[] | undefined;
  #apart: ReadonlySet<string> | undefined;

  constructor(packs: Packs, options: CheckerOptions) {
    const clock = dayFrom(options.clock ?? todayInChina(), 'clock');
    const { records, diagnostics } = readAll(options.records?.records ?? [], packs);
    this.#packs = packs;
    this.#language = options.lang ?? 'zh';
    this.#asOf = options.asOf === undefined ? undefined : dayFrom(options.asOf, 'asOf');
    const all = options.all ?? false;
    this.#options = this.#asOf === undefined ? { all } : { all, asOf: this.#asOf };
    this.#unmask = options.unmask ?? false;
    this.#books = new Books(options.records?.books ?? []);
    this.#records = new MemoryRecords(inOrder(records), this.#books, clock);
    this.#world = {
      records: this.#records,
      clock,
      calendar: options.calendar ?? stateCouncilCalendar(),
      memo: new WeakMap(),
      cases: this.#cases,
      isUnsure: undefined,
    };
    this.#diagnostics = diagnostics;
  }

  /** Checks one record, a plain object, and explains what is found, in the report format of the contracts. */
  check(raw: unknown): ReturnType<typeof toJson> {
    const { record, diagnostics } = readRecord(raw, this.#packs.records);
    const results = record === undefined ? [] : [this.checkRecord(record)];
    return this.#toJson(this.#report(results, diagnostics));
  }

  /**
   * Ids and verdicts only, of all that is violated or undetermined. What of the record could not be read is taken as
   * unknown, and told to `onFaults`.
   */
  screen(
    raw: unknown,
    onFaults?: (diagnostics: readonly Diagnostic[]) => void,
  ): readonly Screened[] {
    const { record, diagnostics } = readRecord(raw, this.#packs.records);
    if (diagnostics.length > 0) onFaults?.(diagnostics);
    if (record === undefined) return [];
    return this.screenRecord(record);
  }

  /** As `screen`, of a record that was read already. */
  screenRecord(record: RecordNode): readonly Screened[] {
    return this.checkerFor(record).screen(record, this.#world, this.#asOf);
  }

  /**
   * Before paying or stamping: what a draft still lacks, item by item, and the values that satisfy each; and what of it
   * could not be read. All of it plain JSON, in the checker's language, personal data masked.
   *
   * @throws RangeError where the draft can't be read as a record
   */
  requirements(draft: unknown): Requirements {
    const { record, diagnostics } = readRecord(draft, this.#packs.records);
    if (record === undefined)
      throw new RangeError('the draft is no record of a known kind with an id');
    const items = requirementsOf(this.checkerFor(record), record, this.#world, this.#asOf);
    const voice = {
      lang: this.#language,
      policy: this.checkerFor(record).policy,
      unmask: this.#unmask,
    };
    return {
      judged: items !== undefined,
      items: (items ?? []).map(({ explanation, satisfiedBy }) =>
        requirementJson(explanation, satisfiedBy, record, voice),
      ),
      diagnostics: diagnosticsJson(
        [...diagnostics, ...this.#unplaced(new Set([record.organisation]))],
        this.#language,
      ),
    };
  }

  /** As `check`, asking a source for facts and records only while they can still change a verdict. */
  async checkAsync(
    raw: unknown,
    { source }: { readonly source: AsyncSource },
  ): Promise<ReturnType<typeof toJson>> {
    const { record, diagnostics } = readRecord(raw, this.#packs.records);
    if (record === undefined) return this.#toJson(this.#report([], diagnostics));
    const fetcher = new Fetcher(source, this.#packs.records, this.#world);
    const organisation = await fetcher.organisation(record.organisation);
    const checker = this.#packs.checkerFor(this.#packs.placeOf(organisation));
    const found = await fetcher.untilDecided(checker, record, this.#asOf);
    const result = this.#checkBy(checker, found.record, found.world);
    const organisations = organisation === undefined ? [] : [organisation];
    return this.#toJson(
      this.#report([result], [...diagnostics, ...found.diagnostics], organisations),
    );
  }

  /**
   * Checks records, and the months, quarters, years and terms of organisations that lie inside complete books;
   * `onChecked` is told after each record, for progress.
   */
  checkAll(
    records: Iterable<RecordNode>,
    diagnostics: readonly Diagnostic[] = [],
    onChecked?: () => void,
  ): CheckReport {
    const results: RecordResult[] = [];
    for (const result of this.#each(records)) {
      results.push(result);
      onChecked?.();
    }
    return this.#report(results, [...this.#diagnostics, ...diagnostics]);
  }

  /**
   * As `checkAll`, handing over each result as soon as it is made and forgetting it: the report that comes of it has no
   * results. For more records than results that can be held.
   */
  checkEach(
    records: Iterable<RecordNode>,
    diagnostics: readonly Diagnostic[],
    onResult: (result: RecordResult) => void,
  ): CheckReport {
    const tally = new RunTally();
    for (const result of this.#each(records)) {
      tally.add(result);
      onResult(result);
    }
    return this.#reportOf(tally, [], [...this.#diagnostics, ...diagnostics]);
  }

  /** The results of records, and then of the periods of organisations. */
  *#each(records: Iterable<RecordNode>): Generator<RecordResult> {
    for (const record of records) yield this.checkRecord(record);
    for (const organisation of this.#records.all('organisation')) {
      const checker = this.#packs.checkerFor(this.#packs.placeOf(organisation));
      const { policy } = checker;
      for (const subject of periodSubjects(policy, organisation.id, this.#world, this.#books)) {
        yield this.#checkBy(checker, subject);
      }
    }
  }

  checkRecord(record: RecordNode): RecordResult {
    return this.#checkBy(this.checkerFor(record), record);
  }

  /**
   * Makes cases known before anything is checked: to records that name them, to cases that rest on others, and to rules that
   * look through the cases of a procedure.
   */
  addCases(logs: Iterable<CaseLog>): void {
    for (const log of logs) {
      this.#cases.add(log);
      const { procedure } = log;
      if (procedure === undefined) continue;
      // A case is a record of its procedure's name; most are never looked for.
      this.#records.addLater(procedure, () => this.#casesOf(log)?.recordOf(log, this.#world.clock));
    }
  }

  /**
   * How a case stands on the clock's day. Undefined where its organisation has no procedure of that id, or none was in
   * force when the case began.
   */
  checkCase(log: CaseLog): CaseResult | undefined {
    return this.#cases.resultOf(log);
  }

  /** Whether the organisation of a case has the procedure that it names, in force or not. */
  hasProcedure(log: CaseLog): boolean {
    return this.#casesOf(log) !== undefined;
  }

  /**
   * Whether a case can be checked without any other being known, and forgotten: neither does it rest on other cases, nor does
   * a rule of the packs ask for cases of its procedure. Which of them records name is for the caller to know.
   */
  standsApart({ procedure }: CaseLog): boolean {
    this.#apart ??= casesApart(this.#packs.library);
    return procedure !== undefined && this.#apart.has(procedure);
  }

  /**
   * A report with what was found of cases, and the packs, waivers and organisations that they rest on; of cases that were
   * only counted, without their results.
   */
  withCases(report: CheckReport, found: readonly CaseResult[] | CaseTally): CheckReport {
    const { policies, organisations: ids } =
      found instanceof CaseTally ? found : new CaseTally(found);
    const cases = found instanceof CaseTally ? [] : found;
    const law = this.#lawOf([...policies]);
    const used = new Set([...report.packs, ...law.packs].map(({ name }) => name));
    const organisations = new Map(report.organisations.map((record) => [record.id, record]));
    for (const record of this.#known(ids)) organisations.set(record.id, record);
    return {
      ...report,
      packs: this.#packs.info.filter(({ name }) => used.has(name)),
      organisations: [...organisations.values()].sort(byRecordId),
      waivers: [...new Set([...report.waivers, ...law.waivers])],
      cases,
    };
  }

  /** What may be done next in a case, step by step; undefined where `checkCase` is. */
  nextSteps(log: CaseLog): readonly NextStep[] | undefined {
    const cases = this.#casesOf(log);
    return cases === undefined ? undefined : nextSteps(cases, log, this.#world);
  }

  #casesOf({ procedure, organisation: id }: CaseLog): CaseChecker | undefined {
    if (procedure === undefined) return undefined;
    const organisation = id === undefined ? undefined : this.#records.get('organisation', id);
    return this.#packs.checkerFor(this.#packs.placeOf(organisation, procedure)).casesOf(procedure);
  }

  /** The policy and evaluator for the record's organisation. */
  checkerFor(record: RecordNode): RecordChecker {
    const id = record.record.id === 'organisation' ? record.id : record.organisation;
    const known = id === undefined ? undefined : this.#records.get('organisation', id);
    const organisation = known ?? (record.record.id === 'organisation' ? record : undefined);
    if (organisation === undefined) return this.#packs.checkerFor(this.#packs.placeOf(undefined));
    let checker = this.#checkers.get(organisation);
    if (checker === undefined) {
      checker = this.#packs.checkerFor(this.#packs.placeOf(organisation));
      this.#checkers.set(organisation, checker);
    }
    return checker;
  }

  get world(): World {
    return this.#world;
  }

  #checkBy(checker: RecordChecker, record: RecordNode, world = this.#world): RecordResult {
    return checker.check(record, world, this.#options);
  }

  #toJson(report: CheckReport): ReturnType<typeof toJson> {
    return toJson(report, this.#language, { unmask: this.#unmask });
  }

  #report(
    results: readonly RecordResult[],
    diagnostics: readonly Diagnostic[],
    organisations: readonly RecordNode[] = [],
  ): CheckReport {
    return this.#reportOf(new RunTally(results), results, diagnostics, organisations);
  }

  #reportOf(
    tally: RunTally,
    results: readonly RecordResult[],
    diagnostics: readonly Diagnostic[],
    organisations: readonly RecordNode[] = [],
  ): CheckReport {
    const law = this.#lawOf([...tally.policies]);
    return {
      clock: this.#world.clock,
      packs: law.packs,
      calendar: this.#world.calendar.digest,
      organisations: this.#organisationsOf(tally, organisations),
      books: this.#books.all,
      waivers: law.waivers,
      unavailable: tally.unavailable.list(),
      outcomes: tally.outcomes,
      results,
      diagnostics: [...diagnostics, ...this.#unplaced(tally.organisations)],
    };
  }

  #lawOf(policies: readonly Policy[]): Law {
    const [only] = policies;
    const known = only === undefined || policies.length > 1 ? undefined : this.#laws.get(only);
    if (known !== undefined) return known;
    const law = lawOf(policies, this.#packs);
    if (only !== undefined && policies.length === 1) this.#laws.set(only, law);
    return law;
  }

  /** Those that results and books name, as far as they are known; `more` are known besides. */
  #organisationsOf(tally: RunTally, more: readonly RecordNode[]): readonly RecordNode[] {
    const inBooks = (this.#inBooks ??= this.#known(
      this.#books.all.map((book) => book.organisation),
    ));
    const further = new Set<RecordNode>([
      ...more,
      ...tally.registers,
      ...this.#known(tally.organisations),
    ]);
    for (const record of inBooks) further.delete(record);
    // Mostly it is those of the books: the same list for each record.
    if (further.size === 0) return inBooks;
    const byId = new Map([...further, ...inBooks].map((record) => [record.id, record]));
    return [...byId.values()].sort(byRecordId);
  }

  #known(ids: Iterable<string | undefined>): readonly RecordNode[] {
    const known = new Map<string, RecordNode>();
    for (const id of ids) {
      const record = id === undefined ? undefined : this.#records.get('organisation', id);
      if (record !== undefined) known.set(record.id, record);
    }
    return [...known.values()].sort(byRecordId);
  }

  /** Once for each organisation whose place isn't known, or for which there are no lists. */
  #unplaced(organisations: ReadonlySet<string | undefined>): readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    for (const id of organisations) {
      if (id === undefined) continue;
      const organisation = this.#records.get('organisation', id);
      const problem = placeProblem(id, organisation);
      if (problem !== undefined) found.push(problem);
      const subject = this.#packs.assumedSubject(organisation);
      if (subject !== undefined) found.push(diagnostic('subject-assumed', { id, subject }));
      const lists = this.#packs.listsProblem(id, organisation);
      if (lists !== undefined) found.push(lists);
    }
    return found;
  }
}

/**
 * Makes a checker. Packs are compiled as records ask for them.
 *
 * @example
 * const checker = createChecker(packs, { lang: 'zh', clock: '2026-03-01' });
 */
export function createChecker(packs: Packs, options: CheckerOptions = {}): Checker {
  return new Checker(packs, options);
}

function readAll(
  given: Iterable<unknown>,
  packs: Packs,
): { records: RecordNode[]; diagnostics: Diagnostic[] } {
  const records: RecordNode[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of given) {
    if (isRead(item)) {
      records.push(item);
      continue;
    }
    const read = readRecord(item, packs.records);
    if (read.record !== undefined) records.push(read.record);
    diagnostics.push(...read.diagnostics);
  }
  return { records, diagnostics };
}

/** What an explanation shows of other records must not depend on the order in which they were given. */
function inOrder(records: readonly RecordNode[]): readonly RecordNode[] {
  return [...records].sort(
    (a, b) => compareText(a.id, b.id) || compareText(a.organisation ?? '', b.organisation ?? ''),
  );
}

function isRead(item: unknown): item is RecordNode {
  return typeof item === 'object' && item !== null && 'record' in item && 'fields' in item;
}

/** The rules that a report stands on. */
interface Law {
  readonly packs: readonly PackInfo[];
  readonly waivers: readonly Waiver[];
}

function lawOf(policies: readonly Policy[], packs: Packs): Law {
  const used = new Set(policies.flatMap((policy) => policy.packs.map(({ name }) => name)));
  return {
    packs: packs.info.filter(({ name }) => used.has(name)),
    waivers: [...new Set(policies.flatMap(({ waivers }) => waivers))],
  };
}

function byRecordId(a: RecordNode, b: RecordNode): number {
  return compareText(a.id, b.id);
}

function dayFrom(text: string, name: string): Day {
  const day: Value = parseDate(text);
  if (typeof day !== 'number') throw new RangeError(`${name} is no day: ${text}`);
  return day;
}

function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
