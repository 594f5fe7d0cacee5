import { compare, type Tightening, type Truth, type Value } from '@qingdan/core';

/**
 * Whether a value is at least as strict as another; unknown where the two can't be compared, such as durations in
 * different units, and for `none`, which has no stricter and looser.
 */
export function isAsStrict(tighten: Tightening, value: Value, other: Value): Truth {
  switch (tighten) {
    case 'higher':
      return compare('greaterThanInclusive', ordinal(value), ordinal(other));
    case 'lower':
      return compare('lessThanInclusive', ordinal(value), ordinal(other));
    case 'subset':
      return compare('subsetOf', value, other);
    case 'superset':
      return compare('subsetOf', other, value);
    case 'none':
      return undefined;
  }
}

export function isStricter(tighten: Tightening, value: Value, other: Value): boolean {
  return isAsStrict(tighten, value, other) === true && isAsStrict(tighten, other, value) !== true;
}

/** false is lower than true. */
function ordinal(value: Value): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}
