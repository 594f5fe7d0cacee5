import { CONFIDENCES, GRAVITIES, NATURES, SUBJECTS } from '@qingdan/core';
import {
  choice,
  dateOrMonth,
  integer,
  type Key,
  list,
  localized,
  object,
  oneOf,
  optional,
  required,
  type Shape,
  text,
} from './shape.js';

/** Names of any script, without dots, blanks and brackets. */
export const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*$/u;
export const ID = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;
export const JURISDICTION = /^(CN|\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;

const id = text('id', ID);
export const subjects = list(choice(SUBJECTS));
export const reason = object('reason', { reason: required(localized) });

export const interval = object('interval', {
  from: optional(dateOrMonth, 'the first day'),
  until: optional(dateOrMonth, 'the first day after the last'),
});

export const basis = list(
  object('basis', {
    instrument: required(text('id of an Instrument')),
    article: optional(text(), 'such as "35" or "35¶2(3)"'),
    confidence: required(choice(CONFIDENCES), 'how the words were seen'),
    from: optional(dateOrMonth),
    until: optional(dateOrMonth),
    subjects: optional(subjects),
    note: optional(localized),
  }),
);

export const header = (kind: string): Record<string, Key> => ({
  kind: required(choice([kind])),
  id: required(id),
});

export const dated: Record<string, Key> = {
  revision: optional(integer(1), '1 if absent; a change of meaning is a later revision'),
  effective: optional(interval, 'when this revision is in force, half-open'),
  gap: optional(reason, 'why there is a gap before this revision'),
  note: optional(localized),
};

/** How grave a finding is and what is to be done: of the item, of a branch, or of what an overlay adds. */
export const weight: Record<string, Key> = {
  severity: optional(choice(GRAVITIES)),
  nature: optional(choice(NATURES)),
  remedy: optional(localized),
};

/** What a finding takes from the item, or from a branch of its root `any`. */
export const gravity: Record<string, Key> = { basis: optional(basis), ...weight };

export const item: Record<string, Key> = {
  ...dated,
  ...gravity,
  subjects: optional(subjects, "absent: the pack's"),
};

const length = oneOf('length', text('length'), { kind: 'named', name: 'valueForm' });
const fact = oneOf('fact', text('fact'), { kind: 'named', name: 'valueForm' });

/** `5 days of paidOn`, or the length and the day apart. */
export const within = { shape: length, about: '`5 days of paidOn`, or a length beside `of`' };
export const of = optional(fact, 'the day from which it counts');

/** A fact by its path, or any value form. */
export const anchor: Shape = oneOf('fact', text('fact'), { kind: 'named', name: 'valueForm' });
