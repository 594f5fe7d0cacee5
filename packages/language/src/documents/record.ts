import { header } from './common.js';
import { fields } from './field-type.js';
import { boolean, localized, object, optional, required, text } from './shape.js';

export const record = object('Record', {
  ...header('Record'),
  label: required(localized),
  governingDate: optional(text('field'), 'the date that chooses the law; absent for a register'),
  register: optional(boolean, 'a lasting list, judged by no date of its own'),
  shared: optional(boolean, 'belongs to no organisation'),
  approvals: optional(text('field'), 'the list of approvals: person, role, decision, on'),
  decision: optional(text('field'), 'the ref to the meeting that decided'),
  holder: optional(text('field'), 'which body acted'),
  case: optional(text('field'), 'the id of the case of a procedure in which it was done'),
  keptBy: optional(text('id of a Role'), 'who keeps these records and can supply what is missing'),
  fields: required(fields),
  note: optional(localized),
});

export const recordOverlay = object('Record', {
  ...header('Record'),
  fields: required(fields, 'new ones only'),
  note: optional(localized),
});
