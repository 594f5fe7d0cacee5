import type { Text } from '../source/text.js';
import { nameOfType, type Type, type TypeKind } from './type.js';

const CHINESE: Readonly<Record<TypeKind, string>> = {
  money: '金额',
  number: '数',
  integer: '整数',
  ratio: '比例',
  boolean: '是否值',
  text: '文字',
  date: '日期',
  instant: '时刻',
  duration: '时长',
  period: '期间',
  enum: '规定选项',
  person: '人员编号',
  organisation: '组织编号',
  role: '岗位',
  body: '机构',
  ref: '记录编号',
  list: '列表',
  set: '集合',
  struct: '一组字段',
  record: '记录',
};

/** How a type is named in messages in either language. */
export function typeText(type: Type): Text {
  return { zh: chineseName(type), en: nameOfType(type) };
}

/** A type as the parameters of a message say it, in either language. */
export function typeParams<K extends string = 'type'>(
  type: Type,
  name: K = 'type' as K,
): Readonly<Record<K | `${K}.zh`, string>> {
  const { zh, en } = typeText(type);
  return { [name]: en, [`${name}.zh`]: zh } as Record<K | `${K}.zh`, string>;
}

function chineseName(type: Type): string {
  const word = CHINESE[type.kind];
  switch (type.kind) {
    case 'list':
    case 'set':
      return `${chineseName(type.items)}的${word}`;
    case 'ref':
    case 'record':
      return `${word}（${type.to}）`;
    case 'enum':
      return `${word}（${type.name}）`;
    default:
      return word;
  }
}
