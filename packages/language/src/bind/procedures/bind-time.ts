import {
  type CalendarUnit,
  type Counting,
  type Expression,
  type ProcedureRule,
  said,
  type StepPart,
  type Text,
  type Within,
} from '@qingdan/core';
import { ownerParams, wordText } from '../../documents/words.js';
import { booleanOf, get, type Node, shorten, startOf, textOf } from '../../read/node.js';
import { choiceOf } from '../../read/read-values.js';
import { bindOperand } from '../bind-operand.js';
import { A_DURATION, A_NUMBER } from '../expect.js';
import { type Course, partAt, stepAt, word } from './course.js';

type Rule<K extends ProcedureRule['kind']> = Extract<ProcedureRule, { kind: K }>;

/** A length of time: a literal, or a value form. */
export function bindLength(node: Node | undefined, course: Course): Expression | undefined {
  // A bare word is a slip in a length, not a fact.
  return bindOperand(node, { ...A_DURATION, facts: false }, course.scope, course.context);
}

/** `within` of a step, with what stands beside it. */
export function bindWithin(
  node: Node,
  step: string,
  owner: Node,
  course: Course,
): Rule<'deadline'> | undefined {
  const phrase = phraseOf(node, 'of', 'time after a step, such as `3 workdays of accept`', course);
  const to = targetOf(step, node, owner);
  const span =
    node.kind === 'map'
      ? spanOfTime(get(node, 'within'), get(node, 'of'), node, course)
      : phrase === undefined
        ? undefined
        : lengthOf(bindLength(phrase.length, course), partAt(phrase.step, 'end', course));
  const paused = pauseOf(node, course);
  const more = bindCards(owner, course);
  if (span === undefined || paused === undefined || more === undefined) return undefined;
  return { kind: 'deadline', ...span, to, ...paused, ...more };
}

/** What of a step must lie in time: the beginning of one that has to last, else its end. */
function targetOf(step: string, node: Node, owner: Node): StepPart {
  const lasts = get(owner, 'publicity') !== undefined;
  return {
    step,
    part: choiceOf(get(node, 'part'), ['start', 'end'] as const) ?? (lasts ? 'start' : 'end'),
  };
}

/** A span over several steps. */
export function bindSpan(node: Node, course: Course): Rule<'deadline'> | undefined {
  const from = partAt(get(node, 'from'), 'end', course);
  const to = partAt(get(node, 'to'), 'end', course);
  const length = bindLength(get(node, 'within'), course);
  const paused = pauseOf(node, course);
  const more = bindCards(node, course);
  if (from === undefined || to === undefined || length === undefined) return undefined;
  if (paused === undefined || more === undefined) return undefined;
  return { kind: 'deadline', from, to, within: { kind: 'length', length }, ...paused, ...more };
}

/** `10 days after accept`, or `by` and `after` apart. */
export function bindGap(node: Node, step: string, course: Course): Rule<'gap'> | undefined {
  const phrase = phraseOf(
    node,
    'after',
    'gap after a step, such as `10 days after accept`',
    course,
  );
  const least = bindLength(phrase?.length ?? get(node, 'by'), course);
  const from = partAt(phrase?.step ?? get(node, 'after'), 'end', course);
  return least === undefined || from === undefined
    ? undefined
    : { kind: 'gap', from, to: { step, part: 'start' }, least };
}

export function bindPublicity(
  node: Node,
  step: string,
  course: Course,
): Rule<'publicity'> | undefined {
  const least = bindLength(get(node, 'min'), course);
  const interrupting = get(node, 'interruptedBy');
  const interruptedBy = stepAt(interrupting, course);
  return least === undefined || (interrupting !== undefined && interruptedBy === undefined)
    ? undefined
    : { kind: 'publicity', step, least, interruptedBy };
}

