import type { CalendarUnit, RecordSource, Text, Type, Window } from '@qingdan/core';
import { say, sayList } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { Once } from '../once.js';
import { CASE, sayLabels, sayPath, sayThis, walkOf } from './say-path.js';
import { isShort } from './short.js';
import {
  type Setting,
  type Speech,
  type SpokenAlias,
  withAliases,
  withoutAliases,
} from './speech.js';
import { walkPath } from './walk-path.js';

export type Grammatical = 'one' | 'many';

/** The elements a source looks at, as a noun with all that selects them. */
export function saySource(
  source: RecordSource,
  speech: Speech,
  number: Grammatical,
  { where = source.where }: { readonly where?: RecordSource['where'] } = {},
): string {
  const { lang } = speech;
  let noun = sayNoun(source, speech, number);
  if (source.others) noun = say(lang, 'source.others', { noun });
  if (source.across) noun = say(lang, 'source.across', { noun });
  const attributes = [
    ...(source.within === undefined ? [] : [sayWindow(source.within, speech)]),
    ...sayMatches(source, speech),
  ];
  const inline = where !== undefined && lang === 'zh' && isShort(where);
  if (inline)
    attributes.push(speech.speaker.condition(where, speechInside(source, speech, true), TIGHT));
  if (attributes.length > 0) {
    noun = say(lang, 'source.attributes', {
      attributes: attributes.join(say(lang, 'list.comma')),
      noun,
    });
  }
  return where === undefined || inline
    ? noun
    : say(lang, 'source.filtered', {
        noun,
        where: speech.speaker.condition(
          where,
          speechInside(source, speech, false),
          // In Chinese the whole stands in brackets.
          { part: lang === 'en' },
        ),
      });
}

const TIGHT = { tight: true } as const;

/** What the elements are: records of a kind, entries of a list, entries of the lists of other records. */
function sayNoun(source: RecordSource, speech: Speech, number: Grammatical): string {
  const { lang, policy } = speech;
  switch (source.in.kind) {
    case 'records': {
      const { record } = source.in;
      if (policy.procedures.has(record))
        return say(lang, `source.cases.${number}`, { kind: tidyText(labelOf(record, speech)) });
      return say(lang, `source.records.${number}`, {
        kind: modifier(labelOf(record, speech), speech),
      });
    }
    case 'list': {
      const { list } = source.in;
      return say(lang, `source.list.${number}`, { list: sayPath(list, speech) });
    }
    case 'each': {
      const { record, list } = source.in;
      const { labels } = walkPath({ kind: 'record', to: record }, list, policy);
      return say(lang, `source.each.${number}`, {
        kind: modifier(labelOf(record, speech), speech),
        list: sayLabels(labels, speech),
      });
    }
  }
}

interface Inside {
  readonly aliases: readonly SpokenAlias[];
  readonly setting: Setting | undefined;
}

const INSIDES = new Once<RecordSource, Inside>();

/** How to speak inside a source, where its element has a name; `bare`: as attributes of the element. */
export function speechInside(source: RecordSource, speech: Speech, bare: boolean): Speech {
  const outer = speech.setting;
  const { aliases, setting } = INSIDES.of(outer, source, bare ? 1 : 0, () => ({
    aliases: [...speech.aliases, ...aliasesOf(source, speech, bare)],
    setting: outer === undefined ? undefined : { outermost: outer.outermost ?? outer },
  }));
  return withAliases(speech, aliases, setting);
}

/** How sentences inside the source call its element. */
function aliasesOf(source: RecordSource, speech: Speech, bare: boolean): SpokenAlias[] {
  const { policy } = speech;
  const alias = (type: Type, noun: Text): SpokenAlias => ({
    name: source.alias.name,
    slot: source.alias.slot,
    type,
    noun,
    bare,
  });
  switch (source.in.kind) {
    case 'records': {
      const { record } = source.in;
      return [alias({ kind: 'record', to: record }, nounOf(record, speech))];
    }
    case 'list': {
      const { list } = source.in;
      const { labels } = walkOf(list, speech);
      return [alias(itemsOf(walkOf(list, speech).type), entryOf(labels.at(-1)))];
    }
    case 'each': {
      const { record, list, recordAlias } = source.in;
      const { labels, type } = walkPath({ kind: 'record', to: record }, list, policy);
      const holder: SpokenAlias = {
        name: recordAlias.name,
        slot: recordAlias.slot,
        type: { kind: 'record', to: record },
        noun: nounOf(record, speech),
        bare: false,
      };
      return [holder, alias(itemsOf(type), entryOf(labels.at(-1)))];
    }
  }
}

/** What an entry of a list is called: in English a list has its label in the plural. */
function entryOf(list: Text | undefined): Text {
  return list === undefined ? ENTRY : { zh: list.zh, en: `entry in the ${list.en}` };
}

const ENTRY: Text = { zh: '项', en: 'entry' };

function itemsOf(type: Type): Type {
  return type.kind === 'list' || type.kind === 'set' ? type.items : type;
}

/** What one of a kind is called: of a procedure, whose kind has its title, a case. */
function nounOf(kind: string, speech: Speech): Text {
  return speech.policy.procedures.has(kind) ? CASE : kindText(kind, speech);
}

function kindText(kind: string, { policy }: Speech): Text {
  return policy.records.get(kind)?.label ?? { zh: kind, en: kind };
}

function labelOf(kind: string, speech: Speech): string {
  return kindText(kind, speech)[speech.lang];
}

/** `use-of-a-seal record`: an English label of several words before a noun. */
function modifier(label: string, { lang }: Speech): string {
  return lang === 'en' ? label.replaceAll(' ', '-') : label;
}

function sayMatches(source: RecordSource, speech: Speech): string[] {
  const { lang } = speech;
  if (source.match.length === 0) return [];
  const inside = speechInside(source, speech, true);
  const same: string[] = [];
  const differing: string[] = [];
  for (const { element, own } of source.match) {
    const label = sayPath(element, inside);
    const there = sayPath(own, withoutAliases(speech));
    if (label === there) same.push(label);
    else {
      differing.push(say(lang, 'source.match.each', { element: label, own: sayPath(own, inside) }));
    }
  }
  const own = sayThis(speech.kind, speech);
  return same.length === 0
    ? differing
    : [say(lang, 'source.match', { labels: sayList(lang, same), own }), ...differing];
}

function sayWindow(window: Window, speech: Speech): string {
  const { lang } = speech;
  switch (window.kind) {
    case 'length': {
      const { direction, length, anchor } = window;
      return say(lang, `window.${direction}`, {
        length: speech.speaker.expression(length, speech),
        anchor: speech.speaker.expression(anchor, speech),
      });
    }
    case 'same': {
      const { unit, anchor, until } = window;
      const said = say(lang, sameKey(unit), { anchor: speech.speaker.expression(anchor, speech) });
      return until === undefined
        ? said
        : say(lang, 'window.until', {
            window: said,
            until: speech.speaker.expression(until, speech),
          });
    }
    case 'overlaps': {
      const { period } = window;
      return say(lang, 'window.overlaps', { period: speech.speaker.expression(period, speech) });
    }
  }
}

function sameKey(unit: CalendarUnit): `window.same.${CalendarUnit}` {
  return `window.same.${unit}`;
}
