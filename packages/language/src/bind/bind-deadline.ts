import type { Deadline } from '@qingdan/core';
import { get, type Node, textOf, startOf } from '../read/node.js';
import { bindOperand } from './bind-operand.js';
import { A_DATE, A_DURATION } from './expect.js';
import type { Context } from './names.js';
import type { Scope } from './scope.js';

const PHRASE = /^(\d+ \w+) of (\S+)$/u;

/** `within: 5 days of paidOn`, or `within` and `of` apart. */
export function bindDeadline(node: Node, scope: Scope, context: Context): Deadline | undefined {
  const length = get(node, 'within');
  const start = get(node, 'of');
  if (length === undefined) return undefined;
  const phrase = PHRASE.exec(textOf(length) ?? '');
  if (phrase !== null && start === undefined) {
    const [, by = '', of = ''] = phrase;
    const word = (value: string): Node => ({ ...length, kind: 'scalar', value, text: value });
    return deadline(
      bindOperand(word(by), { ...A_DURATION, facts: false }, scope, context),
      bindOperand(word(of), A_DATE, scope, context),
    );
  }
  if (start === undefined)
    context.report.add('missing-key', { owner: 'due', key: 'of' }, startOf(length));
  return deadline(
    bindOperand(length, A_DURATION, scope, context),
    bindOperand(start, A_DATE, scope, context),
  );
}

function deadline(
  within: Deadline['within'] | undefined,
  of: Deadline['of'] | undefined,
): Deadline | undefined {
  return within === undefined || of === undefined ? undefined : { within, of };
}
