import { type Basis, CONFIDENCES } from '@qingdan/core';
import { get, itemsOf, type Node, textOf, startOf } from '../read/node.js';
import { choiceOf, intervalOf, localizedOf, subjectsOf } from '../read/read-values.js';
import { type Context, refer } from './names.js';

/** Citations; those of an instrument that isn't there are reported and left out. */
export function bindBasis(node: Node | undefined, context: Context): readonly Basis[] {
  return itemsOf(node).flatMap((item) => {
    const named = get(item, 'instrument');
    const instrument = textOf(named);
    const confidence = choiceOf(get(item, 'confidence'), CONFIDENCES);
    if (named === undefined || instrument === undefined || confidence === undefined) return [];
    if (refer('Instrument', instrument, named.span, context) === undefined) return [];
    const article = textOf(get(item, 'article'));
    const subjects = subjectsOf(get(item, 'subjects'));
    const note = localizedOf(get(item, 'note'));
    return [
      {
        instrument,
        confidence,
        interval: intervalOf(item),
        span: startOf(item),
        ...(article === undefined ? {} : { article }),
        ...(subjects === undefined ? {} : { subjects }),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
}