export function bindRepeats(
  node: Node,
  step: string,
  course: Course,
): Rule<'recurrence'> | undefined {
  const every = bindLength(get(node, 'every'), course);
  const ending = get(node, 'until');
  const until = stepAt(ending, course);
  return every === undefined || (ending !== undefined && until === undefined)
    ? undefined
    : { kind: 'recurrence', step, every, until };
}

type Span = Pick<Rule<'deadline'>, 'from' | 'within'>;

function lengthOf(length: Expression | undefined, from: StepPart | undefined): Span | undefined {
  return length === undefined || from === undefined
    ? undefined
    : { from, within: { kind: 'length', length } };
}

/** Length and step apart; the step may be the end of the month, quarter or year in which it lies. */
function spanOfTime(
  within: Node | undefined,
  of: Node | undefined,
  owner: Node,
  course: Course,
): Span | undefined {
  const length = within === undefined ? undefined : bindLength(within, course);
  const end = get(of, 'end');
  if (end === undefined) {
    if (within === undefined) {
      const params = { ...ownerParams('time after a step'), key: 'within' };
      course.context.report.add('missing-key', params, startOf(owner));
    }
    return lengthOf(length, partAt(of, 'end', course));
  }
  const [, unit, step = ''] = END.exec(textOf(end) ?? '') ?? [];
  if (unit === undefined) {
    badPhrase(end, wordText('end of a period, such as `month of accept`'), course);
    return undefined;
  }
  const from = partAt(word(step, end), 'end', course);
  if (from === undefined || (within !== undefined && length === undefined)) return undefined;
  const ends: Within = { kind: 'end', of: unit as CalendarUnit, plus: length };
  return { from, within: ends };
}

const END = /^(month|quarter|year) of (\S+)$/u;
const PHRASE = /^(.+?) (of|after) (\S+)$/u;

/** The two parts of a phrase; undefined where there is none, which is reported of a text. */
function phraseOf(
  node: Node,
  joint: 'of' | 'after',
  expected: string,
  course: Course,
): { readonly length: Node; readonly step: Node } | undefined {
  const text = textOf(node);
  if (text === undefined) return undefined;
  const [, length, between, step] = PHRASE.exec(text) ?? [];
  if (length === undefined || step === undefined || between !== joint) {
    badPhrase(node, wordText(expected), course);
    return undefined;
  }
  return { length: word(length, node), step: word(step, node) };
}

/** Says what a phrase should look like. */
export function badPhrase(node: Node, expected: Text, { context }: Course): void {
  const value = node.kind === 'scalar' ? shorten(node.text) : '…';
  context.report.add('bad-value', { value, ...said('expected', expected) }, startOf(node));
}

function pauseOf(node: Node, course: Course): Pick<Rule<'deadline'>, 'pausedBy'> | undefined {
  const pausing = get(node, 'pausedBy');
  const pausedBy = stepAt(pausing, course);
  return pausing !== undefined && pausedBy === undefined ? undefined : { pausedBy };
}

/** When the card of a deadline is yellow, and how its days are counted: as in civil law where it doesn't say. */
function bindCards(
  node: Node,
  course: Course,
): { readonly yellow: Expression | undefined; readonly counting: Counting } | undefined {
  const share = get(node, 'yellow');
  const yellow = share === undefined ? undefined : bindShareOfTime(share, course);
  if (share !== undefined && yellow === undefined) return undefined;
  const counting = get(node, 'counting');
  return {
    yellow,
    counting: {
      includesFirst: booleanOf(get(counting, 'includesFirst')) ?? false,
      rolls: booleanOf(get(counting, 'rolls')) ?? true,
    },
  };
}

const PER_CENT = /^(\d{1,2}|100)%$/u;

function bindShareOfTime(node: Node, course: Course): Expression | undefined {
  const cent = PER_CENT.exec(textOf(node) ?? '')?.[1];
  return bindOperand(
    cent === undefined ? node : word(`${cent}/100`, node),
    { ...A_NUMBER, literal: { kind: 'ratio', min: 0, max: 1 }, facts: false },
    course.scope,
    course.context,
  );
}
