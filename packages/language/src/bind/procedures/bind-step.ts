import {
  type Condition,
  type Constraint,
  ENDINGS,
  type ProcedureRule,
  RISK_LEVELS,
  type Span,
  type Step,
  type StepRisk,
} from '@qingdan/core';
import { ownerParams } from '../../documents/words.js';
import { booleanOf, type Entry, get, has, type MapNode, type Node } from '../../read/node.js';
import { choiceOf, localizedOf } from '../../read/read-values.js';
import { bindCondition } from '../bind-condition.js';
import { Parts } from '../parts.js';
import { idAt } from '../references.js';
import { bindAfter } from './bind-after.js';
import { type Documents, evidenceOf } from './bind-evidence.js';
import { APART, bindApart, bindQuorum, bindRoles } from './bind-people.js';
import { bindGap, bindPublicity, bindRepeats, bindWithin } from './bind-time.js';
import { atEvent, type Course, stepAt } from './course.js';
import { type Weight, weightOf } from './weight.js';

export interface BoundStep {
  readonly step: Step;
  readonly constraints: readonly Constraint[];
}

/** Keys that mean something only beside another one. */
const BESIDE: Readonly<Record<string, string>> = {
  else: 'when',
  decidedBy: 'when',
  redoOn: 'after',
  yellow: 'within',
  counting: 'within',
  recusedCount: 'quorum',
};

/** A step, and one constraint for each key that asks for something. */
export function bindStep(
  { key: id, keySpan, value }: Entry,
  documents: Documents,
  procedure: Weight,
  course: Course,
): BoundStep | undefined {
  if (value.kind !== 'map') return undefined;
  const { context, scope } = course;
  const lowered = new Lowered(id, value, weightOf(value, procedure, context));
  const whole = checkBeside(value, course);
  const parts = new Parts();
  const when = parts.take(get(value, 'when'), (at) => bindCondition(at, scope, context));
  const decidedBy = parts.take(get(value, 'decidedBy'), (at) => stepAt(at, course));
  const via = parts.take(get(value, 'via'), (at) => idAt(at, 'Procedure', context));
  const optional = booleanOf(get(value, 'optional')) ?? false;
  if (!optional)
    lowered.add('required', keySpan, { kind: 'existence', step: id, least: 1, most: undefined });
  if (booleanOf(get(value, 'once')) === true)
    lowered.take('once', () => ({ kind: 'existence', step: id, least: 0, most: 1 }));
  const roles = lowerRoles(lowered, id, value, course);
  lowered.take('after', (at) => bindPrecedence(at, id, value, course));
  if (has(value, 'else'))
    lowered.take('else', () =>
      when === undefined ? undefined : { kind: 'guard', step: id, when, decidedBy },
    );
  lowered.take('within', (at) => bindWithin(at, id, value, course));
  lowered.take('notBefore', (at) => bindGap(at, id, course));
  lowered.take('publicity', (at) => bindPublicity(at, id, course));
  lowered.take('repeats', (at) => bindRepeats(at, id, course));
  const evidence = evidenceOf(get(value, 'evidence'), id, documents, course);
  for (const { key, span, rule } of evidence.rules) lowered.add(key, span, rule);
  for (const key of Object.keys(APART) as (keyof typeof APART)[])
    lowered.take(key, (at) => bindApart(key, at, id, course));
  lowered.take('quorum', (at) => bindQuorum(at, get(value, 'recusedCount'), id, course));
  lowered.take('via', () =>
    via === undefined ? undefined : { kind: 'via', step: id, procedure: via },
  );
  lowered.take('limit', (at) => bindLimit(at, id, course));
  const title = localizedOf(get(value, 'title'));
  if (title === undefined || !whole || !parts.sound || !lowered.sound || !evidence.sound)
    return undefined;
  const step: Step = {
    id,
    title,
    roles,
    optional,
    when,
    ends: choiceOf(get(value, 'ends'), ENDINGS),
    via,
    evidence: evidence.documents,
    risk: riskOf(get(value, 'risk')),
    basis: get(value, 'basis') === undefined ? [] : lowered.weight.basis,
    span: keySpan,
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
  return { step, constraints: lowered.constraints };
}

/** Collects the constraints of a step, each with the span of its key. */
class Lowered {
  readonly constraints: Constraint[] = [];
  readonly weight: Weight;
  sound = true;
  readonly #step: string;
  readonly #node: MapNode;

  constructor(step: string, node: MapNode, weight: Weight) {
    this.#step = step;
    this.#node = node;
    this.weight = weight;
  }

  /** Where the step has the key: what it asks for. */
  take(key: string, bind: (node: Node) => ProcedureRule | undefined): void {
    const entry = this.#node.entries.get(key);
    if (entry !== undefined) this.add(key, entry.keySpan, bind(entry.value));
  }

  add(key: string, span: Span, rule: ProcedureRule | undefined): void {
    if (rule === undefined) this.sound = false;
    else this.constraints.push({ id: `${this.#step}.${key}`, rule, ...this.weight, span });
  }
}

/** One constraint for `by` and `notRole` together: of the same persons. */
function lowerRoles(
  lowered: Lowered,
  step: string,
  node: MapNode,
  course: Course,
): readonly string[] {
  const key = has(node, 'by') ? 'by' : 'notRole';
  let roles: readonly string[] = [];
  lowered.take(key, () => {
    const rule = bindRoles(get(node, 'by'), get(node, 'notRole'), step, course);
    roles = rule?.roles ?? [];
    return rule;
  });
  return roles;
}

function bindPrecedence(
  node: Node,
  step: string,
  owner: Node,
  course: Course,
): ProcedureRule | undefined {
  const after = bindAfter(node, course);
  const redo = get(owner, 'redoOn');
  const redoOn = stepAt(redo, course);
  return after === undefined || (redo !== undefined && redoOn === undefined)
    ? undefined
    : { kind: 'precedence', step, after, redoOn };
}

/** A condition at the events of a step, or of the whole case. */
export function bindLimit(
  node: Node,
  step: string | undefined,
  course: Course,
): ProcedureRule | undefined {
  const condition: Condition | undefined = bindCondition(node, atEvent(course), course.context);
  return condition === undefined ? undefined : { kind: 'limit', step, condition };
}

function checkBeside(node: MapNode, { context }: Course): boolean {
  let sound = true;
  for (const { key, keySpan } of node.entries.values()) {
    const other = Object.hasOwn(BESIDE, key) ? BESIDE[key] : undefined;
    if (other === undefined || node.entries.has(other)) continue;
    context.report.add('missing-key', { ...ownerParams('step'), key: other }, keySpan);
    sound = false;
  }
  return sound;
}

function riskOf(node: Node | undefined): StepRisk | undefined {
  const point = localizedOf(get(node, 'point'));
  const level = choiceOf(get(node, 'level'), RISK_LEVELS);
  const prevention = localizedOf(get(node, 'prevention'));
  return point === undefined || level === undefined || prevention === undefined
    ? undefined
    : { point, level, prevention };
}
