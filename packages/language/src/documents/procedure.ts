import {
  BINARY_TEMPLATES,
  ENDINGS,
  GRAVITIES,
  NATURES,
  RISK_LEVELS,
  TALLY_UNITS,
  UNARY_TEMPLATES,
} from '@qingdan/core';
import { basis, header, item, NAME } from './common.js';
import { fields } from './field-type.js';
import {
  boolean,
  choice,
  integer,
  type Key,
  list,
  localized,
  map,
  named,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
  textOrList,
} from './shape.js';

const length = named('valueForm');
const step = text('step');
const part = text('step, or its `.start` or `.end`');

/** What must have been done before: a step, or several of them. */
export const afterShape: Shape = oneOf(
  'steps and their order',
  part,
  list(named('after')),
  object('after', { all: required(list(named('after')), 'after each of them') }, { lead: 'all' }),
  object('after', { any: required(list(named('after')), 'after one of them') }, { lead: 'any' }),
);

/** What a deviation takes from the step or constraint, else from the procedure. */
const weight: Record<string, Key> = {
  basis: optional(basis, "absent: the procedure's"),
  severity: optional(choice(GRAVITIES), "absent: the procedure's"),
  nature: optional(choice(NATURES), "absent: the procedure's"),
  remedy: optional(localized),
};

const endOf = object('end of a period', {
  end: required(text('end of a period'), '`month of x`, `quarter of x` or `year of x`'),
});

const time: Record<string, Key> = {
  within: optional(length, 'how long; beside an `end`, how long after it'),
  of: required(oneOf('step', part, endOf), 'the step from which it counts'),
};

const counting = object('counting', {
  includesFirst: optional(boolean, 'the day from which it counts is the first; absent: it is not'),
  rolls: optional(boolean, 'a last day of rest moves to the next working day; absent: it does'),
});

const deadlineKeys: Record<string, Key> = {
  yellow: optional(
    oneOf('share of the time', text('share of the time'), length),
    '`90%`: the share of the time after which it is yellow',
  ),
  counting: optional(counting, 'how its days are counted, where not as in civil law'),
};

const share: Shape = oneOf(
  'share',
  text('share'),
  object('share', { above: required(length, 'more than') }, { lead: 'above' }),
  object('share', { atLeast: required(length, 'as much or more') }, { lead: 'atLeast' }),
);

const quorum = object('quorum', {
  anyOf: optional(
    list(
      object('present', {
        unit: required(choice(TALLY_UNITS)),
        present: required(share, 'of the eligible'),
      }),
    ),
    'enough by one of them is enough',
  ),
  yes: optional(
    object('yes', {
      share: required(share),
      of: required(choice(['present', 'eligible'])),
      unit: optional(choice(TALLY_UNITS), 'absent: that in which enough were present'),
    }),
  ),
});

const stepShape = object('step', {
  title: required(localized),
  optional: optional(boolean, 'may be left out of a case'),
  once: optional(boolean, 'at most once in a case'),
  by: optional(
    oneOf(
      'who',
      text('id of a Role'),
      list(text('id of a Role')),
      object('who', {
        any: optional(textOrList('id of a Role')),
        count: optional(length, 'how many persons, a number or a value form; 1 if absent'),
      }),
    ),
    'who does it',
  ),
  notRole: optional(textOrList('id of a Role'), 'who may not do it'),
  after: optional(named('after'), 'what must have been done before'),
  redoOn: optional(step, 'what came before must be done again after it'),
  when: optional(named('condition'), 'false: not owed, and nothing waits for it'),
  else: optional(choice(['forbid']), 'where `when` is false it may not be done'),
  decidedBy: optional(step, 'the step that fixes what `when` reads'),
  ends: optional(choice(ENDINGS), 'closes the case; nothing later is owed'),
  via: optional(text('id of a Procedure'), 'done by a case of that procedure'),
  within: optional(
    oneOf(
      'time after a step',
      text('time after a step'),
      object('time after a step', {
        ...time,
        part: optional(choice(['start', 'end']), 'what of this step must lie in time'),
        pausedBy: optional(step, 'no time runs while it lasts'),
      }),
    ),
    '`3 workdays of accept`, or length and step apart',
  ),
  ...deadlineKeys,
  notBefore: optional(
    oneOf(
      'time before a step may follow',
      text('time before a step may follow'),
      object('time before a step may follow', {
        by: required(length, 'how long'),
        after: required(part),
      }),
    ),
    '`10 days after accept`, or length and step apart',
  ),
  publicity: optional(
    object('publicity', {
      min: required(length, 'how long it lasts at least'),
      interruptedBy: optional(step, 'breaks it'),
    }),
    'lasts long enough, unbroken',
  ),
  repeats: optional(
    object('repeats', {
      every: required(length, 'the longest time from one to the next'),
      until: optional(step, 'the step that ends it'),
    }),
    'again and again',
  ),
  evidence: optional(
    list(
      object('evidence', {
        document: required(text('kind of document', NAME)),
        label: optional(localized, 'given once in the procedure'),
        dueWithin: optional(length, 'absent: with the step'),
      }),
    ),
    'the documents that belong to it',
  ),
  differentFrom: optional(textOrList('step'), 'done by nobody who did these'),
  sameAs: optional(textOrList('step'), 'done by who did these'),
  notRelatedTo: optional(textOrList('step'), 'done by no relative of who did these'),
  quorum: optional(quorum, 'enough of those who may decide'),
  recusedCount: optional(
    choice(['in', 'out']),
    'whether those who withdrew count among the eligible and present; absent: they do',
  ),
  limit: optional(named('condition'), 'true whenever the step is done'),
  risk: optional(
    object('risk', {
      point: required(localized),
      level: required(choice(RISK_LEVELS)),
      prevention: required(localized),
    }),
  ),
  ...weight,
  note: optional(localized),
});

const deadline = object('deadline', {
  id: required(text('name', NAME)),
  from: required(part),
  to: required(part),
  within: required(length),
  pausedBy: optional(step, 'no time runs while it lasts'),
  ...deadlineKeys,
  ...weight,
});

const pattern: Shape = oneOf(
  'events',
  step,
  object('events', {
    step: required(step),
    when: optional(named('condition'), 'of the case at that moment'),
  }),
);

const constraint = object('constraint', {
  id: required(text('name', NAME)),
  template: required(choice([...UNARY_TEMPLATES, ...BINARY_TEMPLATES])),
  activation: required(pattern, 'the events that it is about'),
  target: optional(pattern, 'of templates over two steps'),
  count: optional(integer(1), 'how often, of existence, absence and exactly; 1 if absent'),
  correlation: optional(
    named('condition'),
    'of the case at the target; `activation` is the case at the activation',
  ),
  time: optional(
    object('time', { least: optional(length), most: optional(length) }),
    'from the earlier of the two events to the later',
  ),
  ...weight,
});

export const procedure = object('Procedure', {
  ...header('Procedure'),
  ...item,
  title: required(localized),
  inPlaceOf: optional(
    text('id of a Procedure'),
    'the one whose place it takes where both hold: what is done `via` that one is done via this',
  ),
  data: optional(fields, 'what events say of the case; fields as of a Record'),
  steps: required(map('step', stepShape), 'in the order in which they are told'),
  deadlines: optional(list(deadline), 'spans over several steps'),
  limit: optional(named('condition'), 'true at every event of the case'),
  recordedWithin: optional(length, 'so soon after it happened every event is written down'),
  constraints: optional(list(constraint), 'templates of Declare'),
});
