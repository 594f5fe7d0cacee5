import { type Text, type Type, typeText } from '@qingdan/core';
import { comparable, isGroup, isId, isScalar } from './comparable.js';

/** What a place asks of the value that stands there. */
export interface Expectation {
  /** How it is named in messages. */
  readonly name: Text;
  readonly accepts: (type: Type) => boolean;
  /** How a literal is read; absent where none can stand. */
  readonly literal?: Type;
  /** Whether a bare name that is no literal is a fact: wherever the type leaves no doubt. */
  readonly facts: boolean;
}

export const A_DATE: Expectation = {
  name: typeText({ kind: 'date' }),
  accepts: ({ kind }) => kind === 'date',
  literal: { kind: 'date' },
  facts: true,
};

export const A_PERIOD: Expectation = {
  name: typeText({ kind: 'period' }),
  accepts: ({ kind }) => kind === 'period',
  literal: { kind: 'period' },
  facts: true,
};

export const A_DURATION: Expectation = {
  name: typeText({ kind: 'duration' }),
  accepts: ({ kind }) => kind === 'duration',
  literal: { kind: 'duration' },
  facts: true,
};

/** The id of somebody or something; a bare name is always a fact. */
export const AN_ID: Expectation = {
  name: { zh: '人员或编号', en: 'person or id' },
  accepts: isId,
  facts: true,
};

export const A_NUMBER: Expectation = {
  name: typeText({ kind: 'number' }),
  accepts: ({ kind }) => kind === 'number' || kind === 'integer' || kind === 'ratio',
  literal: { kind: 'number' },
  facts: true,
};

export const A_LIST: Expectation = {
  name: { zh: '列表', en: 'list' },
  accepts: (type) => isGroup(type) && isScalar(type.items),
  facts: true,
};

/** A value that can be compared with one of a type, or a list or set of such values. */
export function oneOrMoreOf(type: Type, name: Text): Expectation {
  return {
    name,
    accepts: (other) =>
      comparable(type, other.kind === 'list' || other.kind === 'set' ? other.items : other),
    literal: type,
    facts: false,
  };
}

/** A value that can be compared with one of a type. */
export function comparableWith(type: Type, name: Text): Expectation {
  return { name, accepts: (other) => comparable(type, other), literal: type, facts: false };
}
