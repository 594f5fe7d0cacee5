import type { Item, Procedure, Revisions } from '@qingdan/core';
import { match } from 'ts-pattern';
import { type Reference, referencesOf } from '../item/references.js';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { type DocumentPage, renderHeading } from './document-page.js';
import type { Named } from './documents-named.js';
import { renderDefinition, renderNamedCondition } from './render-definition.js';
import { renderInstrument } from './render-instrument.js';
import { renderParameter } from './render-parameter.js';
import { renderProcedure, shownOn } from './render-procedure.js';
import { renderRecord } from './render-record.js';
import { renderBody, renderRole } from './render-role.js';
import { renderTable } from './render-table.js';

/** A document that is no item of a list: what it says on a day, on which grounds, and which items rest on it. */
export function renderDocument(named: Named, on: DocumentPage): void {
  const { policy, speech } = on;
  const { lang } = speech;
  const { id } = named;
  const show = <T>(document: T | undefined, title: (of: T) => string, render: (of: T) => void) => {
    if (document === undefined) return;
    renderHeading(named, title(document), on);
    render(document);
  };
  const last = <T>(revisions: readonly T[]): T | undefined => revisions.at(-1);
  match(named.kind)
    .with('procedure', () =>
      show(
        policy.procedures.get(id),
        (it) => shownOn(it, on)?.title[lang] ?? id,
        (it) => renderProcedure(it, on),
      ),
    )
    .with('parameter', () =>
      show(
        policy.parameters.get(id),
        ({ label }) => label[lang],
        (it) => renderParameter(it, on),
      ),
    )
    .with('record', () =>
      show(
        policy.records.get(id),
        ({ label }) => label[lang],
        (it) => renderRecord(it, on),
      ),
    )
    .with('instrument', () =>
      show(
        policy.instruments.get(id),
        ({ title }) => title[lang],
        (it) => renderInstrument(it, on),
      ),
    )
    .with('role', () =>
      show(
        policy.roles.get(id),
        ({ title }) => title[lang],
        (it) => renderRole(it, on),
      ),
    )
    .with('body', () =>
      show(
        policy.bodies.get(id),
        ({ title }) => title[lang],
        (it) => renderBody(it, on),
      ),
    )
    .with('table', () =>
      show(
        policy.tables.get(id),
        (it) => last(it)?.label[lang] ?? id,
        (it) => renderTable(it, on),
      ),
    )
    .with('definition', () =>
      show(
        policy.definitions.get(id),
        (it) => last(it)?.label[lang] ?? id,
        (it) => renderDefinition(it, on),
      ),
    )
    .with('condition', () =>
      show(
        policy.conditions.get(id),
        (it) => last(it)?.label?.[lang] ?? id,
        (it) => renderNamedCondition(it, on),
      ),
    )
    .exhaustive();
  renderUsers(named, on);
}

/** The items and procedures that rest on it. */
function renderUsers({ kind, id }: Named, { page, policy, speech }: DocumentPage): void {
  const { lang } = speech;
  const reference: Reference = `${kind}:${id}`;
  const users = [...policy.items, ...policy.procedures.values()].flatMap(
    (revisions: Revisions<Item | Procedure>) => {
      const latest = revisions.at(-1);
      const rests = revisions.some((item) => referencesOf(item, policy).has(reference));
      return latest !== undefined && rests ? [latest] : [];
    },
  );
  page.gap();
  page.add(
    users.length === 0
      ? say(lang, 'document.unused')
      : say(lang, 'document.users', {
          items: sayList(
            lang,
            users.map((item) =>
              say(lang, 'note', { text: tidyText(item.title[lang]), note: item.id }),
            ),
          ),
        }),
  );
}
