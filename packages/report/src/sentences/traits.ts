import type { DurationUnit, Expression, Privacy, Type } from '@qingdan/core';
import { match } from 'ts-pattern';
import { stricter } from '../values/voice.js';
import { walkOf } from './say-path.js';
import { aliasesOf } from './say-source.js';
import { type Speech, withAlias } from './speech.js';

/** How the values of an expression are shown. */
export interface Traits {
  readonly type: Type;
  readonly privacy: Privacy;
  readonly unit?: string;
  readonly counts?: DurationUnit;
}

/** The type, class of privacy and unit of what an expression gives. */
export function traitsOf(expression: Expression, speech: Speech): Traits {
  const { type } = expression;
  const of = (part: Expression): Traits => traitsOf(part, speech);
  const both = (a: Expression, b: Expression): Privacy => stricter(of(a).privacy, of(b).privacy);
  return match<Expression, Traits>(expression)
    .with({ kind: 'literal' }, { kind: 'parameter' }, { kind: 'table' }, () => ({
      type,
      privacy: 'public',
    }))
    .with({ kind: 'fact' }, ({ path }) => fromPath(walkOf(path, speech), speech))
    .with({ kind: 'aggregate' }, ({ name, source, of: path }) => {
      if (path === undefined || name === 'countDistinct') return { type, privacy: 'public' };
      const walked = walkOf(path, withAlias(speech, ...aliasesOf(source, speech, true)));
      return { ...fromPath(walked, speech), type: name === 'collect' ? listOf(walked.type) : type };
    })
    .with({ kind: 'lookup' }, ({ source, of: path }) =>
      fromPath(walkOf(path, withAlias(speech, ...aliasesOf(source, speech, true))), speech),
    )
    .with({ kind: 'arithmetic' }, ({ left, right }) => ({ type, privacy: both(left, right) }))
    .with({ kind: 'elapsed' }, ({ name, from, to }) => ({
      type,
      privacy: both(from, to),
      counts: name,
    }))
    .with({ kind: 'shift' }, ({ date, by }) => ({ type, privacy: both(date, by) }))
    .with({ kind: 'part' }, ({ of: date }) => ({ type, privacy: of(date).privacy }))
    .with({ kind: 'without' }, ({ list, removed }) => ({
      ...of(list),
      privacy: both(list, removed),
    }))
    .exhaustive();
}

function listOf(items: Type): Type {
  return { kind: 'list', items };
}

function fromPath({ type, privacy, unit }: ReturnType<typeof walkOf>, { lang }: Speech): Traits {
  return { type, privacy, ...(unit === undefined ? {} : { unit: unit[lang] }) };
}
