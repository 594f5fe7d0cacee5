import type { Day, Finding, Item } from '@qingdan/core';
import { sayTitle } from '../explain/explain.js';
import { kindOf } from '../item/kind-of.js';
import { renderBasis, renderParameters } from '../item/render-law.js';
import { renderRule } from '../item/render-rule.js';
import { say } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { Page } from '../text/page.js';
import { createPaint } from '../text/paint.js';
import { tidyText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';
import { loudness } from './level-of.js';
import type { SarifRule } from './sarif-log.js';

/** The item of a finding, with what its rule says, its law and what to do. */
export function sarifRule(finding: Finding, voice: Voice, clock: Day): SarifRule {
  const { lang } = voice;
  const { item, list, revision, nature, severity } = finding;
  const title = { text: sayTitle(finding, voice) };
  const help = [
    ...(revision === undefined ? [title.text] : sayItem(revision, voice, clock)),
    say(lang, 'disclaimer'),
  ];
  return {
    id: item,
    shortDescription: title,
    fullDescription: {
      text: say(lang, 'note', { text: title.text, note: say(lang, `list.${list}`) }),
    },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: loudness(revision ?? finding) },
    properties: {
      list,
      revision: revision?.revision ?? null,
      nature: revision?.nature ?? nature,
      severity: revision?.severity ?? severity,
      tags: [list],
    },
  };
}

/** A line for each part of the rule. */
function sayItem(item: Item, voice: Voice, clock: Day): string[] {
  const { lang, policy } = voice;
  const page = new Page(Infinity, createPaint(false));
  const day = dayWithin(item, clock);
  const speech = createSpeech(voice, kindOf(item, policy), day);
  renderRule(item, speech, page);
  renderParameters(item, day, speech, page);
  renderBasis(item.basis, speech, page);
  if (item.remedy !== undefined)
    page.add(say(lang, 'item.remedy', { remedy: tidyText(item.remedy[lang]) }), { indent: 2 });
  // Set in under the title, as `explain` shows it.
  return page
    .print()
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^ {2}/, ''));
}

/** The day whose figures are told: the clock's, or the last or first day of a revision that isn't in force then. */
function dayWithin({ effective: { from, until } }: Item, clock: Day): Day {
  if (until !== undefined && until <= clock) return until - 1;
  return from !== undefined && from > clock ? from : clock;
}
