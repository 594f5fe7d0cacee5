import { CONFIDENCES, type Instrument } from '@qingdan/core';
import { get, integerOf, textOf } from '../read/node.js';
import type { DocumentText } from '../read/read-pack.js';
import { choiceOf, intervalOf, localizedOf, subjectsOf } from '../read/read-values.js';
import type { Context } from './names.js';
import { idsAt } from './references.js';

export function bindInstrument(
  { id, node, span }: DocumentText,
  context: Context,
): Instrument | undefined {
  const title = localizedOf(get(node, 'title'));
  const level = textOf(get(node, 'level'));
  const confidence = choiceOf(get(node, 'confidence'), CONFIDENCES);
  const replaces = idsAt(get(node, 'replaces'), 'Instrument', context);
  if (title === undefined || level === undefined || confidence === undefined) return undefined;
  const number = textOf(get(node, 'number'));
  const articles = integerOf(get(node, 'articles'));
  const subjects = subjectsOf(get(node, 'subjects'));
  const note = localizedOf(get(node, 'note'));
  return {
    id,
    title,
    level,
    effective: intervalOf(get(node, 'effective')),
    replaces,
    confidence,
    span,
    ...(number === undefined ? {} : { number }),
    ...(articles === undefined ? {} : { articles }),
    ...(subjects === undefined ? {} : { subjects }),
    ...(note === undefined ? {} : { note }),
  };
}
