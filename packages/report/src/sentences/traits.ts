import type { DurationUnit, Expression, Privacy, Type } from '@qingdan/core';
import { Once } from '../once.js';
import { stricter } from '../values/voice.js';
import { walkOf } from './say-path.js';
import { speechInside } from './say-source.js';
import type { Speech } from './speech.js';

/** How the values of an expression are shown. */
export interface Traits {
  readonly type: Type;
  readonly privacy: Privacy;
  readonly unit?: string;
  readonly counts?: DurationUnit;
}

/** The type, class of privacy and unit of what an expression gives. */
export function traitsOf(expression: Expression, speech: Speech): Traits {
  return TRAITS.of(speech.setting, expression, 0, () => deriveTraits(expression, speech));
}

const TRAITS = new Once<Expression, Traits>();

function deriveTraits(expression: Expression, speech: Speech): Traits {
  const { type } = expression;
  const of = (part: Expression): Traits => traitsOf(part, speech);
  const both = (a: Expression, b: Expression): Privacy => stricter(of(a).privacy, of(b).privacy);
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'table':
      return {
        type,
        privacy: 'public',
      };
    case 'fact': {
      const { path } = expression;
      return fromPath(walkOf(path, speech), speech);
    }
    case 'aggregate': {
      const { name, source, of: path } = expression;
      if (path === undefined || name === 'countDistinct') return { type, privacy: 'public' };
      const walked = walkOf(path, speechInside(source, speech, true));
      return { ...fromPath(walked, speech), type: name === 'collect' ? listOf(walked.type) : type };
    }
    case 'lookup': {
      const { source, of: path } = expression;
      return fromPath(walkOf(path, speechInside(source, speech, true)), speech);
    }
    case 'arithmetic': {
      const { left, right } = expression;
      return { type, privacy: both(left, right) };
    }
    case 'elapsed': {
      const { name, from, to } = expression;
      return {
        type,
        privacy: both(from, to),
        counts: name,
      };
    }
    case 'shift': {
      const { date, by } = expression;
      return { type, privacy: both(date, by) };
    }
    case 'part': {
      const { of: date } = expression;
      return { type, privacy: of(date).privacy };
    }
    case 'without': {
      const { list, removed } = expression;
      return {
        ...of(list),
        privacy: both(list, removed),
      };
    }
  }
}

function listOf(items: Type): Type {
  return { kind: 'list', items };
}

function fromPath({ type, privacy, unit }: ReturnType<typeof walkOf>, { lang }: Speech): Traits {
  return { type, privacy, ...(unit === undefined ? {} : { unit: unit[lang] }) };
}
