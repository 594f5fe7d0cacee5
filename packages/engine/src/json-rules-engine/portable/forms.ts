import { all, any, compare, not, type Truth } from './compare.js';
import { type Facts, readScalar } from './facts.js';
import { add, divide, isNum, multiply, type Num, subtract } from './numbers.js';
import { civil, Days, Duration, isDay, monthsBetween, move } from './times.js';

/** A condition inside a fact's parameters: the grammar of the rules, over the record and the elements of its lists. */
export type Where =
  | { readonly all: readonly Where[] }
  | { readonly any: readonly Where[] }
  | { readonly not: Where }
  | (Operand & { readonly operator: string; readonly value?: unknown });

/** A fact, perhaps of an element: `{ fact: 'a', path: '$.person' }`. */
export interface Operand {
  readonly fact: string;
  readonly path?: string;
  readonly params?: unknown;
}

/** Which elements of a list of the record are looked at, and under what name. */
export interface Source {
  readonly in: Operand;
  readonly as: string;
  readonly where?: Where;
}

/** What names mean: the elements by their names, else the facts of the record. */
export interface Scope {
  readonly record: Facts;
  readonly elements: Facts;
}

function truthOf(where: Where, scope: Scope): Truth {
  if ('all' in where) return all(where.all.map((part) => truthOf(part, scope)));
  if ('any' in where) return any(where.any.map((part) => truthOf(part, scope)));
  if ('not' in where) return not(truthOf(where.not, scope));
  const right = isOperand(where.value) ? valueOf(where.value, scope) : where.value;
  return compare(where.operator, valueOf(where, scope), right);
}

export function valueOf({ fact, path, params }: Operand, scope: Scope): unknown {
  const form = FORMS[fact];
  const from = Object.hasOwn(scope.elements, fact) ? scope.elements : scope.record;
  let value = form === undefined ? from[fact] : form(params as never, scope);
  for (const name of path?.split('.').slice(1) ?? [])
    value = isGroup(value) ? (value as Facts)[name] : value === null ? null : undefined;
  return value;
}

/** Values that are worked out, by the name of the fact; their parameters are facts and values again. */
export const FORMS: Readonly<Record<string, (params: never, scope: Scope) => unknown>> = {
  'qingdan.unknown': () => undefined,
  'qingdan.nothing': () => null,
  'qingdan.literal': ({ type, value }: { type: string; value: unknown }) =>
    Array.isArray(value) ? value.map((item) => readScalar(item, type)) : readScalar(value, type),
  'qingdan.truth': ({ where }: { where: Where }, scope) => truthOf(where, scope),
  'qingdan.some': (source: Source, scope) => any(members(source, scope).map(({ is }) => is)),
  'qingdan.every': (source: Source, scope) => all(members(source, scope).map(({ is }) => is)),
  'qingdan.none': (source: Source, scope) => not(any(members(source, scope).map(({ is }) => is))),
  'qingdan.count': (source: Source, scope) => counted(source, scope)?.length,
  'qingdan.countDistinct': (over: Over, scope) => distinct(valuesIn(over, scope)),
  'qingdan.collect': (over: Over, scope) => valuesIn(over, scope),
  'qingdan.sum': (over: Over, scope) => sum(valuesIn(over, scope)),
  'qingdan.min': (over: Over, scope) => furthest('lessThan', valuesIn(over, scope)),
  'qingdan.max': (over: Over, scope) => furthest('greaterThan', valuesIn(over, scope)),
  'qingdan.lookup': lookup,
  'qingdan.ratio': arithmetic(divide),
  'qingdan.difference': arithmetic(subtract),
  'qingdan.product': arithmetic(multiply),
  'qingdan.days': between((from, to) => to - from),
  'qingdan.months': between(monthsBetween),
  'qingdan.years': between((from, to) => Math.trunc(monthsBetween(from, to) / 12) + 0),
  'qingdan.shift': shift,
  'qingdan.part': part,
  'qingdan.without': without,
  'qingdan.table': table,
};

interface Over extends Source {
  readonly of: Operand;
}

interface Member {
  readonly is: Truth;
  readonly scope: Scope;
}

/** The elements of a list; where the list isn't known, one of which nothing is known stands for them. */
function members({ in: list, as, where }: Source, scope: Scope): readonly Member[] {
  const items = valueOf(list, scope);
  if (items === null) return [];
  if (!Array.isArray(items)) return [{ is: undefined, scope }];
  return items.map((item: unknown) => {
    const inner = { ...scope, elements: { ...scope.elements, [as]: item } };
    return { is: where === undefined ? true : truthOf(where, inner), scope: inner };
  });
}

/** Those that count; undefined where that isn't known of each. */
function counted(source: Source, scope: Scope): readonly Member[] | undefined {
  const found = members(source, scope);
  return found.some(({ is }) => is === undefined) ? undefined : found.filter(({ is }) => is);
}

