import { basis, header } from './common.js';
import { list, localized, map, object, optional, required, text } from './shape.js';

export const relations = object('Relations', {
  ...header('Relations'),
  record: required(text('record kind'), 'the register: a, b, relation, source'),
  relations: required(
    map(
      'relation',
      object('relation', {
        label: required(localized),
        inverse: optional(text('relation')),
      }),
    ),
    "b is a's …",
  ),
  sets: required(
    map(
      'set of relations',
      object('set of relations', {
        label: required(localized),
        includes: required(list(text('relation'))),
        basis: optional(basis),
        note: optional(localized),
      }),
    ),
  ),
  note: optional(localized),
});
