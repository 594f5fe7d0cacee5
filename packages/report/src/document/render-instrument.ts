import type { Instrument } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { sayInterval } from '../values/say-date.js';
import type { DocumentPage } from './document-page.js';

/** A legal instrument: number, who made it, when it holds, what it replaced, how its words were seen. */
export function renderInstrument(
  instrument: Instrument,
  { page, policy, speech }: DocumentPage,
): void {
  const { lang } = speech;
  const { number, level, effective, replaces, articles, confidence, note } = instrument;
  const rows = [
    ...(number === undefined ? [] : [say(lang, 'document.instrument.number', { number })]),
    say(lang, 'document.instrument.level', {
      level: level === 'CN' ? say(lang, 'document.level.nation') : level,
    }),
    say(lang, 'document.instrument.effective', { interval: sayInterval(effective, lang) }),
    ...(articles === undefined
      ? []
      : [say(lang, 'document.instrument.articles', { count: String(articles) })]),
    ...(replaces.length === 0
      ? []
      : [
          say(lang, 'document.instrument.replaces', {
            titles: sayList(
              lang,
              replaces.map((id) =>
                say(lang, 'note', {
                  text: tidyText(policy.instruments.get(id)?.title[lang] ?? id),
                  note: id,
                }),
              ),
            ),
          }),
        ]),
    say(lang, 'document.instrument.confidence', {
      confidence: say(lang, `confidence.${confidence}`),
    }),
    ...(note === undefined ? [] : [say(lang, 'item.note', { note: tidyText(note[lang]) })]),
  ];
  for (const row of rows) page.add(row, { indent: 2 });
}
