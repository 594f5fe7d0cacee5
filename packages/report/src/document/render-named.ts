import type { Day, Language, Policy } from '@qingdan/core';
import { renderItems } from '../item/render-item.js';
import { say } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { Page } from '../text/page.js';
import { createPaint } from '../text/paint.js';
import { escapeText } from '../values/escape.js';
import { documentsNamed } from './documents-named.js';
import { renderDocument } from './render-document.js';

export interface NamedOptions {
  readonly lang: Language;
  /** The day whose law is told. */
  readonly asOf: Day;
  readonly colour?: boolean;
  /** Columns; 80 if absent. */
  readonly width?: number;
  /** Tests that name it, and where they stand. */
  readonly tests?: readonly NamedTest[];
}

export interface NamedTest {
  readonly place: string;
  readonly name: string;
}

/**
 * What a policy has under a name, for people: items of the lists with rule, law and figures on a day, and parameters,
 * tables, kinds of record, posts, bodies, instruments and derived facts. `name` is an id, or `kind:id` as in
 * `power:village.seal-use` or `record:seal-use`; an id that names several kinds shows all. Undefined where there is none.
 */
export function renderNamed(
  policy: Policy,
  name: string,
  { lang, asOf, colour = false, width = 80, tests = [] }: NamedOptions,
): string | undefined {
  const page = new Page(width, createPaint(colour));
  const voice = { lang, policy, unmask: false };
  const hasItems = renderItems(name, voice, asOf, page);
  const documents = documentsNamed(policy, name);
  for (const named of documents) {
    page.gap();
    renderDocument(named, { page, policy, asOf, speech: createSpeech(voice, undefined, asOf) });
  }
  renderTests(tests, lang, page);
  return hasItems || documents.length > 0 ? page.print() : undefined;
}

function renderTests(tests: readonly NamedTest[], lang: Language, page: Page): void {
  if (tests.length === 0) return;
  page.gap();
  page.add(say(lang, 'item.tests', { count: String(tests.length) }));
  for (const { name, place } of tests)
    page.add(say(lang, 'note', { text: escapeText(name), note: escapeText(place) }), { indent: 2 });
}