/** What the elements that count have; an element known to have no value adds nothing. */
function valuesIn(over: Over, scope: Scope): readonly unknown[] | undefined {
  return counted(over, scope)
    ?.map((member) => valueOf(over.of, member.scope))
    .filter((value) => value !== null);
}

function distinct(values: readonly unknown[] | undefined): number | undefined {
  if (values?.every((value) => compare('equal', value, value) === true) !== true) return undefined;
  return values.filter(
    (value, index) => !values.slice(0, index).some((other) => compare('equal', value, other)),
  ).length;
}

function sum(values: readonly unknown[] | undefined): Num | undefined {
  return values?.every(isNum) === true ? values.reduce<Num>(add, 0) : undefined;
}

function furthest(operator: string, values: readonly unknown[] | undefined): unknown {
  if (values?.length === 0) return null;
  const isLast = (value: unknown): boolean =>
    values?.every((other) => compare(operator, other, value) === false) === true;
  return values?.find(isLast);
}

function lookup(
  { of, latest, earliest, ...source }: Over & { latest?: Operand; earliest?: Operand },
  scope: Scope,
): unknown {
  const found = counted(source, scope);
  const [first] = found ?? [];
  if (found === undefined || first === undefined) return found === undefined ? undefined : null;
  const by = latest ?? earliest;
  if (by === undefined) return found.length === 1 ? valueOf(of, first.scope) : undefined;
  const operator = latest === undefined ? 'lessThan' : 'greaterThan';
  const isBefore = (a: Member, b: Member): Truth =>
    compare(operator, valueOf(by, a.scope), valueOf(by, b.scope));
  const best = found.find((a) => found.every((b) => a === b || isBefore(a, b) === true));
  return best === undefined ? undefined : valueOf(of, best.scope);
}

/** Unknown in gives unknown out, else none in gives none out. */
function known<T>(values: readonly unknown[], then: () => T): T | null | undefined {
  return values.includes(undefined) ? undefined : values.includes(null) ? null : then();
}

type Form<P> = (params: P, scope: Scope) => unknown;

function arithmetic(
  calculate: (a: Num, b: Num) => Num | undefined,
): Form<{ of: [Operand, Operand] }> {
  return ({ of }, scope) => {
    const [a, b] = [valueOf(of[0], scope), valueOf(of[1], scope)];
    return known([a, b], () => (isNum(a) && isNum(b) ? calculate(a, b) : undefined));
  };
}

function between(
  count: (from: number, to: number) => number,
): Form<{ from: Operand; to: Operand }> {
  return (ends, scope) => {
    const [from, to] = [valueOf(ends.from, scope), valueOf(ends.to, scope)];
    return known([from, to], () =>
      isDay(from) && isDay(to) ? count(from.first, to.first) : undefined,
    );
  };
}

function shift(
  params: { date: Operand; by: Operand; backwards?: boolean },
  scope: Scope,
): Days | null | undefined {
  const [date, by] = [valueOf(params.date, scope), valueOf(params.by, scope)];
  return known([date, by], () =>
    date instanceof Days && by instanceof Duration
      ? move(date, by, params.backwards === true)
      : undefined,
  );
}

function part(params: { of: Operand; unit: string }, scope: Scope): number | null | undefined {
  const date = valueOf(params.of, scope);
  return known([date], () => {
    if (!isDay(date)) return undefined;
    const { year, month } = civil(date.first);
    return params.unit === 'year' ? year : params.unit === 'month' ? month : Math.ceil(month / 3);
  });
}

function without({ of }: { of: [Operand, Operand] }, scope: Scope): unknown[] | undefined {
  const [list, removed] = [valueOf(of[0], scope), valueOf(of[1], scope)];
  if (!Array.isArray(list) || !Array.isArray(removed)) return undefined;
  const isRemoved = list.map((item: unknown) =>
    compare('in', item === null ? undefined : item, removed),
  );
  return isRemoved.includes(undefined)
    ? undefined
    : (list as unknown[]).filter((_, index) => isRemoved[index] === false);
}

interface TableParams {
  readonly inputs: Readonly<Record<string, Operand>>;
  readonly rows: readonly {
    readonly when: Readonly<
      Record<string, readonly (readonly [operator: string, value: unknown])[]>
    >;
    readonly then: Operand | null;
  }[];
}

/** The output of the one row whose conditions hold; none where no row does. */
function table({ inputs, rows }: TableParams, scope: Scope): unknown {
  const matching = rows
    .map(({ when, then }) => {
      const cells = Object.entries(when).flatMap(([name, tests]) => {
        const input = inputs[name];
        const value = input === undefined ? undefined : valueOf(input, scope);
        return tests.map(([operator, limit]) => compare(operator, value, limit));
      });
      return { then, is: all(cells) };
    })
    .filter(({ is }) => is !== false);
  const [only] = matching;
  if (only === undefined) return null;
  if (matching.length > 1 || only.is === undefined) return undefined;
  return only.then === null ? undefined : valueOf(only.then, scope);
}

function isOperand(value: unknown): value is Operand {
  return typeof value === 'object' && value !== null && 'fact' in value;
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
