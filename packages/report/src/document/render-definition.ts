import { contains, type Definition, type NamedCondition, type Revisions } from '@qingdan/core';
import { renderParts, sayPart } from '../item/render-condition.js';
import { renderBasis } from '../item/render-law.js';
import { say } from '../locale/messages.js';
import { sayExpression } from '../sentences/say-expression.js';
import { sayInterval } from '../values/say-date.js';
import { type DocumentPage, speechOf } from './document-page.js';

/** A derived fact: of which records, and in each revision how it comes about. */
export function renderDefinition(revisions: Revisions<Definition>, on: DocumentPage): void {
  renderRevisions(revisions, on, ({ record, is, basis }) => {
    const speech = speechOf(record, on);
    if (is.kind === 'condition') {
      on.page.add(sayPart(is.condition, speech), { indent: 4 });
      renderParts(is.condition, speech, on.page, 4);
    } else on.page.add(sayExpression(is.value, speech), { indent: 4 });
    on.page.within(2, () => renderBasis(basis, on.speech, on.page));
  });
}

/** A condition with a name: of which records, and in each revision what it says. */
export function renderNamedCondition(revisions: Revisions<NamedCondition>, on: DocumentPage): void {
  renderRevisions(revisions, on, ({ record, is }) => {
    const speech = speechOf(record, on);
    on.page.add(sayPart(is, speech), { indent: 4 });
    renderParts(is, speech, on.page, 4);
  });
}

function renderRevisions<T extends Definition | NamedCondition>(
  revisions: Revisions<T>,
  { page, policy, asOf, speech: { lang } }: DocumentPage,
  render: (revision: T) => void,
): void {
  const kind = revisions[0]?.record;
  if (kind !== undefined) {
    const label = policy.records.get(kind)?.label[lang] ?? kind;
    page.add(say(lang, 'document.of', { kind: say(lang, 'note', { text: label, note: kind }) }), {
      indent: 2,
    });
  }
  for (const revision of revisions) {
    const key = contains(revision.effective, asOf) ? 'item.revision.current' : 'item.revision';
    page.add(
      say(lang, key, {
        revision: String(revision.revision),
        interval: sayInterval(revision.effective, lang),
      }),
      { indent: 2 },
    );
    render(revision);
  }
}
