import {
  type Cell,
  contains,
  type Revisions,
  type Table,
  type Type,
  type Value,
} from '@qingdan/core';
import { renderBasis } from '../item/render-law.js';
import { say, sayList } from '../locale/messages.js';
import { sayInterval } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { DocumentPage } from './document-page.js';
import { sayType } from './say-type.js';

/** A decision table in the revision of the day, else its last: what goes in and out, and row by row what follows. */
export function renderTable(revisions: Revisions<Table>, on: DocumentPage): void {
  const { page, asOf, speech } = on;
  const { lang } = speech;
  const table = revisions.find(({ effective }) => contains(effective, asOf)) ?? revisions.at(-1);
  if (table === undefined) return;
  page.add(
    say(lang, 'item.revision', {
      revision: String(table.revision),
      interval: sayInterval(table.effective, lang),
    }),
    { indent: 2 },
  );
  page.add(say(lang, 'document.table.inputs'), { indent: 2 });
  for (const [name, type] of table.inputs)
    page.add(say(lang, 'document.table.column', { name, type: sayType(type, lang) }), {
      indent: 4,
    });
  page.add(say(lang, 'document.table.rows'), { indent: 2 });
  for (const { when, then } of table.rows) {
    const asked = [...when].map(([name, cell]) =>
      say(lang, cell.kind === 'bounds' ? 'document.table.bounds' : 'document.table.cell', {
        name,
        value: sayCell(cell, table.inputs.get(name), on),
      }),
    );
    page.add(
      say(lang, 'document.table.row', {
        when: asked.length === 0 ? say(lang, 'document.table.any') : sayList(lang, asked),
        then: sayList(
          lang,
          [...then].map(([name, value]) =>
            say(lang, 'document.table.cell', {
              name,
              value: sayTyped(value, table.outputs.get(name), on),
            }),
          ),
        ),
      }),
      { indent: 4 },
    );
  }
  renderBasis(table.basis, speech, page);
}

function sayCell(cell: Cell, type: Type | undefined, on: DocumentPage): string {
  const { lang } = on.speech;
  if (cell.kind === 'values')
    return sayList(
      lang,
      cell.values.map((value) => sayTyped(value, type, on)),
      'list.or',
    );
  const bounds = (['above', 'from', 'below', 'upTo'] as const).flatMap((bound) => {
    const value = cell[bound];
    return value === undefined
      ? []
      : [say(lang, `document.bound.${bound}`, { value: sayTyped(value, type, on) })];
  });
  return sayList(lang, bounds);
}

function sayTyped(value: Value, type: Type | undefined, { speech }: DocumentPage): string {
  return sayValue(value, type ?? { kind: 'text' }, speech);
}
