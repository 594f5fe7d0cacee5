import {
  type Condition,
  type Expression,
  isNumeric,
  NEGATIONS,
  type Operator,
  type Type,
  type Value,
} from '@qingdan/core';
import { type MessageKey, say, sayList } from '../locale/messages.js';
import { Once } from '../once.js';
import { sayValue } from '../values/say-value.js';
import { sayExpression } from './say-expression.js';
import type { Speech } from './speech.js';
import { type Traits, traitsOf } from './traits.js';

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** What a comparison claims, or with `negated` its opposite. */
export function sayComparison(comparison: Comparison, speech: Speech, negated: boolean): string {
  return SAID.of(speech.setting, comparison, negated ? 1 : 0, () =>
    compose(comparison, speech, negated),
  );
}

const SAID = new Once<Comparison, string>();

function compose(comparison: Comparison, speech: Speech, negated: boolean): string {
  const { lang } = speech;
  const { left, right } = comparison;
  const traits = traitsOf(left, speech);
  const [operator, positive] = positiveOf(comparison.operator, !negated);
  return say(lang, templateOf(operator, positive, left, right, traits, speech), {
    left: sayExpression(left, speech),
    right: right === undefined ? '' : sayRight(operator, right, traits, speech),
  });
}

type Positive = Exclude<Operator, keyof typeof NEGATIONS>;

function positiveOf(operator: Operator, claimed: boolean): [Positive, boolean] {
  return operator in NEGATIONS
    ? [NEGATIONS[operator as keyof typeof NEGATIONS], !claimed]
    : [operator as Positive, claimed];
}

/** A list of values is an enumeration; anything else is said as it is. */
function sayRight(operator: Positive, right: Expression, left: Traits, speech: Speech): string {
  const { unit, counts } = left;
  const hints = {
    ...(unit === undefined ? {} : { unit }),
    ...(counts === undefined ? {} : { counts }),
  };
  if (right.kind !== 'literal' || !Array.isArray(right.value))
    return sayExpression(right, speech, hints);
  const items =
    right.type.kind === 'list' || right.type.kind === 'set' ? right.type.items : right.type;
  const members = (right.value as readonly Value[]).map((member) => {
    const said = sayValue(member, items, speech, hints);
    return operator === 'mentions' ? say(speech.lang, 'quoted', { text: said }) : said;
  });
  return sayList(speech.lang, members, operator === 'mentions' ? 'list.or' : 'list.last');
}

function templateOf(
  operator: Positive,
  claimed: boolean,
  left: Expression,
  right: Expression | undefined,
  traits: Traits,
  speech: Speech,
): MessageKey {
  const not = claimed ? '' : '.not';
  const manner = mannerOf(left, traits.type);
  if (isAboveZero(operator, right, traits.type)) return `compare.zero${claimed ? '.not' : ''}`;
  if (isUpToZero(operator, right, traits.type)) return `compare.zero${not}`;
  switch (operator) {
    case 'equal':
      return `compare.equal${equality(left, right, traits.type, speech)}${not}` as const;
    case 'lessThan':
      return order(claimed ? 'less' : 'greaterInclusive', manner);
    case 'lessThanInclusive':
      return order(claimed ? 'lessInclusive' : 'greater', manner);
    case 'greaterThan':
      return order(claimed ? 'greater' : 'lessInclusive', manner);
    case 'greaterThanInclusive':
      return order(claimed ? 'greaterInclusive' : 'less', manner);
    case 'in':
      return right?.kind === 'literal'
        ? (`compare.in.listed${not}` as const)
        : (`compare.in${not}` as const);
    case 'contains':
    case 'overlaps':
    case 'subsetOf':
    case 'covers':
    case 'overlapsPeriod':
    case 'startsWith':
    case 'mentions':
    case 'present': {
      const kind = operator;
      return `compare.${kind}${not}` as const;
    }
  }
}

/** Of what can't be negative, no more than nothing is nothing. */
function isAboveZero(operator: Positive, right: Expression | undefined, type: Type): boolean {
  return operator === 'greaterThan' && isZero(right) && startsAtZero(type);
}

function isUpToZero(operator: Positive, right: Expression | undefined, type: Type): boolean {
  return operator === 'lessThanInclusive' && isZero(right) && startsAtZero(type);
}

function isZero(right: Expression | undefined): boolean {
  return right?.kind === 'literal' && right.value === 0;
}

/** Whether the least value of a type is zero. */
export function startsAtZero(type: Type): boolean {
  return isNumeric(type) && 'min' in type && type.min === 0;
}

type Order = 'less' | 'lessInclusive' | 'greater' | 'greaterInclusive';
type OrderManner = '' | '.date' | '.count';

function order(name: Order, manner: OrderManner): `compare.${Order}${OrderManner}` {
  return `compare.${name}${manner}`;
}

/** Days are early or late, counts many or few, the rest high or low. */
function mannerOf(left: Expression, type: Type): OrderManner {
  if (type.kind === 'date' || type.kind === 'instant') return '.date';
  const counted =
    type.kind === 'integer' ||
    type.kind === 'duration' ||
    left.kind === 'elapsed' ||
    (left.kind === 'aggregate' && (left.name === 'count' || left.name === 'countDistinct'));
  return counted ? '.count' : '';
}

function equality(
  left: Expression,
  right: Expression | undefined,
  type: Type,
  speech: Speech,
): '' | '.person' | '.facts' | '.number' | '.boolean' | '.table' {
  const isFixed = right === undefined || right.kind === 'literal' || right.kind === 'parameter';
  if (!isFixed) {
    const persons = type.kind === 'person' && traitsOf(right, speech).type.kind === 'person';
    if (persons) return '.person';
    if (left.kind === 'fact' && right.kind === 'fact') return '.facts';
  }
  // A table's answer has quotes of its own.
  if (type.kind === 'boolean') return left.kind === 'table' ? '.table' : '.boolean';
  return type.kind === 'money' ||
    type.kind === 'number' ||
    type.kind === 'integer' ||
    type.kind === 'ratio'
    ? '.number'
    : '';
}
