import { basis, dated, header } from './common.js';
import { columns } from './field-type.js';
import {
  list,
  localized,
  map,
  named,
  object,
  oneOf,
  optional,
  required,
  scalar,
  type Shape,
} from './shape.js';

/** What an input must be for a row to match. */
export const cell: Shape = oneOf(
  'cell',
  scalar,
  list(scalar),
  object('bounds', {
    below: optional(scalar, 'less than'),
    upTo: optional(scalar, 'at most'),
    from: optional(scalar, 'at least'),
    above: optional(scalar, 'more than'),
  }),
);

export const table = object('Table', {
  ...header('Table'),
  ...dated,
  label: required(localized),
  basis: optional(basis),
  inputs: required(columns),
  outputs: required(columns),
  rows: required(
    list(
      object('row', {
        when: required(map('input', named('cell')), 'inputs that are not named may be anything'),
        then: required(
          map('output', oneOf('literal', scalar, list(scalar))),
          'an output that is not named is known to have no value',
        ),
        basis: optional(basis),
        note: optional(localized),
      }),
    ),
    'exactly one matches any combination of inputs',
  ),
});
