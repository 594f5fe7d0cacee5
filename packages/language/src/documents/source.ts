import { anchor } from './common.js';
import {
  boolean,
  choice,
  type Key,
  list,
  named,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from './shape.js';

const UNITS = ['month', 'quarter', 'year'] as const;

export const within: Shape = oneOf(
  'window',
  text('window'),
  object(
    'window',
    {
      by: required({ kind: 'named', name: 'valueForm' }, 'how long'),
      before: optional(anchor),
      after: optional(anchor),
      around: optional(anchor),
    },
    { lead: 'by', oneOfKeys: [['before', 'after', 'around']] },
  ),
  object(
    'window',
    {
      same: required(choice(UNITS)),
      as: required(anchor),
      until: optional(anchor),
    },
    { lead: 'same' },
  ),
  object('window', { overlaps: required(anchor, 'a period') }, { lead: 'overlaps' }),
);

/** The keys of a source; forms that take more than a source spread them beside their own. */
export const sourceKeys: Record<string, Key> = {
  in: required(
    oneOf(
      'record kind or list',
      text('record kind or list'),
      object('each', {
        each: required(text('list of the record')),
        of: required(text('record kind')),
        as: required(text('name'), 'the name of the record that holds the list'),
      }),
    ),
    'a record kind, a list of the record, or a list inside other records',
  ),
  as: optional(text('name'), 'the name of the element; `it` if absent'),
  match: optional(
    list(text('path')),
    'what has the same value in the element as in the record at hand',
  ),
  where: optional(named('condition')),
  within: optional(named('within'), "when the element's governing date lies"),
  others: optional(boolean, 'leaves out the record at hand'),
  across: optional(choice(['organisations']), 'looks at the records of every organisation'),
};

export const source: Shape = object('source', sourceKeys);
