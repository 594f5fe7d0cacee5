import { OPERATORS } from '@qingdan/core';
import { gravity, weight } from './common.js';
import {
  choice,
  integer,
  type Key,
  list,
  localized,
  named,
  object,
  type ObjectShape,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from './shape.js';
import { sourceKeys } from './source.js';
import { VALUE_FORMS } from './value-form.js';

const marks: Record<string, Key> = {
  id: optional(text('id'), 'the name of this clause in findings and tests'),
  says: optional(localized, 'the clause in words'),
};

const value = named('valueForm');
const source = named('source');
const condition = named('condition');

const link = oneOf(
  'link',
  object(
    'link',
    {
      ...sourceKeys,
      from: required(text('path'), 'where the link begins'),
      to: required(text('path'), 'where it leads'),
    },
    { lead: 'in' },
  ),
  object('link', { kin: required(text('set of relations')) }, { lead: 'kin' }),
);

const group = (of: Shape): Record<string, Record<string, Key>> => ({
  all: { all: required(list(condition), 'true where each of them is') },
  any: { any: required(list(of), 'true where one of them is') },
});

const single: Record<string, Record<string, Key>> = {
  not: { not: required(condition) },
  condition: { condition: required(text('id of a Condition')) },
  some: { some: required(source, 'an element for which `where` holds') },
  every: { every: required(source, '`where` is claimed of each element') },
  none: { none: required(source, '`where` is denied of each element') },
  exists: { exists: required(source, 'an element at all') },
  kin: {
    kin: required(
      object('kin', {
        of: required(value),
        with: required(value, 'is a relative of `of`'),
        relations: required(text('set of relations')),
      }),
    ),
  },
  path: {
    path: required(
      object('path', {
        from: required(value),
        to: required(value),
        through: required(list(link)),
        max: required(integer(1), 'the most links'),
      }),
    ),
  },
  outlier: {
    outlier: required(
      object('outlier', {
        value: required(value, 'the value judged'),
        of: required(text('path in the element'), 'the values it is held against'),
        ...sourceKeys,
        above: required(value, 'how many standard deviations'),
      }),
    ),
  },
};

const comparison: Record<string, Record<string, Key>> = Object.fromEntries(
  Object.entries(VALUE_FORMS).map(([lead, keys]) => [
    lead,
    { ...keys, operator: required(choice(OPERATORS)), value: optional(value, 'the right side') },
  ]),
);

function forms(any: Shape, more: Readonly<Record<string, Key>>): ObjectShape[] {
  return Object.entries({ ...group(any), ...single, ...comparison }).map(([lead, keys]) =>
    object(lead, { ...keys, ...marks, ...more }, { lead }),
  );
}

export const conditionShape: Shape = oneOf('condition', ...forms(condition, {}));

/** A branch of the root `any` of `violatedWhen`, which may say how grave it is. */
export const branchShape: Shape = oneOf('condition', ...forms(condition, gravity));

/** A branch that an overlay adds: its basis is the overlay's. */
export const additionShape: Shape = oneOf('condition', ...forms(condition, weight));

export const violationShape: Shape = oneOf('condition', ...forms(named('branch'), {}));
