import {
  type AuthorityRow,
  type Cell,
  type Condition,
  type Interval,
  type Item,
  type Policy,
  printEnd,
} from '@qingdan/core';
import { printCondition, printExpression } from './print-condition.js';
import { printValue } from './print-value.js';

/** What a policy says, as people read it: only what the evaluators read. */
export function printPolicy(policy: Policy): string {
  const lines: string[] = [];
  for (const { id, values, type } of policy.parameters.values()) {
    const dated = values.map(
      ({ interval, value }) => `${stretch(interval)} ${printValue(value, type)}`,
    );
    lines.push(`parameter ${id}: ${dated.join('; ')}`);
  }
  for (const table of [...policy.tables.values()].flat()) {
    lines.push(`table ${table.id} ${stretch(table.effective)}:`);
    for (const { when, then } of table.rows) {
      const cells = [...when].map(([name, cell]) => `${name} ${printCell(cell)}`);
      const outputs = [...then].map(([name, value]) => `${name} ${printValue(value)}`);
      lines.push(`  ${cells.join(', ')} → ${outputs.join(', ')}`);
    }
  }
  for (const { id, effective, is } of [...policy.definitions.values()].flat()) {
    lines.push(`definition ${id} ${stretch(effective)}:`);
    lines.push(
      is.kind === 'condition'
        ? printCondition(is.condition, '  ')
        : `  ${printExpression(is.value, '  ')}`,
    );
  }
  for (const { id, effective, is } of [...policy.conditions.values()].flat())
    lines.push(`condition ${id} ${stretch(effective)}:`, printCondition(is, '  '));
  for (const item of policy.items.flat()) lines.push(printItem(item));
  if (policy.coversFrom !== undefined) lines.push(`covers from ${printEnd(policy.coversFrom)}`);
  if (policy.relations === undefined) lines.push('no relations');
  return lines.join('\n');
}

function stretch({ from, until }: Interval): string {
  return `[${printEnd(from)}, ${printEnd(until)})`;
}

function printItem(item: Item): string {
  const part = (name: string, condition: Condition | undefined): string[] =>
    condition === undefined ? [] : [`  ${name}:`, printCondition(condition, '    ')];
  const head = `${item.kind} ${item.id} ${stretch(item.effective)}`;
  switch (item.kind) {
    case 'Prohibition':
      return [
        `${head} of ${item.appliesTo.record}`,
        ...part('appliesWhen', item.appliesWhen),
        ...part('violatedWhen', item.violatedWhen),
        ...item.also.flatMap(({ condition }) => part('alsoViolatedWhen', condition)),
      ].join('\n');
    case 'Power':
      return [
        `${head} over ${item.governs.record}, held by ${item.holders.join(', ')}`,
        ...part('when', item.governs.when),
        ...(item.measure === undefined ? [] : [`  measure: ${printExpression(item.measure)}`]),
        ...(item.matter === undefined ? [] : [`  matter: ${printExpression(item.matter)}`]),
        ...item.authority.map(printRow),
        ...item.alsoApprovedBy.map(({ role }) => `  also approved by ${role}`),
      ].join('\n');
    case 'Responsibility':
      return [
        `${head} under ${item.power}`,
        ...(item.due === undefined
          ? []
          : [`  due: ${printExpression(item.due.within)} of ${printExpression(item.due.of)}`]),
        ...part('appliesWhen', item.appliesWhen),
        ...part('fulfilledWhen', item.fulfilledWhen),
      ].join('\n');
  }
}

function printRow(row: AuthorityRow): string {
  const bounds = (['below', 'upTo', 'from', 'above'] as const).flatMap((name) => {
    const bound = row[name];
    return bound === undefined ? [] : [`${name} ${printExpression(bound)}`];
  });
  const dual = row.dualPost === undefined ? '' : `, dual post ${row.dualPost}`;
  const when = row.when === undefined ? '' : `\n    when\n${printCondition(row.when, '      ')}`;
  return `  authority ${bounds.join(' ')}: approved by [${row.approvedBy.join(', ')}]${dual}, bodies [${row.bodies.join(', ')}]${when}`;
}

function printCell(cell: Cell): string {
  if (cell.kind === 'values')
    return `in [${cell.values.map((value) => printValue(value)).join(', ')}]`;
  const limits = (['below', 'upTo', 'from', 'above'] as const).filter(
    (name) => cell[name] !== undefined,
  );
  return limits.map((name) => `${name} ${printValue(cell[name])}`).join(' ');
}
