import { type CheckReport, compareText, type Language, type RecordNode } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { escapeText } from './escape.js';
import { maskNumbers } from './mask.js';

/** The id of the organisation that a record is of: its own, of an organisation. */
export function organisationOf({ record, id, organisation }: RecordNode): string | undefined {
  return record.id === 'organisation' ? id : organisation;
}

/** How organisations are called, by id. */
export type OrganisationNames = ReadonlyMap<string, string>;

/** The names of the organisations of a report, in the order of their ids. */
export function nameOrganisations({ organisations }: CheckReport): OrganisationNames {
  const names = organisations.flatMap((record) => {
    const name = nameIn(record);
    return name === undefined ? [] : [[record.id, name] as const];
  });
  return new Map(names.sort(([a], [b]) => compareText(a, b)));
}

/** `云溪村（V-YUNXI）`, or the id alone where no name is known. */
function sayOrganisation(id: string, names: OrganisationNames, lang: Language): string {
  const shown = escapeText(id, LONGEST);
  const name = names.get(id);
  return name === undefined ? shown : say(lang, 'note', { text: name, note: shown });
}

/** As a heading: `云溪村（V-YUNXI）`, `组织 V-YUNXI`, or that there is none. */
export function sayOrganisationTitle(
  id: string | undefined,
  names: OrganisationNames,
  lang: Language,
): string {
  if (id === undefined) return say(lang, 'text.organisation.none');
  const text = sayOrganisation(id, names, lang);
  return names.has(id) ? text : say(lang, 'text.organisation', { id: text });
}

const LONGEST = 60;

function nameIn({ fields }: RecordNode): string | undefined {
  const slot = fields.type.fields.findIndex(
    ({ name, privacy }) => name === 'name' && privacy === 'public',
  );
  const value = fields.values[slot];
  return typeof value === 'string' ? escapeText(maskNumbers(value), LONGEST) : undefined;
}
