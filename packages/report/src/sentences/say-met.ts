import {
  type ClauseTrace,
  type Expression,
  NONE,
  type OperandTrace,
  type Type,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { sayValue } from '../values/say-value.js';
import { sayAbsence } from './say-absence.js';
import { ownWordsOf, sayClause, sayHeading } from './say-clause.js';
import { sayExpression } from './say-expression.js';
import { sayLooked } from './say-looked.js';
import { type Speech, withFigures } from './speech.js';
import { traitsOf } from './traits.js';

/**
 * The rule as it met a record, in one sentence without an end: `付款方式为现金（记录为：现金）`. Of a group only its heading,
 * unless it has words of its own.
 */
export function sayMet(trace: ClauseTrace, speech: Speech): string {
  const isNegation = trace.clause.kind === 'not' && trace.result === true;
  const absence = isNegation ? sayAbsent(trace, speech) : undefined;
  if (absence !== undefined) return absence;
  return withNotes(sayHeading(trace.clause, speechAt(trace, speech)), trace, speech);
}

/** The same for the way the clause went: a false clause is said as its opposite. */
export function sayFact(trace: ClauseTrace, speech: Speech): string {
  const answer = sayAnswer(comparedIn(trace), speech);
  if (answer !== undefined) return answer;
  const absence = sayAbsent(trace, speech);
  if (absence !== undefined) return absence;
  const negated = trace.result === false;
  const inner = speechAt(trace, speech);
  const text =
    trace.result === undefined
      ? sayClause(trace.clause, inner)
      : sayClause(trace.clause, inner, { negated });
  return saysValue(comparedIn(trace)) ? text : withNotes(text, trace, speech);
}

/** That a value is known not to exist, with what was looked through for it. */
function sayAbsent(trace: ClauseTrace, speech: Speech): string | undefined {
  if (ownWordsOf(trace.clause) !== undefined) return undefined;
  const compared = comparedIn(trace);
  const text = sayAbsence(compared, speechAt(trace, speech));
  return text === undefined ? undefined : noted(text, sayOperandsLooked(compared, speech), speech);
}

/** Of a question of yes or no that the record answers, the answer. */
function sayAnswer({ clause, left, right }: ClauseTrace, speech: Speech): string | undefined {
  if (clause.kind !== 'compare' || clause.says !== undefined) return undefined;
  if (typeof left?.value !== 'boolean' || right?.expression.kind !== 'literal') return undefined;
  const isTable = left.expression.kind === 'table';
  const { privacy } = traitsOf(left.expression, speech);
  if (privacy !== 'public') return undefined;
  return say(speech.lang, isTable ? 'compare.equal.table' : 'compare.equal.boolean', {
    left: sayExpression(left.expression, speech),
    right: sayValue(left.value, BOOLEAN, speech),
  });
}

const BOOLEAN: Type = { kind: 'boolean' };

/** Whether the sentence gives the value that was read: it is what the clause names, by the clause's own words or not. */
function saysValue({ clause, result, right }: ClauseTrace): boolean {
  if (clause.kind !== 'compare' || right?.expression.kind !== 'literal') return false;
  if (clause.says !== undefined) return false;
  return clause.operator === 'equal'
    ? result === true
    : clause.operator === 'notEqual' && result === false;
}

/** Parameters as they were in force when the clause was judged. */
function speechAt(trace: ClauseTrace, speech: Speech): Speech {
  const { left, right } = comparedIn(trace);
  const seen = [left?.parameter, right?.parameter].filter((figure) => figure !== undefined);
  return seen.every(({ id, inForce }) => inForce === speech.inForce(id))
    ? speech
    : withFigures(speech, (id) => {
        const figure = seen.find((other) => other.id === id);
        return figure === undefined ? speech.inForce(id) : figure.inForce;
      });
}

function comparedIn(trace: ClauseTrace): ClauseTrace {
  const [only] = trace.children;
  return trace.clause.kind === 'not' && only !== undefined ? comparedIn(only) : trace;
}

function withNotes(text: string, trace: ClauseTrace, speech: Speech): string {
  const { lang } = speech;
  const { left, right, looked, clause } = comparedIn(trace);
  const notes = [
    ...(clause.kind === 'holder' ? sayHolder(speech) : []),
    ...sayRead(left, right, speech),
    ...(looked === undefined ? [] : sayLooked(looked, speech)),
    ...sayOperandsLooked({ left, right }, speech),
  ];
  if (ownWordsOf(trace.clause) !== undefined && right?.expression.kind === 'parameter') {
    const expected = sayExpression(right.expression, speechAt(trace, speech));
    notes.push(say(lang, 'met.expected', { expected }));
  }
  if (clause.kind === 'compare' && trace.result === undefined && notes.length === 0)
    notes.push(say(lang, 'met.undecided'));
  return noted(text, notes, speech);
}

function noted(text: string, notes: readonly string[], { lang }: Speech): string {
  return notes.length === 0
    ? text
    : say(lang, 'note', { text, note: notes.join(say(lang, 'note.join')) });
}

function sayOperandsLooked(
  {
    left,
    right,
  }: { readonly left?: OperandTrace | undefined; readonly right?: OperandTrace | undefined },
  speech: Speech,
): string[] {
  return [left?.looked, right?.looked].flatMap((looked) =>
    looked === undefined ? [] : sayLooked(looked, speech),
  );
}

/** Which body acted, by the record. */
function sayHolder({ kind, record, lang, policy, unmask }: Speech): string[] {
  const field = kind?.holder === undefined ? undefined : kind.fields.fields[kind.holder];
  if (kind?.holder === undefined || field === undefined || record === undefined) return [];
  const value = record.fields.values[kind.holder];
  if (value === undefined) return [say(lang, 'met.missing')];
  const actual = sayValue(value, field.type, { lang, policy, unmask }, { privacy: field.privacy });
  return [say(lang, 'met.recorded', { actual })];
}

function sayRead(
  left: OperandTrace | undefined,
  right: OperandTrace | undefined,
  speech: Speech,
): string[] {
  const { lang } = speech;
  const leftRead = left === undefined ? undefined : readOf(left, speech);
  const rightRead = right === undefined ? undefined : readOf(right, speech);
  if (leftRead !== undefined && rightRead !== undefined) {
    return [
      leftRead === rightRead
        ? say(lang, 'met.both', { actual: leftRead })
        : say(lang, 'met.each', { left: leftRead, right: rightRead }),
    ];
  }
  if (leftRead !== undefined && left !== undefined) return [sayActual(left, leftRead, speech)];
  return rightRead === undefined ? [] : [say(lang, 'met.expected', { expected: rightRead })];
}

function sayActual({ expression, value }: OperandTrace, actual: string, { lang }: Speech): string {
  if (value === undefined && expression.kind === 'fact') return say(lang, 'met.missing');
  return say(lang, isRead(expression) ? 'met.recorded' : 'met.computed', { actual });
}

/** What the sentence doesn't say by itself: literals and parameters it does. */
function readOf({ expression, value }: OperandTrace, speech: Speech): string | undefined {
  if (expression.kind === 'literal' || expression.kind === 'parameter') return undefined;
  // Whether a list has anything is all that `present` asks; a struct or record is named elsewhere.
  if (expression.type.kind === 'record' && value !== undefined && value !== NONE) return undefined;
  const traits = traitsOf(expression, speech);
  return sayValue(value, traits.type, speech, traits);
}

/** Read from the record, where no definition computes it. */
function isRead(expression: Expression): boolean {
  return (
    expression.kind === 'fact' &&
    expression.path.root.kind === 'record' &&
    expression.path.steps.every(({ kind }) => kind !== 'definition')
  );
}
