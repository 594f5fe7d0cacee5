import {
  BINARY_TEMPLATES,
  type BinaryTemplate,
  type CaseEvent,
  type CaseVerdict,
  type Condition,
  type Constraint,
  type Day,
  type EventPattern,
  type Expression,
  type RecordType,
  startOfDay,
  StructType,
  type Template,
  UNARY_TEMPLATES,
  type UnaryTemplate,
  type Value,
} from '@qingdan/core';
import { createScope } from '../compiled/compiler.js';
import { Frame } from '../compiled/frame.js';
import type { Moment, Monitor, MonitorKind, Stand } from '../procedures/monitor.js';
import { template } from '../procedures/monitors/templates/index.js';
import {
  element,
  expression,
  fact,
  is,
  literal,
  on,
  policyOf,
  recordOf,
  say,
  SPAN,
  worldOf,
} from './build.js';

/** Cases of events a, b and c that say a number x, and constraints over them, for the tests of the templates. */

const CASE: RecordType = {
  id: 'case',
  label: say('case'),
  fields: new StructType([
    { name: 'x', type: { kind: 'integer' }, label: say('x'), privacy: 'public' },
    { name: 'sure', type: { kind: 'boolean' }, label: say('sure'), privacy: 'public' },
  ]),
  register: true,
  shared: false,
};

/** An event of a test: its step, its day (from 2026-02-01), and what it says; undefined is unknown. */
export interface Line {
  readonly step: string;
  readonly day?: number;
  readonly x?: number | undefined;
  /** False: it isn't known whether a condition on it holds. */
  readonly sure?: boolean;
  /** What the log says of its order; absent: its place, null: nothing. */
  readonly seq?: number | null;
  /** Absent: only its day is known. */
  readonly hour?: number;
}

const DAY_0 = on(2, 1);
const world = worldOf();

function eventOf({ step, day = 0, seq, hour }: Line, position: number): CaseEvent {
  return {
    id: String(position),
    step,
    iteration: undefined,
    kind: 'instant',
    day: DAY_0 + day,
    instant: hour === undefined ? undefined : startOfDay(DAY_0 + day) + hour * 3_600_000,
    seq: seq === null ? undefined : (seq ?? position),
    recordedAt: undefined,
    by: undefined,
    participants: [],
    evidence: [],
    tallies: [],
    voids: undefined,
    data: {},
    place: undefined,
  };
}

export function momentsOf(lines: readonly Line[]): readonly Moment[] {
  return lines.map((line, position) => {
    const event = eventOf(line, position);
    const record = recordOf(CASE, 'C', {
      x: line.x,
      sure: line.sure === false ? undefined : true,
    });
    const frame = new Frame(world, record, event.day, 0);
    return { event, position, frame, home: frame };
  });
}

export const x = fact('x', CASE);
export const xOfActivation = element(CASE, 'x');
/** True, or unknown where a line isn't sure. */
export const IS_SURE: Condition = is(fact('sure', CASE), 'equal', literal(true));
export const SAME_X: Condition = is(x, 'equal', xOfActivation);
export const length = (value: Value): Expression =>
  expression({ kind: 'literal', value }, { kind: 'duration' });

export const pattern = (step: string, when?: Condition): EventPattern => ({ step, when });

export function unary(kind: UnaryTemplate, count: number, of = pattern('a')): Template {
  return { kind, of, count };
}

export function binary(
  kind: BinaryTemplate,
  more: Partial<Omit<Extract<Template, { kind: BinaryTemplate }>, 'kind'>> = {},
): Template {
  return {
    kind,
    activation: pattern('a'),
    target: pattern('b'),
    correlation: undefined,
    time: undefined,
    ...more,
  };
}

/** Every template once, and those that count with several numbers. */
export function everyTemplate(when?: Condition): readonly Template[] {
  const a = pattern('a', when);
  const b = pattern('b', when);
  return [
    ...UNARY_TEMPLATES.flatMap((kind) =>
      (kind === 'init' || kind === 'end' ? [1] : [1, 2, 3]).map((n) => unary(kind, n, a)),
    ),
    ...BINARY_TEMPLATES.map((kind) => binary(kind, { activation: a, target: b })),
  ];
}

export const nameOf = (template: Template): string =>
  'count' in template ? `${template.kind}(${String(template.count)})` : template.kind;

const scope = createScope(policyOf({}));

export function kindOf(of: Template): MonitorKind {
  const constraint: Constraint = {
    id: nameOf(of),
    rule: { kind: 'template', template: of },
    severity: 'minor',
    nature: 'violation',
    basis: [],
    remedy: undefined,
    span: SPAN,
  };
  return template(constraint, of, { scope });
}

/** How a monitor stands on a day (from 2026-02-01), of a case that is closed or not. */
export function standOf(monitor: Monitor, closed: boolean, day: Day, last?: Moment): Stand {
  return monitor.stand({
    day: DAY_0 + day,
    closed,
    calendar: world.calendar,
    last,
    owes: () => true,
  });
}

/** Shows a monitor those events that it asks for. */
export function show(kind: MonitorKind, monitor: Monitor, moments: readonly Moment[]): void {
  for (const moment of moments)
    if (kind.steps === undefined || kind.steps.has(moment.event.step)) monitor.observe(moment);
}

export function judge(
  kind: MonitorKind,
  lines: readonly Line[],
  { closed = false, day = lines.at(-1)?.day ?? 0 }: { closed?: boolean; day?: number } = {},
): Stand {
  const monitor = kind.start();
  const moments = momentsOf(lines);
  show(kind, monitor, moments);
  return standOf(monitor, closed, day, moments.at(-1));
}

export const verdictOf = (kind: MonitorKind, lines: readonly Line[], closed = false): CaseVerdict =>
  judge(kind, lines, { closed }).verdict;
