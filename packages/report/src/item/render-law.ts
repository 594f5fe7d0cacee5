import {
  type Basis,
  type Day,
  type Instrument,
  intersect,
  type Interval,
  type Item,
  type Procedure,
  valueInForce,
} from '@qingdan/core';
import { sayPack } from '../explain/say-law.js';
import { say, sayList } from '../locale/messages.js';
import { sayCitation, sayCitations } from '../sentences/say-citation.js';
import type { Page } from '../text/page.js';
import { tidyText } from '../values/escape.js';
import { sayInterval } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { usedParameters } from './references.js';

/** The citations behind a revision: article, how well it is known, when it holds. */
export function renderBasis(basis: readonly Basis[], voice: Voice, page: Page): void {
  const { lang } = voice;
  if (basis.length === 0) return;
  page.add(say(lang, 'item.basis'), { indent: 2 });
  for (const entry of basis) page.add(sayBasis(entry, voice), { indent: 4 });
}

function sayBasis(entry: Basis, voice: Voice): string {
  const { lang, policy } = voice;
  const instrument = policy.instruments.get(entry.instrument);
  const cited = sayCitation(entry, voice);
  let row = say(lang, 'item.basis.row', {
    cite:
      instrument?.number === undefined
        ? cited
        : say(lang, 'cite.numbered', { cite: cited, number: instrument.number }),
    confidence: say(lang, `confidence.${entry.confidence}`),
    interval: sayInterval(holdsOn(entry, instrument), lang),
  });
  if (entry.subjects !== undefined) {
    const subjects = entry.subjects.map((subject) => say(lang, `subject.${subject}`));
    row = say(lang, 'item.basis.subjects', { row, subjects: sayList(lang, subjects) });
  }
  return entry.note === undefined
    ? row
    : say(lang, 'item.basis.note', { row, note: tidyText(entry.note[lang]) });
}

/** A citation holds while its instrument is in force. */
function holdsOn({ interval }: Basis, instrument: Instrument | undefined): Interval {
  return instrument === undefined
    ? interval
    : (intersect(interval, instrument.effective) ?? interval);
}

/** The figures the revision reads, as they are on the day. */
export function renderParameters(
  item: Item | Procedure,
  asOf: Day,
  voice: Voice,
  page: Page,
): void {
  const { lang, policy } = voice;
  const ids = usedParameters(item, policy);
  if (ids.length === 0) return;
  page.add(say(lang, 'item.parameters'), { indent: 2 });
  for (const id of ids) {
    const parameter = policy.parameters.get(id);
    const label = say(lang, 'note', { text: parameter?.label[lang] ?? id, note: id });
    const value = valueInForce(parameter, asOf);
    if (parameter === undefined || value === undefined) {
      page.add(say(lang, 'item.parameter.none', { label }), { indent: 4 });
      continue;
    }
    page.add(
      value.unset
        ? say(lang, 'item.parameter.unset', { label })
        : say(lang, 'item.parameter.row', {
            label,
            value: sayValue(value.value, parameter.type, voice),
            interval: sayInterval(value.interval, lang),
            pack: sayPack(value.pack, voice),
            cites: sayCitations(value.basis, voice),
          }),
      { indent: 4 },
    );
  }
}
