import { header, item, of, within } from './common.js';
import { list, localized, named, object, optional, required, text } from './shape.js';

export const responsibility = object('Responsibility', {
  ...header('Responsibility'),
  ...item,
  title: optional(localized, 'absent: the duty'),
  power: required(text('id of a Power')),
  role: required(text('id of a Role')),
  duty: required(localized),
  appliesWhen: optional(named('condition')),
  fulfilledWhen: required(named('condition'), '`duty.due` is the due date'),
  due: optional(object('due', { within: required(within.shape, within.about), of })),
  guards: optional(list(text('id of a Prohibition, or <procedure>#<step>'))),
});
