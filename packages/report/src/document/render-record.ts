import type { Field, RecordType, StructType } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { sayRole } from '../sentences/say-power-clause.js';
import { tidyText } from '../values/escape.js';
import type { DocumentPage } from './document-page.js';
import { sayType } from './say-type.js';

/** A kind of record, as someone who fills it in must know it: each field, what is written there, who keeps it, what is derived. */
export function renderRecord(kind: RecordType, on: DocumentPage): void {
  const { page, policy, speech } = on;
  const { lang } = speech;
  const governing =
    kind.governingDate === undefined ? undefined : kind.fields.fields[kind.governingDate];
  page.add(
    governing === undefined
      ? say(lang, 'document.record.register')
      : say(lang, 'document.record.governed', { field: tidyText(governing.label[lang]) }),
    { indent: 2 },
  );
  if (kind.keptBy !== undefined)
    page.add(say(lang, 'document.record.keptBy', { role: sayRole(kind.keptBy, speech) }), {
      indent: 2,
    });
  page.gap();
  page.add(say(lang, 'document.record.fields'));
  renderFields(kind.fields, on, 2);
  const derived = [...policy.definitions.values()].flatMap((revisions) => {
    const latest = revisions.at(-1);
    return latest?.record === kind.id ? [latest] : [];
  });
  if (derived.length === 0) return;
  page.gap();
  page.add(say(lang, 'document.record.derived'));
  for (const { fact, label } of derived)
    page.add(say(lang, 'document.derived.row', { fact, label: tidyText(label[lang]) }), {
      indent: 2,
    });
}

function renderFields(struct: StructType, on: DocumentPage, indent: number): void {
  for (const field of struct.fields) {
    on.page.add(sayField(field, on), { indent });
    const inner = structOf(field);
    if (inner !== undefined) renderFields(inner, on, indent + 2);
  }
}

function sayField({ name, label, type, unit, privacy }: Field, { speech }: DocumentPage): string {
  const { lang } = speech;
  const marks = [
    sayType(type, lang),
    ...(unit === undefined ? [] : [say(lang, 'document.unit', { unit: tidyText(unit[lang]) })]),
    ...(privacy === 'public' ? [] : [say(lang, `document.privacy.${privacy}`)]),
  ];
  return say(lang, 'document.field', {
    name,
    label: tidyText(label[lang]),
    type: sayList(lang, marks, 'list.comma'),
  });
}

function structOf({ type }: Field): StructType | undefined {
  const inner = type.kind === 'list' ? type.items : type;
  return inner.kind === 'struct' ? inner.struct : undefined;
}
