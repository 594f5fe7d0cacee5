import type { Text } from '@qingdan/core';
import { SHAPES } from './documents.js';
import type { Shape } from './shape.js';
import { wordText } from './words.js';

/** What a shape is called in messages. */
export function nameOfShape(shape: Shape): Text {
  switch (shape.kind) {
    case 'text':
      return wordText(shape.what ?? 'text');
    case 'integer':
      return shape.min === undefined
        ? wordText('integer')
        : { zh: `不小于 ${shape.min} 的整数`, en: `integer from ${shape.min}` };
    case 'boolean':
      return wordText('true or false');
    case 'choice': {
      const of = shape.of.join(' | ');
      return { zh: of, en: of };
    }
    case 'localized':
      return { zh: '{ zh, en }', en: '{ zh, en }' };
    case 'day':
      return wordText('day, such as 2026-02-03');
    case 'dateOrMonth':
      return wordText('day or month, such as 2026-02-03 or 2026-02');
    case 'scalar':
      return wordText('value');
    case 'list': {
      const { zh, en } = nameOfShape(shape.of);
      return { zh: `${zh}的列表`, en: `list of ${en}` };
    }
    case 'map':
      return { zh: `各${wordText(shape.what).zh}的对照`, en: `mapping of ${shape.what}` };
    case 'object':
    case 'oneOf':
      return wordText(shape.what);
    case 'named':
      return nameOfShape(SHAPES[shape.name]);
  }
}
