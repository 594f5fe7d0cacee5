import { type CalendarUnit, type Expression, said, type Window } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { get, type Node, shorten, textOf } from '../read/node.js';
import { choiceOf } from '../read/read-values.js';
import { bindOperand } from './bind-operand.js';
import { A_DATE, A_DURATION, A_PERIOD } from './expect.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

const DIRECTIONS = ['before', 'after', 'around'] as const;
const UNITS = ['month', 'quarter', 'year'] as const;

const LENGTH = /^(\d+ \w+) (before|after|around) (\S+)$/u;
const SAME = /^same (month|quarter|year) as (\S+)(?: until (\S+))?$/u;

/** When elements must lie, as a phrase or key by key. */
export function bindWindow(node: Node, scope: Scope, context: Context): Window | undefined {
  const text = textOf(node);
  if (text !== undefined) return bindPhrase(text, node, scope, context);
  const direction = DIRECTIONS.find((key) => get(node, key) !== undefined);
  if (direction !== undefined) {
    const length = bindOperand(get(node, 'by'), A_DURATION, scope, context);
    const anchor = bindOperand(get(node, direction), A_DATE, scope, context);
    return lengthWindow(direction, length, anchor);
  }
  const unit = choiceOf(get(node, 'same'), UNITS);
  if (unit !== undefined) {
    return sameWindow(unit, get(node, 'as'), get(node, 'until'), scope, context);
  }
  const period = bindOperand(get(node, 'overlaps'), A_PERIOD, scope, context);
  return period === undefined ? undefined : { kind: 'overlaps', period };
}

function bindPhrase(text: string, node: Node, scope: Scope, context: Context): Window | undefined {
  const word = (value: string): Node => ({ kind: 'scalar', value, text: value, span: node.span });
  const length = LENGTH.exec(text);
  if (length !== null) {
    const [, by = '', direction, anchor = ''] = length;
    return lengthWindow(
      direction as (typeof DIRECTIONS)[number],
      // Not a place for a fact: `30 dayz` is a slip in a length.
      bindOperand(word(by), { ...A_DURATION, facts: false }, scope, context),
      bindOperand(word(anchor), A_DATE, scope, context),
    );
  }
  const same = SAME.exec(text);
  if (same !== null) {
    const [, unit, as = '', until] = same;
    return sameWindow(
      unit as CalendarUnit,
      word(as),
      until === undefined ? undefined : word(until),
      scope,
      context,
    );
  }
  context.report.add(
    'bad-value',
    {
      value: shorten(text),
      ...said(
        'expected',
        wordText('window, such as `30 days before paidOn` or `same quarter as paidOn`'),
      ),
    },
    node.span,
  );
  return undefined;
}

function lengthWindow(
  direction: (typeof DIRECTIONS)[number],
  length: Expression | undefined,
  anchor: Expression | undefined,
): Window | undefined {
  return length === undefined || anchor === undefined
    ? undefined
    : { kind: 'length', direction, length, anchor };
}

function sameWindow(
  unit: CalendarUnit,
  as: Node | undefined,
  untilNode: Node | undefined,
  scope: Scope,
  context: Context,
): Window | undefined {
  const anchor = bindOperand(as, A_DATE, scope, context);
  const until = bindOperand(untilNode, A_DATE, scope, context);
  if (anchor === undefined || (untilNode !== undefined && until === undefined)) return undefined;
  return { kind: 'same', unit, anchor, ...(until === undefined ? {} : { until }) };
}
