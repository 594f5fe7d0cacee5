import { nearestHint, type Relations, said, type Span, type Text } from '@qingdan/core';
import { wordText } from '../documents/words.js';
import { entriesOf, get, textOf, textsOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { localizedOf } from '../read/read-values.js';
import { bindBasis } from './bind-basis.js';
import type { Context } from './names.js';
import { idAt } from './references.js';
import { takeStep } from './take-step.js';

/** Relations between persons, and the sets of them that `kin` speaks of. */
export function bindRelations(
  { node, span }: DocumentText,
  context: Context,
): Relations | undefined {
  const record = idAt(get(node, 'record'), 'Record', context);
  const entries = entriesOf(get(node, 'relations'));
  const known = entries.map(({ key }) => key);
  const relations = new Map<string, { label: Text; inverse?: string }>();
  for (const { key, value } of entries) {
    const label = localizedOf(get(value, 'label'));
    const inverseNode = get(value, 'inverse');
    const inverse = textOf(inverseNode);
    if (inverse !== undefined && inverseNode !== undefined)
      checkRelation(inverse, inverseNode.span, known, context);
    if (label !== undefined)
      relations.set(key, { label, ...(inverse === undefined ? {} : { inverse }) });
  }
  const sets = new Map<string, { label: Text; includes: readonly string[] }>();
  for (const { key, value } of entriesOf(get(node, 'sets'))) {
    const label = localizedOf(get(value, 'label'));
    // Not kept, but a citation of what isn't there is a mistake here too.
    bindBasis(get(value, 'basis'), context);
    const includes = textsOf(get(value, 'includes')).flatMap(({ text, span: at }) =>
      checkRelation(text, at, known, context) ? [text] : [],
    );
    if (label !== undefined) sets.set(key, { label, includes });
  }
  if (record === undefined) return undefined;
  checkRegister(record, get(node, 'record')?.span ?? span, context);
  return { record, relations, sets, span };
}

function checkRelation(
  name: string,
  span: Span,
  known: readonly string[],
  { report }: Context,
): boolean {
  if (known.includes(name)) return true;
  const nearest = nearestHint(name, known);
  report.add(
    'unknown-reference',
    { ...said('kind', wordText('relation')), id: name, nearest },
    span,
  );
  return false;
}

/** The register has the two persons and what one is to the other. */
function checkRegister(record: string, span: Span, context: Context): void {
  for (const fact of ['a', 'b', 'relation']) {
    const taken = takeStep({ kind: 'record', to: record }, fact, context);
    if (taken.kind === 'unknown')
      context.report.add(
        'unknown-fact',
        { owner: record, fact, nearest: '', known: taken.known.join(', ') },
        span,
      );
  }
}
