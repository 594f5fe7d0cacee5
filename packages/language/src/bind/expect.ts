import type { Type } from '@qingdan/core';
import { comparable, isGroup, isId, isScalar } from './comparable.js';

/** What a place asks of the value that stands there. */
export interface Expectation {
  /** How it is named in messages. */
  readonly name: string;
  readonly accepts: (type: Type) => boolean;
  /** How a literal is read; absent where none can stand. */
  readonly literal?: Type;
  /** Whether a bare name that is no literal is a fact: wherever the type leaves no doubt. */
  readonly facts: boolean;
}

export const A_DATE: Expectation = {
  name: 'date',
  accepts: ({ kind }) => kind === 'date',
  literal: { kind: 'date' },
  facts: true,
};

export const A_PERIOD: Expectation = {
  name: 'period',
  accepts: ({ kind }) => kind === 'period',
  literal: { kind: 'period' },
  facts: true,
};

export const A_DURATION: Expectation = {
  name: 'duration',
  accepts: ({ kind }) => kind === 'duration',
  literal: { kind: 'duration' },
  facts: true,
};

/** The id of somebody or something; a bare name is always a fact. */
export const AN_ID: Expectation = { name: 'person or id', accepts: isId, facts: true };

export const A_NUMBER: Expectation = {
  name: 'number',
  accepts: ({ kind }) => kind === 'number' || kind === 'integer' || kind === 'ratio',
  literal: { kind: 'number' },
  facts: true,
};

export const A_LIST: Expectation = {
  name: 'list',
  accepts: (type) => isGroup(type) && isScalar(type.items),
  facts: true,
};

/** A value that can be compared with one of a type, or a list or set of such values. */
export function oneOrMoreOf(type: Type, name: string): Expectation {
  return {
    name,
    accepts: (other) =>
      comparable(type, other.kind === 'list' || other.kind === 'set' ? other.items : other),
    literal: type,
    facts: false,
  };
}

/** A value that can be compared with one of a type. */
export function comparableWith(type: Type, name: string): Expectation {
  return { name, accepts: (other) => comparable(type, other), literal: type, facts: false };
}
