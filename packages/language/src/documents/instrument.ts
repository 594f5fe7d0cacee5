import { CONFIDENCES } from '@qingdan/core';
import { header, interval, JURISDICTION, subjects } from './common.js';
import { choice, integer, list, localized, object, optional, required, text } from './shape.js';

export const instrument = object('Instrument', {
  ...header('Instrument'),
  title: required(localized),
  number: optional(text(), 'its number of issue'),
  level: required(text('jurisdiction', JURISDICTION), 'who made it: CN or a jurisdiction code'),
  effective: optional(interval),
  replaces: optional(list(text('id of an Instrument'))),
  articles: optional(integer(1), 'how many articles it has; absent where not known'),
  confidence: required(choice(CONFIDENCES), 'that it exists and was read'),
  subjects: optional(subjects, 'whose law it is; absent: for all'),
  note: optional(localized),
});
