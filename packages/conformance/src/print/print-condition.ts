import type { Condition, Expression, RecordSource, Window } from '@qingdan/core';
import { printValue } from './print-value.js';

/** A condition in one line a clause, in the words of the language. */
export function printCondition(condition: Condition, indent = ''): string {
  const deeper = `${indent}  `;
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${indent}${condition.kind}:\n${condition.of.map((part) => printCondition(part, deeper)).join('\n')}`;
    case 'not':
      return `${indent}not:\n${printCondition(condition.of, deeper)}`;
    case 'named':
      return `${indent}condition: ${condition.name}`;
    case 'compare': {
      const right = condition.right === undefined ? '' : ` ${printExpression(condition.right)}`;
      return `${indent}${printExpression(condition.left)} ${condition.operator}${right}`;
    }
    case 'quantified':
      return `${indent}${condition.quantifier}: ${printSource(condition.source, indent)}`;
    case 'kin':
      return `${indent}kin: of ${printExpression(condition.of)} with ${printExpression(condition.with)} relations ${condition.relations}`;
    case 'path': {
      const links = condition.through.map((link) =>
        link.kind === 'kin'
          ? `${deeper}kin ${link.relations}`
          : `${deeper}${link.from.text} → ${link.to.text} ${printSource(link.source, deeper)}`,
      );
      return `${indent}path: from ${printExpression(condition.from)} to ${printExpression(condition.to)} max ${String(condition.max)} through\n${links.join('\n')}`;
    }
    case 'outlier':
      return `${indent}outlier: ${printExpression(condition.value)} above ${printExpression(condition.above)} of ${condition.of.text} ${printSource(condition.source, indent)}`;
  }
}

export function printExpression(expression: Expression, indent = ''): string {
  switch (expression.kind) {
    case 'literal':
      return printValue(expression.value, expression.type);
    case 'fact':
      return expression.path.text;
    case 'parameter':
      return `{parameter: ${expression.id}}`;
    case 'table':
      return `{table: ${expression.id}.${expression.output} ${[...expression.inputs].map(([name, input]) => `${name}: ${printExpression(input)}`).join(', ')}}`;
    case 'aggregate':
      return `{${expression.name}${expression.of === undefined ? '' : ` of ${expression.of.text}`} ${printSource(expression.source, indent)}}`;
    case 'lookup': {
      const pick =
        expression.pick === undefined
          ? ''
          : ` ${expression.pick.which} by ${expression.pick.by.text}`;
      return `{lookup ${expression.of.text}${pick} ${printSource(expression.source, indent)}}`;
    }
    case 'arithmetic':
      return `{${expression.name} ${printExpression(expression.left)}, ${printExpression(expression.right)}}`;
    case 'elapsed':
      return `{${expression.name} from ${printExpression(expression.from)} to ${printExpression(expression.to)}}`;
    case 'shift':
      return `{shift ${printExpression(expression.date)} by ${expression.backwards ? '-' : ''}${printExpression(expression.by)}}`;
    case 'part':
      return `{${expression.unit} of ${printExpression(expression.of)}}`;
    case 'without':
      return `{${printExpression(expression.list)} without ${printExpression(expression.removed)}}`;
  }
}

function printSource(source: RecordSource, indent: string): string {
  const { alias, match, where, within, others, across } = source;
  const from =
    source.in.kind === 'records'
      ? source.in.record
      : source.in.kind === 'list'
        ? source.in.list.text
        : `each ${source.in.record} as ${source.in.recordAlias.name}: ${source.in.list.map((step) => (step.kind === 'field' ? step.name : step.kind)).join('.')}`;
  const marks = [
    `in ${from} as ${alias.name}`,
    ...match.map(({ element, own }) => `match ${element.text} = ${own.text}`),
    ...(within === undefined ? [] : [printWindow(within)]),
    ...(others ? ['others'] : []),
    ...(across ? ['across'] : []),
  ];
  const claim = where === undefined ? '' : ` where\n${printCondition(where, `${indent}    `)}`;
  return `${marks.join(', ')}${claim}`;
}

function printWindow(window: Window): string {
  switch (window.kind) {
    case 'length':
      return `within ${printExpression(window.length)} ${window.direction} ${printExpression(window.anchor)}`;
    case 'same':
      return `same ${window.unit} as ${printExpression(window.anchor)}${window.until === undefined ? '' : ` until ${printExpression(window.until)}`}`;
    case 'overlaps':
      return `within ${printExpression(window.period)}`;
  }
}
