import { PERIOD_UNITS } from '@qingdan/core';
import { basis, header, item } from './common.js';
import {
  choice,
  list,
  localized,
  named,
  object,
  oneOf,
  optional,
  required,
  text,
} from './shape.js';

export const prohibition = object('Prohibition', {
  ...header('Prohibition'),
  ...item,
  title: required(localized),
  appliesTo: required(
    oneOf(
      'record kind or period',
      text('record kind'),
      object('period', {
        each: required(choice(['organisation'])),
        per: required(choice(PERIOD_UNITS)),
      }),
    ),
  ),
  appliesWhen: optional(named('condition')),
  violatedWhen: required(named('violation')),
  accountable: optional(list(text('id of a Role'))),
});

export const prohibitionOverlay = object('Prohibition', {
  ...header('Prohibition'),
  alsoViolatedWhen: optional(named('addition'), 'violates too'),
  basis: optional(basis),
  note: optional(localized),
});
