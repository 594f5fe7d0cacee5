import { contains, type Day, type Item, type Policy, type Revisions } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { sayRole } from '../sentences/say-power-clause.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { tidyText } from '../values/escape.js';
import { sayDay, sayInterval } from '../values/say-date.js';
import type { Voice } from '../values/voice.js';
import { kindOf } from './kind-of.js';
import { relatedItems } from './related-items.js';
import { renderBasis, renderParameters } from './render-law.js';
import { renderRule } from './render-rule.js';

/**
 * The items of the lists called so, for people: what each rule says, its law and figures on a day, every revision with
 * its grounds, who answers for it, and what hangs together with it. False where there is none.
 */
export function renderItems(name: string, voice: Voice, asOf: Day, page: Page): boolean {
  const found = findItems(voice.policy, name);
  for (const revisions of found) {
    page.gap();
    const [first] = revisions;
    const kind = first === undefined ? undefined : kindOf(first, voice.policy);
    renderRevisions(revisions, createSpeech(voice, kind, asOf), asOf, page);
  }
  return found.length > 0;
}

function findItems(policy: Policy, name: string): Revisions<Item>[] {
  const [prefix, ...rest] = name.split(':');
  const id = rest.length === 0 ? prefix : rest.join(':');
  return policy.items.filter(
    ([first]) =>
      first?.id === id &&
      (rest.length === 0 || first?.kind.toLowerCase() === prefix?.toLowerCase()),
  );
}

function renderRevisions(revisions: Revisions<Item>, speech: Speech, asOf: Day, page: Page): void {
  const { lang } = speech;
  const current = revisions.find(({ effective }) => contains(effective, asOf));
  const shown = current ?? revisions.at(-1);
  if (shown === undefined) return;
  page.add(say(lang, 'item.heading', { title: tidyText(shown.title[lang]), item: shown.id }), {
    colour: 'bold',
  });
  page.add(say(lang, `item.kind.${shown.kind}`));
  page.add(
    current === undefined
      ? say(lang, 'item.notInForce', { date: sayDay(asOf, lang) })
      : say(lang, 'item.asOf', { date: sayDay(asOf, lang) }),
  );
  page.gap();
  renderRule(shown, speech, page);
  renderParameters(shown, asOf, speech, page);
  renderConsequences(shown, speech, page);
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
      if (revision !== shown) renderRule(revision, speech, page);
      renderBasis(revision.basis, speech, page);
    });
    page.gap();
  }
}

/** How grave it is, who answers, what to do, the reading taken, and what hangs together with it. */
function renderConsequences(item: Item, speech: Speech, page: Page): void {
  const { lang, policy } = speech;
  const indent = { indent: 2 };
  page.add(
    say(lang, 'item.nature', {
      nature: say(lang, `nature.${item.nature}`),
      severity: say(lang, `severity.${item.severity}`),
    }),
    indent,
  );
  if (item.subjects !== undefined) {
    const subjects = item.subjects.map((subject) => say(lang, `subject.${subject}`));
    page.add(say(lang, 'item.subjects', { subjects: sayList(lang, subjects) }), indent);
  }
  if (item.kind === 'Prohibition' && item.accountable.length > 0) {
    const roles = item.accountable.map((role) => sayRole(role, speech));
    page.add(say(lang, 'item.accountable', { roles: sayList(lang, roles) }), indent);
  }
  if (item.remedy !== undefined)
    page.add(say(lang, 'item.remedy', { remedy: tidyText(item.remedy[lang]) }), indent);
  if (item.note !== undefined)
    page.add(say(lang, 'item.note', { note: tidyText(item.note[lang]) }), indent);
  const { powers, duties, prohibitions } = relatedItems(item, policy);
  const named = ({ title, id }: Item): string =>
    say(lang, 'note', { text: tidyText(title[lang]), note: id });
  if (powers.length > 0)
    page.add(say(lang, 'item.power', { power: sayList(lang, powers.map(named)) }), indent);
  if (duties.length > 0) page.add(say(lang, 'item.duties'), indent);
  for (const duty of duties) {
    page.add(
      say(lang, 'item.dutyRow', {
        role: sayRole(duty.role, speech),
        duty: tidyText(duty.duty[lang]),
        item: duty.id,
      }),
      { indent: 4 },
    );
  }
  if (prohibitions.length > 0) {
    const key = item.kind === 'Responsibility' ? 'item.guards' : 'item.prohibits';
    page.add(say(lang, key, { items: sayList(lang, prohibitions.map(named)) }), indent);
  }
}
