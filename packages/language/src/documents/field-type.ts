import { SCALAR_TYPES } from '@qingdan/core';
import {
  choice,
  type Key,
  localized,
  map,
  named,
  object,
  oneOf,
  optional,
  required,
  scalar,
  type Shape,
  text,
} from './shape.js';

export const TYPE_NAMES = [...SCALAR_TYPES, 'list', 'set', 'struct'] as const;

/** The keys that say a type; `values` belongs to enum, `to` to ref, and so on. */
export const typeKeys: Record<string, Key> = {
  type: required(choice(TYPE_NAMES)),
  min: optional(scalar, 'least value of a number'),
  max: optional(scalar, 'greatest value of a number'),
  values: optional(
    oneOf('values', text('field of a record'), map('value', localized)),
    'the values of an enum, or the field that has them, such as `meeting.matter`',
  ),
  to: optional(text('record kind'), 'what a ref refers to'),
  fields: optional(map('field', named('fieldType')), 'of a struct, or of the structs of a list'),
  items: optional(named('plainType'), 'the type of what a list or set holds'),
};

const more: Record<string, Key> = {
  privacy: optional(choice(['public', 'personal', 'secret'])),
  unit: optional(localized, 'stands beside a number'),
  note: optional(localized),
};

export const fieldType: Shape = object('field', {
  ...typeKeys,
  label: required(localized),
  ...more,
});

/** Of the items of a list, or of an input or output of a table, which need no label. */
export const plainType: Shape = object('type', {
  ...typeKeys,
  label: optional(localized),
  ...more,
});

export const fields = map('field', named('fieldType'));
export const columns = map('type', named('plainType'));
