import { type Dated, type Gravity, GRAVITIES, type ItemBase, NATURES } from '@qingdan/core';
import { get } from '../read/node.js';
import { choiceOf, intervalOf, localizedOf, subjectsOf } from '../read/read-values.js';
import type { DocumentText } from '../read/read-pack.js';
import { bindBasis } from './bind-basis.js';
import { revisionOf } from './collect.js';
import type { Context } from './names.js';

/** What every revision of a dated document has. */
export function datedOf(document: DocumentText, pack: string): Dated {
  const { id, node, span } = document;
  const gap = localizedOf(get(get(node, 'gap'), 'reason'));
  return {
    id,
    revision: revisionOf(document),
    effective: intervalOf(get(node, 'effective')),
    pack,
    span,
    ...(gap === undefined ? {} : { gap }),
  };
}

/** What every list item has; undefined where it has no title. */
export function itemBaseOf(
  document: DocumentText,
  severity: Gravity,
  context: Context,
): ItemBase | undefined {
  const { node } = document;
  const title = localizedOf(get(node, 'title') ?? get(node, 'duty'));
  if (title === undefined) return undefined;
  const remedy = localizedOf(get(node, 'remedy'));
  const note = localizedOf(get(node, 'note'));
  const subjects = subjectsOf(get(node, 'subjects'));
  return {
    ...datedOf(document, context.pack),
    title,
    basis: bindBasis(get(node, 'basis'), context),
    severity: choiceOf(get(node, 'severity'), GRAVITIES) ?? severity,
    nature: choiceOf(get(node, 'nature'), NATURES) ?? 'violation',
    ...(remedy === undefined ? {} : { remedy }),
    ...(note === undefined ? {} : { note }),
    ...(subjects === undefined ? {} : { subjects }),
  };
}
