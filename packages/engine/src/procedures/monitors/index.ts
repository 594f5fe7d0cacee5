import type { Constraint } from '@qingdan/core';
import type { Context } from '../context.js';
import type { MonitorKind } from '../monitor.js';
import { apart } from './apart.js';
import { backfill } from './backfill.js';
import { deadline } from './deadline.js';
import { evidence } from './evidence.js';
import { existence } from './existence.js';
import { gap } from './gap.js';
import { guard, limit } from './guard.js';
import { precedence } from './precedence.js';
import { publicity } from './publicity.js';
import { quorum } from './quorum.js';
import { recurrence } from './recurrence.js';
import { role } from './role.js';
import { template } from './templates/index.js';
import { via } from './via.js';

/** What watches a constraint, by its rule. */
export function monitorOf(constraint: Constraint, context: Context): MonitorKind {
  const { rule } = constraint;
  switch (rule.kind) {
    case 'existence':
      return existence(constraint, rule, context);
    case 'precedence':
      return precedence(constraint, rule, context);
    case 'guard':
      return guard(constraint, rule, context);
    case 'limit':
      return limit(constraint, rule, context);
    case 'deadline':
      return deadline(constraint, rule, context);
    case 'gap':
      return gap(constraint, rule, context);
    case 'publicity':
      return publicity(constraint, rule, context);
    case 'recurrence':
      return recurrence(constraint, rule, context);
    case 'role':
      return role(constraint, rule, context);
    case 'apart':
      return apart(constraint, rule, context);
    case 'quorum':
      return quorum(constraint, rule, context);
    case 'evidence':
      return evidence(constraint, rule, context);
    case 'via':
      return via(constraint, rule, context);
    case 'backfill':
      return backfill(constraint, rule, context);
    case 'template':
      return template(constraint, rule.template, context);
  }
}
