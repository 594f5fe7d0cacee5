import type { Condition, Expression, Item, Policy, RecordSource } from '@qingdan/core';

/** Every kind of record that an item looks through. */
export function kindsRead(item: Item, policy: Policy): ReadonlySet<string> {
  const kinds = new Set<string>();
  const seen = new Set<unknown>();
  const visitSource = (source: RecordSource): void => {
    if (source.in.kind !== 'list') kinds.add(source.in.record);
    if (source.where !== undefined) visit(source.where);
    if (source.within?.kind === 'length') visitExpression(source.within.length);
  };
  const visitExpression = (expression: Expression | undefined): void => {
    if (expression === undefined) return;
    switch (expression.kind) {
      case 'aggregate':
      case 'lookup':
        visitSource(expression.source);
        return;
      case 'arithmetic':
        visitExpression(expression.left);
        visitExpression(expression.right);
        return;
      case 'without':
        visitExpression(expression.list);
        visitExpression(expression.removed);
        return;
      case 'shift':
        visitExpression(expression.date);
        visitExpression(expression.by);
        return;
      case 'elapsed':
        visitExpression(expression.from);
        visitExpression(expression.to);
        return;
      case 'part':
        visitExpression(expression.of);
        return;
      case 'table':
        for (const input of expression.inputs.values()) visitExpression(input);
        return;
      case 'fact':
        for (const step of expression.path.steps)
          if (step.kind === 'definition') visitDefinition(step.id);
        return;
      case 'literal':
      case 'parameter':
        return;
    }
  };
  const visitDefinition = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const { is } of policy.definitions.get(id) ?? []) {
      if (is.kind === 'condition') visit(is.condition);
      else visitExpression(is.value);
    }
  };
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        condition.of.forEach(visit);
        return;
      case 'not':
        visit(condition.of);
        return;
      case 'named':
        if (seen.has(condition.name)) return;
        seen.add(condition.name);
        for (const { is } of policy.conditions.get(condition.name) ?? []) visit(is);
        return;
      case 'compare':
        visitExpression(condition.left);
        visitExpression(condition.right);
        return;
      case 'quantified':
        visitSource(condition.source);
        return;
      case 'kin':
        visitExpression(condition.of);
        visitExpression(condition.with);
        return;
      case 'path':
        for (const link of condition.through) if (link.kind === 'record') visitSource(link.source);
        return;
      case 'outlier':
        visitSource(condition.source);
        return;
    }
  };
  if (item.kind === 'Prohibition') {
    if (item.appliesWhen !== undefined) visit(item.appliesWhen);
    visit(item.violatedWhen);
    for (const { condition } of item.also) visit(condition);
  }
  if (item.kind === 'Responsibility') visit(item.fulfilledWhen);
  return kinds;
}
