import { basis, dated, header, NAME } from './common.js';
import { typeKeys } from './field-type.js';
import { localized, named, object, optional, required, text } from './shape.js';

export const definition = object(
  'Definition',
  {
    ...header('Definition'),
    ...dated,
    ...typeKeys,
    record: required(text('record kind')),
    fact: required(text('name', NAME), 'read like a field of the record'),
    label: required(localized),
    unit: optional(localized),
    basis: optional(basis),
    when: optional(named('condition'), 'of a boolean'),
    value: optional(named('valueForm')),
  },
  { oneOfKeys: [['when', 'value']] },
);

export const condition = object('Condition', {
  ...header('Condition'),
  ...dated,
  record: required(text('record kind')),
  label: optional(localized),
  basis: optional(basis),
  is: required(named('condition')),
});
