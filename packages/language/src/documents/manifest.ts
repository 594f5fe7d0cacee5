import { JURISDICTION, NAME, subjects } from './common.js';
import { dateOrMonth, list, localized, map, object, optional, required, text } from './shape.js';

const jurisdiction = text('jurisdiction', JURISDICTION);

/** An id, or of a procedure `<id>#<requirement>`. */
const WAIVED = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*(#[\p{L}\p{M}\p{N}_.-]+)?$/u;

const waiver = object(
  'waiver',
  {
    item: optional(text('id', WAIVED), 'an item; of a procedure also one requirement, after #'),
    parameter: optional(text('id of a Parameter')),
    document: required(text(), 'what granted it'),
    approver: required(
      object('approver', { jurisdiction: required(jurisdiction), name: required(text()) }),
    ),
    reason: required(localized),
    from: optional(dateOrMonth),
    until: optional(dateOrMonth),
  },
  { oneOfKeys: [['item', 'parameter']] },
);

export const manifest = object('qingdan.yaml', {
  name: required(text('name', NAME), 'list ids begin with it'),
  version: required(text('version'), 'semver'),
  title: required(localized),
  jurisdiction: required(jurisdiction, 'CN, or 2, 4, 6, 9 or 12 digits'),
  subjects: optional(subjects, 'absent: all'),
  covers: optional(object('covers', { from: required(dateOrMonth) }), 'not judged before'),
  extends: optional(
    list(
      object('extension', {
        pack: required(text('name of a pack')),
        version: required(text('range of versions')),
        use: optional(list(text('id of an item')), 'absent: everything'),
      }),
    ),
  ),
  terms: optional(map('term', text()), 'words exchanged in inherited texts'),
  waivers: optional(list(waiver)),
});
