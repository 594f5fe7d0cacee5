import type { Finding, RecordNode } from '@qingdan/core';
import { explain, sayTitle, speechFor } from '../explain/explain.js';
import { say, saySentence } from '../locale/messages.js';
import { sayMissing } from '../explain/say-missing.js';
import type { Voice } from '../values/voice.js';
import type { Page } from './page.js';
import type { Colour } from './paint.js';
import { renderClauses } from './render-clauses.js';

/** One finding: its marks and title, the item, what there is to say, and with `all` the clauses. */
export function renderFinding(
  finding: Finding,
  record: RecordNode,
  voice: Voice,
  page: Page,
  all: boolean,
): void {
  const { lang } = voice;
  const marks = marksOf(finding).map((key) => say(lang, key));
  const kind = finding.verdict === 'violated' ? 'code' : 'topic';
  const code = finding.code === undefined ? [] : [say(lang, `${kind}.${finding.code}`)];
  page.add(
    say(lang, 'text.finding', {
      marks: [...marks, ...code].join(' · '),
      title: sayTitle(finding, voice),
    }),
    { indent: 4, colour: colourOf(finding) },
  );
  const list = say(lang, `list.${finding.list}`);
  page.add(
    finding.revision === undefined
      ? say(lang, 'text.item.unrevised', { item: finding.item, list })
      : say(lang, 'text.item', {
          item: finding.item,
          list,
          revision: String(finding.revision.revision),
        }),
    { indent: 6, colour: 'dim' },
  );
  if (finding.verdict === 'undetermined' && !all) {
    for (const sentence of sayMissing(finding.missing, record, voice))
      page.add(saySentence(lang, sentence), { indent: 6 });
    page.gap();
    return;
  }
  for (const sentence of explain(finding, record, voice)) page.add(sentence, { indent: 6 });
  if (all) {
    const speech = speechFor(finding, record, voice);
    const clauses = [finding.applies, finding.claim].filter((trace) => trace !== undefined);
    if (clauses.length > 0) page.add(say(lang, 'text.clauses'), { indent: 6 });
    for (const trace of clauses) renderClauses(trace, speech, page, 8);
  }
  page.add(say(lang, 'text.fingerprint', { fingerprint: finding.fingerprint }), {
    indent: 6,
    colour: 'dim',
  });
  page.gap();
}

function marksOf({ verdict, severity, nature }: Finding) {
  return verdict === 'violated'
    ? ([`severity.${severity}`, `nature.${nature}`] as const)
    : ([`verdict.${verdict}`] as const);
}

function colourOf({ verdict, nature, waived }: Finding): Colour {
  if (waived !== undefined) return 'dim';
  if (verdict === 'violated') return nature === 'violation' ? 'red' : 'yellow';
  return verdict === 'undetermined' ? 'cyan' : 'green';
}
