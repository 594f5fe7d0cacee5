import {
  compareExact,
  isExact,
  type ProcedureRule,
  type Share,
  TALLY_UNITS,
  typeText,
} from '@qingdan/core';
import { ownerParams, wordText } from '../../documents/words.js';
import { get, has, itemsOf, type Node, startOf, textOf, textsOf } from '../../read/node.js';
import { choiceOf } from '../../read/read-values.js';
import { bindOperand } from '../bind-operand.js';
import { A_NUMBER, type Expectation } from '../expect.js';
import { idsAt } from '../references.js';
import { badPhrase } from './bind-time.js';
import { type Course, stepsAt, word } from './course.js';

type Rule<K extends ProcedureRule['kind']> = Extract<ProcedureRule, { kind: K }>;

/** Who does a step, and who may not; undefined where the step asks for nobody in particular, or a role isn't there. */
export function bindRoles(
  by: Node | undefined,
  notRole: Node | undefined,
  step: string,
  course: Course,
): Rule<'role'> | undefined {
  const { context } = course;
  const named = by?.kind === 'map' ? get(by, 'any') : by;
  const roles = idsAt(named, 'Role', context);
  const not = idsAt(notRole, 'Role', context);
  if (roles.length < textsOf(named).length || not.length < textsOf(notRole).length)
    return undefined;
  const counted = get(by, 'count');
  const count = counted === undefined ? 1 : bindCount(counted, course);
  return count === undefined ? undefined : { kind: 'role', step, roles, count, not };
}

function bindCount(node: Node, { scope, context }: Course): Rule<'role'>['count'] | undefined {
  const count = bindOperand(node, A_COUNT, scope, context);
  // The literal stays what nearly all of them are, a plain figure.
  return count?.kind === 'literal' && typeof count.value === 'number' ? count.value : count;
}

const A_COUNT: Expectation = {
  name: typeText({ kind: 'integer' }),
  accepts: ({ kind }) => kind === 'integer',
  literal: { kind: 'integer', min: 1 },
  facts: false,
};

export const APART = {
  differentFrom: 'different',
  sameAs: 'same',
  notRelatedTo: 'unrelated',
} as const satisfies Record<string, Rule<'apart'>['relation']>;

/** Who may not do a step, or alone may, by what else they did. */
export function bindApart(
  key: keyof typeof APART,
  node: Node,
  step: string,
  course: Course,
): Rule<'apart'> | undefined {
  const steps = stepsAt(node, course);
  return steps === undefined ? undefined : { kind: 'apart', step, relation: APART[key], steps };
}

export function bindQuorum(
  node: Node,
  recusedCount: Node | undefined,
  step: string,
  course: Course,
): Rule<'quorum'> | undefined {
  const anyOf = itemsOf(get(node, 'anyOf'));
  const present = anyOf.flatMap((item) => {
    const unit = choiceOf(get(item, 'unit'), TALLY_UNITS);
    const share = bindShare(get(item, 'present'), course);
    return unit === undefined || share === undefined ? [] : [{ unit, share }];
  });
  const wanted = get(node, 'yes');
  const yes = wanted === undefined ? undefined : bindYes(wanted, course);
  if (present.length < anyOf.length || (wanted !== undefined && yes === undefined))
    return undefined;
  if (!isWhole(node, course)) return undefined;
  const recused = choiceOf(recusedCount, ['in', 'out'] as const);
  return {
    kind: 'quorum',
    step,
    present,
    yes,
    ...(recused === undefined ? {} : { recused }),
  };
}

/** It asks for something, and a vote says or takes from `anyOf` in what it is counted. */
function isWhole(node: Node, { context }: Course): boolean {
  const yes = get(node, 'yes');
  if (itemsOf(get(node, 'anyOf')).length > 0) return true;
  const lacks = yes === undefined ? 'anyOf | yes' : has(yes, 'unit') ? undefined : 'unit';
  if (lacks === undefined) return true;
  const params = { ...ownerParams(yes === undefined ? 'quorum' : 'yes'), key: lacks };
  context.report.add('missing-key', params, startOf(yes ?? node));
  return false;
}

function bindYes(node: Node, course: Course): Rule<'quorum'>['yes'] {
  const of = choiceOf(get(node, 'of'), ['present', 'eligible'] as const);
  const share = bindShare(get(node, 'share'), course);
  const unit = choiceOf(get(node, 'unit'), TALLY_UNITS);
  return of === undefined || share === undefined ? undefined : { unit, of, share };
}

const SHARE = /^(>=?|≥|＞|＞＝)\s*(\S+)$/u;
const A_SHARE = { ...A_NUMBER, literal: { kind: 'ratio', min: 0, max: 1 }, facts: false } as const;

/** `>1/2`, `>=2/3`, or `above` and `atLeast` with a value form. */
function bindShare(node: Node | undefined, course: Course): Share | undefined {
  if (node === undefined) return undefined;
  const above = get(node, 'above');
  const text = textOf(node);
  const [, sign, figure] = SHARE.exec(text ?? '') ?? [];
  const strict = text === undefined ? above !== undefined : sign === '>' || sign === '＞';
  if (text !== undefined && figure === undefined) {
    notShare(node, course);
    return undefined;
  }
  const at = figure === undefined ? (above ?? get(node, 'atLeast')) : word(figure, node);
  const share = bindOperand(at, A_SHARE, course.scope, course.context);
  if (share === undefined) return undefined;
  // More than all of them can never be.
  if (strict && share.kind === 'literal' && isExact(share.value) && !isBelowOne(share.value)) {
    notShare(node, course);
    return undefined;
  }
  return { above: strict, share };
}

function isBelowOne(value: Parameters<typeof compareExact>[0]): boolean {
  return compareExact(value, 1) < 0;
}

function notShare(node: Node, course: Course): void {
  badPhrase(node, wordText('share, such as `>1/2` or `>=2/3`'), course);
}
