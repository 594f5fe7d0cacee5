import { inForce, type Path } from '@qingdan/core';
import type { Operand, Where } from '../portable/forms.js';
import type { Lowering } from './lowering.js';

export const UNKNOWN: Operand = { fact: 'qingdan.unknown' };

/** A path as a fact and the way inside it, which the library follows by itself. */
export function lowerPath(path: Path, lowering: Lowering): Operand {
  const { root, span } = path;
  const names: string[] = [];
  let derived: Operand | undefined;
  if (root.kind === 'run') return { fact: 'qingdan.today' };
  if (root.kind === 'due' || root.kind === 'event') lowering.refuse(root.kind, span);
  if (root.kind === 'alias') names.push(lowering.aliases[root.slot] ?? root.name);
  let atRecord = root.kind === 'record';
  for (const step of path.steps) {
    switch (step.kind) {
      case 'field':
        names.push(step.name);
        if (atRecord) lowering.used.add(step.name);
        break;
      case 'id':
      case 'organisation': {
        const own = step.kind;
        if (!atRecord) break;
        if (lowering.record.fields.slotOf(own) !== undefined) lowering.refuse('hidden', span, own);
        lowering.used.add(own);
        names.push(own);
        break;
      }
      case 'periodEnd':
        names.push(step.end);
        break;
      case 'follow':
        lowering.refuse('follow', span, path.text);
        break;
      case 'definition':
        if (!atRecord) lowering.refuse('follow', span, path.text);
        else derived = lowerDefinition(step.id, path, lowering);
    }
    atRecord = false;
  }
  if (derived !== undefined) {
    const way = names.length === 0 ? {} : { path: ['$', ...names].join('.') };
    return { ...derived, ...way };
  }
  const [fact = '', ...inside] = names;
  return { fact, ...(inside.length === 0 ? {} : { path: ['$', ...inside].join('.') }) };
}

/** A derived fact of the record at hand, as the law in force defines it. */
function lowerDefinition(id: string, { span }: Path, lowering: Lowering): Operand {
  const definition = inForce(lowering.policy.definitions.get(id), lowering.law);
  if (definition === undefined) return UNKNOWN;
  const { is } = definition;
  const lowered = lowering.within(span, (): Operand =>
    is.kind === 'value'
      ? lowering.operand(is.value)
      : { fact: 'qingdan.truth', params: { where: lowering.where(is.condition) } },
  );
  return lowered ?? UNKNOWN;
}

/** What holds where two ways lead to equal values. */
export function sameWhere(element: Path, own: Path, lowering: Lowering): Where {
  return {
    ...lowerPath(element, lowering),
    operator: 'equal',
    value: lowerPath(own, lowering),
  };
}
