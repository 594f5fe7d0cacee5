import type { Day, Policy } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import type { Named } from './documents-named.js';

/** What the renderers of documents write with. */
export interface DocumentPage {
  readonly page: Page;
  readonly policy: Policy;
  readonly asOf: Day;
  readonly speech: Speech;
}

/** Its title and id, what kind of document it is, the day whose law is told. */
export function renderHeading({ kind, id }: Named, title: string, on: DocumentPage): void {
  const { page, asOf, speech } = on;
  const { lang } = speech;
  page.add(say(lang, 'item.heading', { title: tidyText(title), item: id }), { colour: 'bold' });
  page.add(say(lang, `document.${kind}`));
  page.add(say(lang, 'item.asOf', { date: sayDay(asOf, lang) }));
  page.gap();
}

/** How to speak of the records of a kind. */
export function speechOf(kind: string, { speech, policy, asOf }: DocumentPage): Speech {
  return createSpeech(speech, policy.records.get(kind), asOf);
}
