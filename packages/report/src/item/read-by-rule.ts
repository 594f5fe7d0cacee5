import type { Condition, Expression, ProcedureRule } from '@qingdan/core';

/** What a requirement of a procedure reads: conditions, lengths and shares, and posts. */
export interface ReadByRule {
  readonly conditions: readonly Condition[];
  readonly values: readonly Expression[];
  readonly roles: readonly string[];
}

export function readByRule(rule: ProcedureRule): ReadByRule {
  const reads = (
    values: readonly (Expression | undefined)[],
    conditions: readonly (Condition | undefined)[] = [],
    roles: readonly string[] = [],
  ): ReadByRule => ({
    values: values.flatMap((value) => value ?? []),
    conditions: conditions.flatMap((condition) => condition ?? []),
    roles,
  });
  switch (rule.kind) {
    case 'existence':
    case 'precedence':
    case 'apart':
    case 'via':
      return reads([]);
    case 'guard':
      return reads([], [rule.when]);
    case 'limit':
      return reads([], [rule.condition]);
    case 'deadline': {
      const { within, yellow } = rule;
      return reads([within.kind === 'length' ? within.length : within.plus, yellow]);
    }
    case 'gap':
    case 'publicity':
      return reads([rule.least]);
    case 'recurrence':
      return reads([rule.every]);
    case 'role':
      return reads(
        [typeof rule.count === 'number' ? undefined : rule.count],
        [],
        [...rule.roles, ...rule.not],
      );
    case 'quorum':
      return reads([...rule.present.map(({ share }) => share.share), rule.yes?.share.share]);
    case 'evidence':
      return reads([rule.dueWithin]);
    case 'backfill':
      return reads([rule.within]);
    case 'template': {
      const { template } = rule;
      if ('of' in template) return reads([], [template.of.when]);
      const { activation, target, correlation, time } = template;
      return reads([time?.least, time?.most], [activation.when, target.when, correlation]);
    }
  }
}
