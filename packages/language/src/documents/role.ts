import { header, subjects } from './common.js';
import { integer, localized, object, optional, required, text } from './shape.js';

export const role = object('Role', {
  ...header('Role'),
  title: required(localized),
  body: optional(text('id of a Body')),
  rank: optional(integer(), 'in one body, a higher rank may stand in for a lower'),
  seats: optional(integer(1), 'how many persons hold it at once; any number if absent'),
  subjects: optional(subjects),
  note: optional(localized),
});

export const body = object('Body', {
  ...header('Body'),
  title: required(localized),
  subjects: optional(subjects),
  note: optional(localized),
});
