import { type Constraint, type Procedure, type ProcedureRule, said } from '@qingdan/core';
import { NAME } from '../../documents/common.js';
import { wordText } from '../../documents/words.js';
import {
  entriesOf,
  type Entry,
  get,
  itemsOf,
  type MapNode,
  type Node,
  shorten,
  startOf,
  textOf,
} from '../../read/node.js';
import type { DocumentText } from '../../read/read-pack.js';
import { itemBaseOf } from '../dated.js';
import type { Context } from '../names.js';
import { idAt } from '../references.js';
import { scopeOf } from '../scope.js';
import { documentsOf } from './bind-evidence.js';
import { bindLimit, bindStep } from './bind-step.js';
import { bindTemplate } from './bind-template.js';
import { bindLength, bindSpan } from './bind-time.js';
import type { Course } from './course.js';
import { type Weight, weightOf } from './weight.js';

/** A procedure: its steps, and what they and the whole ask for as constraints of the kernel. */
export function bindProcedure(document: DocumentText, context: Context): Procedure | undefined {
  const { id, node } = document;
  const base = itemBaseOf(document, 'serious', context);
  if (base === undefined || !context.names.records.has(id)) return undefined;
  const { severity, nature, basis, remedy } = base;
  const weight: Weight = { severity, nature, basis, remedy };
  const entries = stepsOf(get(node, 'steps'), context);
  const course: Course = {
    context,
    scope: { ...scopeOf(id), event: 'elsewhere' },
    steps: entries.map(({ key }) => key),
  };
  const documents = documentsOf(entries);
  const inPlaceOf = idAt(get(node, 'inPlaceOf'), 'Procedure', context);
  const steps = entries.flatMap((entry) => bindStep(entry, documents, weight, course) ?? []);
  const whole = bindWhole(node, weight, course);
  if (steps.length < entriesOf(get(node, 'steps')).length || whole === undefined) return undefined;
  return {
    kind: 'Procedure',
    ...base,
    record: id,
    ...(inPlaceOf === undefined ? {} : { inPlaceOf }),
    steps: steps.map(({ step }) => step),
    constraints: [...steps.flatMap(({ constraints }) => constraints), ...whole],
  };
}

/** The steps whose ids can be referred to. */
function stepsOf(node: Node | undefined, { report }: Context): readonly Entry[] {
  return entriesOf(node).filter(({ key, keySpan }) => {
    const isName = NAME.test(key);
    if (!isName)
      report.add(
        'bad-value',
        { value: shorten(key), ...said('expected', wordText('name')) },
        keySpan,
      );
    return isName;
  });
}

/** What the whole asks for: deadlines over several steps, a limit of the case, and templates. */
function bindWhole(
  node: MapNode,
  weight: Weight,
  course: Course,
): readonly Constraint[] | undefined {
  const deadlines = named('deadlines', node, weight, course, (at) => bindSpan(at, course));
  const templates = named('constraints', node, weight, course, (at) => {
    const template = bindTemplate(at, course);
    return template === undefined ? undefined : { kind: 'template', template };
  });
  const limit = node.entries.get('limit');
  const isAmbiguous = hasTwice(node, course);
  const rule = limit === undefined ? undefined : bindLimit(limit.value, undefined, course);
  const recorded = node.entries.get('recordedWithin');
  const within = recorded === undefined ? undefined : bindLength(recorded.value, course);
  if (deadlines === undefined || templates === undefined || isAmbiguous) return undefined;
  if (
    (limit !== undefined && rule === undefined) ||
    (recorded !== undefined && within === undefined)
  )
    return undefined;
  return [
    ...deadlines,
    ...(limit === undefined || rule === undefined
      ? []
      : [{ id: 'limit', rule, ...weight, span: limit.keySpan }]),
    ...(recorded === undefined || within === undefined
      ? []
      : [
          {
            id: 'recordedWithin',
            rule: { kind: 'backfill' as const, within },
            ...weight,
            span: recorded.keySpan,
          },
        ]),
    ...templates,
  ];
}

/** Constraints with ids of their author's choosing, which neither the steps nor others have. */
function named(
  key: string,
  node: MapNode,
  weight: Weight,
  course: Course,
  bind: (node: MapNode) => ProcedureRule | undefined,
): readonly Constraint[] | undefined {
  const items = itemsOf(get(node, key));
  const bound = items.flatMap((item) => {
    const id = textOf(get(item, 'id'));
    if (item.kind !== 'map' || id === undefined) return [];
    const rule = bind(item);
    const own = weightOf(item, weight, course.context);
    return rule === undefined ? [] : [{ id, rule, ...own, span: startOf(item) }];
  });
  return bound.length < items.length ? undefined : bound;
}

function hasTwice(node: MapNode, { context }: Course): boolean {
  const ids = ['deadlines', 'constraints'].flatMap((key) =>
    itemsOf(get(node, key)).flatMap((item) => get(item, 'id') ?? []),
  );
  const known = new Set(['limit', 'recordedWithin'].filter((key) => node.entries.has(key)));
  const twice = ids.filter((id) => {
    const text = textOf(id) ?? '';
    const isKnown = known.has(text);
    known.add(text);
    return isKnown;
  });
  for (const id of twice)
    context.report.add(
      'duplicate-id',
      { ...said('kind', wordText('constraint')), id: textOf(id) ?? '' },
      id.span,
    );
  return twice.length > 0;
}
