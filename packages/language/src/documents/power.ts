import { CAPACITIES, RISK_LEVELS } from '@qingdan/core';
import { anchor, basis, header, item, of, reason, within } from './common.js';
import {
  choice,
  list,
  localized,
  named,
  object,
  optional,
  required,
  text,
  textOrList,
} from './shape.js';

const bound = named('valueForm');

const authority = list(
  object('authority', {
    below: optional(bound, 'less than'),
    upTo: optional(bound, 'at most'),
    from: optional(bound, 'at least'),
    above: optional(bound, 'more than'),
    when: optional(named('condition')),
    approvedBy: optional(textOrList('id of a Role'), 'places, each filled by another person'),
    dualPost: optional(
      text('id of a Role'),
      'fills the second place where one person holds both posts',
    ),
    body: optional(textOrList('id of a Body'), 'any one of them must have passed the matter'),
    note: optional(localized),
  }),
);

const risk = object('risk', {
  point: required(localized),
  level: required(choice(RISK_LEVELS)),
  prevention: required(localized),
});

export const power = object('Power', {
  ...header('Power'),
  ...item,
  title: required(localized),
  holders: required(list(text('id of a Body'))),
  capacities: required(list(choice(CAPACITIES))),
  category: optional(localized),
  governs: required(
    object('governs', {
      record: required(text('record kind')),
      when: optional(named('condition')),
    }),
  ),
  measure: optional(anchor, 'what the bounds of authority speak of'),
  matter: optional(named('valueForm'), 'the matter the deciding meeting must be about'),
  authority: optional(authority),
  risks: optional(list(risk)),
  disclosure: optional(
    object('disclosure', {
      what: required(localized),
      within: optional(within.shape, within.about),
      of,
    }),
  ),
  prohibits: optional(list(text('id of a Prohibition')), 'ids; `*` stands for any letters'),
  guards: optional(
    list(text('id of a Prohibition')),
    'where one of them is violated too, what AUTHORITY found is told with it',
  ),
  noProhibition: optional(reason, 'why there is none'),
  procedure: optional(text('id of a Procedure')),
  noProcedure: optional(reason, 'why there is none'),
  noDuty: optional(reason, 'why no Responsibility belongs to it'),
});

export const powerOverlay = object('Power', {
  ...header('Power'),
  alsoApprovedBy: required(textOrList('id of a Role'), 'whose approval is needed as well'),
  basis: optional(basis),
  note: optional(localized),
});
