import { TIGHTENINGS } from '@qingdan/core';
import { basis, header } from './common.js';
import { typeKeys } from './field-type.js';
import { choice, dateOrMonth, list, localized, object, optional, required } from './shape.js';
import { literal } from './value-form.js';

const values = list(
  object('value', {
    from: optional(dateOrMonth),
    until: optional(dateOrMonth, 'absent: until the next value begins'),
    value: required(literal, '`unset` where the law leaves it to the locality'),
    basis: optional(basis),
    note: optional(localized),
  }),
);

/** `values` are the parameter's own. */
const type = Object.fromEntries(Object.entries(typeKeys).filter(([key]) => key !== 'values'));

export const parameter = object('Parameter', {
  ...header('Parameter'),
  ...type,
  label: required(localized),
  unit: optional(localized, 'stands beside a number'),
  tighten: required(choice(TIGHTENINGS), 'the direction in which a lower level may go'),
  values: required(values),
  note: optional(localized),
});

export const parameterOverlay = object('Parameter', {
  ...header('Parameter'),
  values: required(values),
  note: optional(localized),
});
