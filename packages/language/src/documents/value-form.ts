import {
  boolean,
  choice,
  type Key,
  list,
  map,
  named,
  object,
  type ObjectShape,
  oneOf,
  optional,
  required,
  scalar,
  type Shape,
  text,
} from './shape.js';
import { sourceKeys } from './source.js';

const value = named('valueForm');
const pair = list(value);
const path = text('path in the element');
const source = named('source');

const fromTo = object('from and to', { from: required(value), to: required(value) });

const over = (what: string): Shape =>
  object(what, { of: required(path, 'a path in the element'), ...sourceKeys });

/** Each value form by its leading key, with all its keys. */
export const VALUE_FORMS: Readonly<Record<string, Readonly<Record<string, Key>>>> = {
  fact: { fact: required(text('path'), 'a fact of the record at hand, or of an element') },
  parameter: { parameter: required(text('id of a Parameter'), 'the value in force') },
  table: {
    table: required(text('id of a Table')),
    inputs: required(map('input', value)),
    output: required(text('output of the table')),
  },
  count: { count: required(source) },
  countDistinct: { countDistinct: required(over('countDistinct')) },
  sum: { sum: required(over('sum')) },
  min: { min: required(over('min')) },
  max: { max: required(over('max')) },
  collect: { collect: required(over('collect')) },
  lookup: {
    lookup: required(
      object('lookup', {
        of: required(path),
        ...sourceKeys,
        latest: optional(path, 'of several matches, the one with the latest'),
        earliest: optional(path),
      }),
    ),
  },
  ratio: { ratio: required(pair, 'the first divided by the second') },
  difference: { difference: required(pair) },
  product: { product: required(pair) },
  days: { days: required(fromTo, 'whole days; the first is not counted') },
  months: { months: required(fromTo) },
  years: { years: required(fromTo) },
  workdays: { workdays: required(fromTo) },
  age: { age: required(object('age', { of: required(value), on: required(value) })) },
  shift: {
    shift: required(
      object('shift', {
        date: required(value),
        by: required(value, 'a duration'),
        backwards: optional(boolean, 'towards the past'),
      }),
    ),
  },
  part: {
    part: required(
      object('part', {
        of: required(value),
        unit: required(choice(['year', 'quarter', 'month'])),
      }),
    ),
  },
  without: { without: required(pair, 'the members of the first that the second lacks') },
};

/** A mapping that stands for itself. */
const literalForms: readonly ObjectShape[] = [
  object('literal', { value: required(oneOf('literal', scalar, list(scalar))) }, { lead: 'value' }),
];

const period = object('period', { from: optional(scalar), until: optional(scalar) });

/** Where only a literal may stand. */
export const literal: Shape = oneOf('literal', scalar, list(scalar), period);

export const valueForm: Shape = oneOf(
  'value form',
  scalar,
  list(scalar),
  ...Object.entries(VALUE_FORMS).map(([lead, keys]) => object(lead, keys, { lead })),
  ...literalForms,
  period,
);
