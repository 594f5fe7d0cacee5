import {
  type Cell,
  type Expression,
  inForce,
  NONE,
  type Path,
  type Type,
  type Value,
  valueInForce,
} from '@qingdan/core';
import type { Operand, Source } from '../portable/forms.js';
import { fieldType } from './fields.js';
import { printLiteral, scalarOf } from './literals.js';
import type { Lowering } from './lowering.js';
import { lowerPath, UNKNOWN } from './path.js';
import { lowerSource } from './source.js';

const NOTHING: Operand = { fact: 'qingdan.nothing' };

/** A value form as a fact of the rules, with parameters where it is worked out. */
export function lowerOperand(expression: Expression, lowering: Lowering): Operand {
  const operand = (each: Expression): Operand => lowerOperand(each, lowering);
  const form = (name: string, params: object): Operand => ({ fact: `qingdan.${name}`, params });
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
      return lowerConstant(constantOf(expression, lowering), expression, lowering);
    case 'fact':
      return lowerPath(expression.path, lowering);
    case 'table':
      return lowerTable(expression, lowering);
    case 'aggregate': {
      const { name, of } = expression;
      return form(name, overOf(expression.source, { of }, lowering));
    }
    case 'lookup': {
      const { of, pick } = expression;
      const by = pick === undefined ? {} : { [pick.which]: pick.by };
      return form('lookup', overOf(expression.source, { of, ...by }, lowering));
    }
    case 'arithmetic':
      return form(expression.name, { of: [operand(expression.left), operand(expression.right)] });
    case 'elapsed':
      if (expression.name === 'workdays') lowering.refuse('workdays', expression.span);
      return form(expression.name, {
        from: operand(expression.from),
        to: operand(expression.to),
      });
    case 'shift': {
      const { date, by, backwards } = expression;
      return form('shift', {
        date: operand(date),
        by: operand(by),
        ...(backwards ? { backwards } : {}),
      });
    }
    case 'part':
      return form('part', { of: operand(expression.of), unit: expression.unit });
    case 'without':
      return form('without', { of: [operand(expression.list), operand(expression.removed)] });
  }
}

type Constant = Extract<Expression, { kind: 'literal' | 'parameter' }>;

/** The value of a literal, or of a parameter under the law; undefined where it has none. */
export function constantOf(expression: Constant, { policy, law }: Lowering): Value {
  return expression.kind === 'literal'
    ? expression.value
    : valueInForce(policy.parameters.get(expression.id), law)?.value;
}

/** A value that stands where only a fact can. */
function lowerConstant(
  value: Value,
  { type, span }: Pick<Expression, 'type' | 'span'>,
  lowering: Lowering,
): Operand {
  if (value === undefined) return UNKNOWN;
  if (value === NONE) return NOTHING;
  const printed = printLiteral(value, type);
  const read = fieldType(scalarOf(type));
  if (printed === undefined || typeof read !== 'string')
    lowering.refuse('literal', span, String(printed));
  if (read === 'duration' && String(printed).includes('workday')) lowering.refuse('workdays', span);
  return { fact: 'qingdan.literal', params: { type: read, value: printed } };
}

/** A source, and ways to values in its elements. */
function overOf(
  source: Parameters<typeof lowerSource>[0],
  paths: Readonly<Record<string, Path | undefined>>,
  lowering: Lowering,
): Source {
  return lowerSource(source, lowering, () =>
    Object.fromEntries(
      Object.entries(paths).flatMap(([name, path]) =>
        path === undefined ? [] : [[name, lowerPath(path, lowering)]],
      ),
    ),
  );
}

/** The revision of a table that is in force, written out. */
function lowerTable(
  expression: Extract<Expression, { kind: 'table' }>,
  lowering: Lowering,
): Operand {
  const table = inForce(lowering.policy.tables.get(expression.id), lowering.law);
  if (table === undefined) return UNKNOWN;
  const inputs = [...expression.inputs].map(
    ([name, input]) => [name, lowerOperand(input, lowering)] as const,
  );
  const { span, output } = expression;
  const rows = table.rows.map(({ when, then }) => ({
    when: Object.fromEntries(
      [...when].map(([name, cell]) => [
        name,
        lowerCell(cell, table.inputs.get(name), lowering, span),
      ]),
    ),
    then: then.has(output)
      ? lowerConstant(
          then.get(output),
          { type: table.outputs.get(output) ?? expression.type, span },
          lowering,
        )
      : null,
  }));
  return { fact: 'qingdan.table', params: { inputs: Object.fromEntries(inputs), rows } };
}

const BOUNDS = {
  below: 'lessThan',
  upTo: 'lessThanInclusive',
  from: 'greaterThanInclusive',
  above: 'greaterThan',
} as const;

function lowerCell(
  cell: Cell,
  type: Type = { kind: 'text' },
  lowering: Lowering,
  span: Expression['span'],
): [operator: string, value: unknown][] {
  const printed = (value: Value): unknown => {
    const literal = printLiteral(value, type);
    if (literal === undefined) lowering.refuse('literal', span);
    return literal;
  };
  if (cell.kind === 'values') return [['in', cell.values.map(printed)]];
  return Object.entries(BOUNDS).flatMap(([key, operator]): [string, unknown][] => {
    const limit = cell[key as keyof typeof BOUNDS];
    return limit === undefined ? [] : [[operator, printed(limit)]];
  });
}
