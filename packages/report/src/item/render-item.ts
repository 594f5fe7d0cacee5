import { contains, type Day, type Item, type Policy, type Revisions } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { sayRole } from '../sentences/say-power-clause.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import type { Voice } from '../values/voice.js';
import { kindOf } from './kind-of.js';
import { relatedItems } from './related-items.js';
import { renderAdvice, renderGravity, renderRevisionList } from './render-item-base.js';
import { renderParameters } from './render-law.js';
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
  renderRevisionList(revisions, current, speech, page, (revision) => {
    if (revision !== shown) renderRule(revision, speech, page);
  });
}

/** How grave it is, who answers, what to do, the reading taken, and what hangs together with it. */
function renderConsequences(item: Item, speech: Speech, page: Page): void {
  const { lang, policy } = speech;
  const indent = { indent: 2 };
  renderGravity(item, speech, page);
  if (item.kind === 'Prohibition' && item.accountable.length > 0) {
    const roles = item.accountable.map((role) => sayRole(role, speech));
    page.add(say(lang, 'item.accountable', { roles: sayList(lang, roles) }), indent);
  }
  renderAdvice(item, speech, page);
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
