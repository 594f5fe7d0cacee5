import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import { compare, OPERATORS, type Truth } from './compare.js';
import { type Facts, type Fields, type RawRecord, readFacts, readGoverningDate } from './facts.js';
import { FORMS, type Scope } from './forms.js';
import { type Days, readDays } from './times.js';

/** One item of a list under the law of one stretch of time, as `qingdan export json-rules-engine` writes it. */
export interface RuleSet {
  readonly schema: 'qingdan.json-rules-engine/1';
  readonly item: string;
  /** The kind of record it judges. */
  readonly record: string;
  /** Half-open: from a day until before another; null is without end. */
  readonly effective: { readonly from: string | null; readonly until: string | null };
  /** The field whose date must lie in that stretch; null: the clock must. */
  readonly governingDate: string | null;
  readonly fields: Fields;
  /** `<item>#certain` fires where the item is violated, `<item>#possible` where it may be. */
  readonly rules: readonly RuleProperties[];
}

export interface Verdict {
  readonly item: string;
  readonly verdict: 'violated' | 'undetermined' | 'clear';
}

/** Judges a record by the rule sets of its kind, each item by the law of the record's own day. */
export async function judge(
  ruleSets: readonly RuleSet[],
  record: RawRecord,
  { clock }: { readonly clock: string },
): Promise<Verdict[]> {
  const sets = ruleSets.filter((set) => set.record === record.kind);
  const verdicts: Verdict[] = [];
  for (const item of new Set(sets.map((set) => set.item))) {
    const own = sets.filter((set) => set.item === item);
    verdicts.push({ item, verdict: await judgeItem(own, record, clock) });
  }
  return verdicts;
}

async function judgeItem(
  sets: readonly RuleSet[],
  record: RawRecord,
  clock: string,
): Promise<Verdict['verdict']> {
  const field = sets[0]?.governingDate ?? null;
  const days = field === null ? readDays(clock) : readGoverningDate(record, field);
  if (days === undefined) return 'undetermined';
  const governing = sets.filter((set) => shareOf(set, days) > 0);
  const truths: Truth[] = [];
  for (const set of governing) truths.push(await run(set, record, clock));
  const uncovered = governing.reduce((left, set) => left - shareOf(set, days), length(days));
  if (uncovered > 0) truths.push(false);
  // A month or year in which the law changes is decided only by what all its laws decide.
  const [first] = truths;
  if (first === undefined || truths.some((truth) => truth !== first)) return 'undetermined';
  return first ? 'violated' : 'clear';
}

/** True where the certain rule of a set fires, unknown where only the possible one does. */
async function run(set: RuleSet, record: RawRecord, clock: string): Promise<Truth> {
  const { results } = await createEngine(set).run(factsOf(set, record, { clock }));
  const fired = new Set(results.map(({ name }) => name));
  if (fired.has(`${set.item}#certain`)) return true;
  return fired.has(`${set.item}#possible`) ? undefined : false;
}

/** An engine of json-rules-engine with the rules of a set and all that they need. Run it with `factsOf` a record. */
export function createEngine(set: RuleSet): Engine {
  return install(new Engine([...set.rules]));
}

/**
 * Gives an engine the operators and facts that rule sets use. It takes over the library's ten operators, so that they
 * compare exactly and none is true where a fact is unknown; `possibly:` and `not:` say the rest.
 */
export function install(engine: Engine): Engine {
  for (const name of OPERATORS) {
    engine.addOperator(name, (a: unknown, b: unknown) => compare(name, a, b) === true);
    engine.addOperator(`not:${name}`, (a: unknown, b: unknown) => compare(name, a, b) === false);
    engine.addOperator(
      `possibly:${name}`,
      (a: unknown, b: unknown) => compare(name, a, b) !== false,
    );
    engine.addOperator(
      `possibly:not:${name}`,
      (a: unknown, b: unknown) => compare(name, a, b) !== true,
    );
  }
  for (const [name, form] of Object.entries(FORMS)) {
    const value = async (params: unknown, almanac: Almanac): Promise<unknown> => {
      const record = await almanac.factValue<Facts>('qingdan.record');
      const scope: Scope = { record, elements: {} };
      return form(params as never, scope);
    };
    engine.addFact(name, value, { cache: false });
  }
  return engine;
}

/** The facts of a record for one run: unknown ones too, as undefined. */
export function factsOf(
  set: RuleSet,
  record: RawRecord,
  { clock }: { readonly clock: string },
): Record<string, unknown> {
  const facts = { ...readFacts(record, set.fields), 'qingdan.today': readDays(clock) };
  return { ...facts, 'qingdan.record': facts };
}

/** How many of the days of a date lie in the stretch of a set. */
function shareOf({ effective }: RuleSet, { first, last }: Days): number {
  const from = readDays(effective.from)?.first ?? -Infinity;
  const until = readDays(effective.until)?.first ?? Infinity;
  return Math.max(0, Math.min(last, until - 1) - Math.max(first, from) + 1);
}

function length({ first, last }: Days): number {
  return last - first + 1;
}
