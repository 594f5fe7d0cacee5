import {
  type AuthorityRow,
  CAPACITIES,
  type Expression,
  isOrdered,
  type Power,
  RISK_LEVELS,
  type Text,
  type Type,
} from '@qingdan/core';
import { ownerParams } from '../documents/words.js';
import { get, itemsOf, type Node, textOf, textsOf, startOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { choiceOf, localizedOf } from '../read/read-values.js';
import { bindCondition } from './bind-condition.js';
import { bindDeadline } from './bind-deadline.js';
import { bindOperand } from './bind-operand.js';
import { itemBaseOf } from './dated.js';
import { comparableWith, oneOrMoreOf } from './expect.js';
import { type Context, refer } from './names.js';
import { idAt, idsAt } from './references.js';
import { Parts } from './parts.js';
import { type Scope, scopeOf } from './scope.js';
import { takeStep } from './take-step.js';

export function bindPower(document: DocumentText, context: Context): Power | undefined {
  const { node } = document;
  const base = itemBaseOf(document, 'minor', context);
  const holders = idsAt(get(node, 'holders'), 'Body', context);
  const record = context.names.powers.get(document.id);
  // Another revision may govern another kind, which has to be known too.
  const own = idAt(get(get(node, 'governs'), 'record'), 'Record', context);
  if (record === undefined || own === undefined || !context.names.records.has(own))
    return undefined;
  const scope = scopeOf(own);
  const parts = new Parts();
  const when = parts.take(get(get(node, 'governs'), 'when'), (at) =>
    bindCondition(at, scope, context),
  );
  const measure = parts.take(get(node, 'measure'), (at) => bindMeasure(at, scope, context));
  const matter = parts.take(get(node, 'matter'), (at) =>
    bindOperand(
      at,
      oneOrMoreOf(matterType(own, context), { zh: '事项', en: 'a matter' }),
      scope,
      context,
    ),
  );
  const rows = itemsOf(get(node, 'authority'));
  const authority = rows.flatMap(
    (row) =>
      bindAuthority(row, get(node, 'measure') === undefined ? 'none' : measure, scope, context) ??
      [],
  );
  const disclosure = parts.take(get(node, 'disclosure'), (at) =>
    bindDisclosure(at, scope, context),
  );
  if (base === undefined || !parts.sound || authority.length < rows.length) return undefined;
  return {
    kind: 'Power',
    ...base,
    holders,
    capacities: itemsOf(get(node, 'capacities')).flatMap((at) => choiceOf(at, CAPACITIES) ?? []),
    governs: { record: own, ...(when === undefined ? {} : { when }) },
    authority,
    alsoApprovedBy: [],
    risks: itemsOf(get(node, 'risks')).flatMap((at) => riskOf(at) ?? []),
    prohibits: textsOf(get(node, 'prohibits')).map(({ text }) => text),
    guards: textsOf(get(node, 'guards')).map(({ text }) => text),
    ...(measure === undefined ? {} : { measure }),
    ...(matter === undefined ? {} : { matter }),
    ...(disclosure === undefined ? {} : { disclosure }),
    ...wordsOf(node, context),
  };
}

function wordsOf(
  node: Node,
  context: Context,
): Partial<Pick<Power, 'category' | 'procedure' | 'noDuty' | 'noProhibition' | 'noProcedure'>> {
  const category = localizedOf(get(node, 'category'));
  const named = get(node, 'procedure');
  const procedure = textOf(named);
  // It says that there is one, even where it is misspelt.
  if (named !== undefined && procedure !== undefined)
    refer('Procedure', procedure, named.span, context);
  const reason = (key: string): Text | undefined => localizedOf(get(get(node, key), 'reason'));
  const noDuty = reason('noDuty');
  const noProhibition = reason('noProhibition');
  const noProcedure = reason('noProcedure');
  return {
    ...(category === undefined ? {} : { category }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(noDuty === undefined ? {} : { noDuty }),
    ...(noProhibition === undefined ? {} : { noProhibition }),
    ...(noProcedure === undefined ? {} : { noProcedure }),
  };
}

function bindMeasure(node: Node, scope: Scope, context: Context): Expression | undefined {
  return bindOperand(
    node,
    {
      name: { zh: '数、金额、日期或时长', en: 'number, money, date or duration' },
      accepts: (type) => isOrdered(type) && type.kind !== 'text',
      facts: true,
    },
    scope,
    context,
  );
}

/** The matters of the meetings that decide such records; any text where there are none. */
function matterType(record: string, context: Context): Type {
  const type = context.names.records.get(record);
  const decision =
    type?.decision === undefined ? undefined : type.fields.fields[type.decision]?.type;
  const meeting = decision?.kind === 'ref' ? decision.to : 'meeting';
  const taken = takeStep({ kind: 'record', to: meeting }, 'matter', context);
  return taken.kind === 'step' ? taken.type : { kind: 'text' };
}

const BOUNDS = ['below', 'upTo', 'from', 'above'] as const;

function bindAuthority(
  node: Node,
  measure: Expression | 'none' | undefined,
  scope: Scope,
  context: Context,
): AuthorityRow | undefined {
  const parts = new Parts();
  const bounds: Partial<Record<(typeof BOUNDS)[number], Expression>> = {};
  for (const key of BOUNDS) {
    const at = get(node, key);
    if (at === undefined) continue;
    if (measure === 'none') {
      context.report.add('missing-key', { ...ownerParams('Power'), key: 'measure' }, startOf(at));
      parts.sound = false;
    } else if (measure !== undefined) {
      const bound = parts.take(at, (bound) =>
        bindOperand(
          bound,
          comparableWith(measure.type, { zh: '衡量值的界限', en: 'a bound of the measure' }),
          scope,
          context,
        ),
      );
      if (bound !== undefined) bounds[key] = bound;
    }
  }
  const when = parts.take(get(node, 'when'), (at) => bindCondition(at, scope, context));
  const dualPost = parts.take(get(node, 'dualPost'), (at) => idAt(at, 'Role', context));
  const approvedBy = idsAt(get(node, 'approvedBy'), 'Role', context);
  const bodies = idsAt(get(node, 'body'), 'Body', context);
  if (!parts.sound) return undefined;
  return {
    ...bounds,
    approvedBy,
    bodies,
    span: startOf(node),
    ...(when === undefined ? {} : { when }),
    ...(dualPost === undefined ? {} : { dualPost }),
  };
}

function bindDisclosure(node: Node, scope: Scope, context: Context): Power['disclosure'] {
  const what = localizedOf(get(node, 'what'));
  const hasDeadline = get(node, 'within') !== undefined;
  const within = hasDeadline ? bindDeadline(node, scope, context) : undefined;
  if (what === undefined || (hasDeadline && within === undefined)) return undefined;
  return { what, ...(within === undefined ? {} : { within }) };
}

function riskOf(node: Node): Power['risks'][number] | undefined {
  const point = localizedOf(get(node, 'point'));
  const level = choiceOf(get(node, 'level'), RISK_LEVELS);
  const prevention = localizedOf(get(node, 'prevention'));
  return point === undefined || level === undefined || prevention === undefined
    ? undefined
    : { point, level, prevention };
}
