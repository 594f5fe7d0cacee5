import type { ItemBase, Revisions } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { tidyText } from '../values/escape.js';
import { sayInterval } from '../values/say-date.js';
import { renderBasis } from './render-law.js';

/** How grave it is, and whom it concerns. */
export function renderGravity(
  { nature, severity, subjects }: ItemBase,
  speech: Speech,
  page: Page,
): void {
  const { lang } = speech;
  page.add(
    say(lang, 'item.nature', {
      nature: say(lang, `nature.${nature}`),
      severity: say(lang, `severity.${severity}`),
    }),
    { indent: 2 },
  );
  if (subjects === undefined) return;
  const named = subjects.map((subject) => say(lang, `subject.${subject}`));
  page.add(say(lang, 'item.subjects', { subjects: sayList(lang, named) }), { indent: 2 });
}

/** What to do where it isn't kept, and how it was read. */
export function renderAdvice({ remedy, note }: ItemBase, { lang }: Speech, page: Page): void {
  if (remedy !== undefined)
    page.add(say(lang, 'item.remedy', { remedy: tidyText(remedy[lang]) }), { indent: 2 });
  if (note !== undefined)
    page.add(say(lang, 'item.note', { note: tidyText(note[lang]) }), { indent: 2 });
}

/** Every revision with the days on which it is in force, its grounds, and what is told of it between. */
export function renderRevisionList<T extends ItemBase>(
  revisions: Revisions<T>,
  current: T | undefined,
  speech: Speech,
  page: Page,
  renderMore: (revision: T) => void,
): void {
  const { lang } = speech;
  page.gap();
  page.add(say(lang, 'item.revisions'));
  for (const revision of revisions) {
    page.add(
      say(lang, revision === current ? 'item.revision.current' : 'item.revision', {
        revision: String(revision.revision),
        interval: sayInterval(revision.effective, lang),
      }),
      { indent: 2 },
    );
    if (revision.gap !== undefined)
      page.add(say(lang, 'item.gap', { reason: tidyText(revision.gap[lang]) }), { indent: 4 });
    page.within(2, () => {
      renderMore(revision);
      renderBasis(revision.basis, speech, page);
    });
    page.gap();
  }
}
