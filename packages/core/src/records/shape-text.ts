import type { Text } from '../source/text.js';

/** What kind of plain value something is, where its content is not for a message. */
export function shapeText(raw: unknown): Text {
  if (raw === null || raw === undefined) return { zh: '空', en: 'nothing' };
  if (Array.isArray(raw)) return { zh: '列表', en: 'list' };
  switch (typeof raw) {
    case 'string': {
      const length = Array.from(raw).length;
      return { zh: `${length}个字的文字`, en: `text of ${length} characters` };
    }
    case 'number':
    case 'bigint':
      return { zh: '数', en: 'number' };
    case 'boolean':
      return { zh: '是否值', en: 'boolean' };
    default:
      return { zh: '对象', en: 'object' };
  }
}
