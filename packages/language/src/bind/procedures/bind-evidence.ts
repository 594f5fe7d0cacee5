import {
  nearestHint,
  type ProcedureRule,
  said,
  type Span,
  type Step,
  type Text,
} from '@qingdan/core';
import { wordText } from '../../documents/words.js';
import { type Entry, get, itemsOf, type Node, startOf, textOf } from '../../read/node.js';
import { localizedOf } from '../../read/read-values.js';
import { bindLength } from './bind-time.js';
import type { Course } from './course.js';

/** The kinds of documents of a procedure, as one of its steps calls them. */
export type Documents = ReadonlyMap<string, Text>;

export function documentsOf(steps: readonly Entry[]): Documents {
  return new Map(
    steps
      .flatMap(({ value }) => itemsOf(get(value, 'evidence')))
      .flatMap((item) => {
        const document = textOf(get(item, 'document'));
        const label = localizedOf(get(item, 'label'));
        return document === undefined || label === undefined ? [] : [[document, label] as const];
      }),
  );
}

interface BoundEvidence {
  readonly documents: Step['evidence'];
  readonly rules: readonly { key: string; span: Span; rule: ProcedureRule }[];
  readonly sound: boolean;
}

/** The documents that belong to a step: one constraint for each. */
export function evidenceOf(
  node: Node | undefined,
  step: string,
  known: Documents,
  course: Course,
): BoundEvidence {
  const items = itemsOf(node);
  const bound = items.flatMap((item, index) => {
    const document = documentAt(get(item, 'document'), known, course);
    if (document === undefined) return [];
    if (isNamedBefore(document, items.slice(0, index))) {
      const params = { ...said('kind', wordText('kind of document')), id: document };
      course.context.report.add('duplicate-id', params, startOf(item));
      return [];
    }
    const due = get(item, 'dueWithin');
    const dueWithin = due === undefined ? undefined : bindLength(due, course);
    if (due !== undefined && dueWithin === undefined) return [];
    const rule: ProcedureRule = { kind: 'evidence', step, document, dueWithin };
    const key = `evidence.${document}`;
    return [{ document, label: known.get(document) as Text, key, span: startOf(item), rule }];
  });
  return {
    documents: bound.map(({ document, label }) => ({ document, label })),
    rules: bound,
    sound: bound.length === items.length,
  };
}

function isNamedBefore(document: string, items: readonly Node[]): boolean {
  return items.some((item) => textOf(get(item, 'document')) === document);
}

/** A kind of document that some step gives a label. */
function documentAt(
  node: Node | undefined,
  known: Documents,
  { context }: Course,
): string | undefined {
  const id = textOf(node);
  if (node === undefined || id === undefined || known.has(id)) return id;
  const nearest = nearestHint(id, known.keys());
  const params = { ...said('kind', wordText('kind of document')), id, nearest };
  context.report.add('unknown-reference', params, node.span);
  return undefined;
}
