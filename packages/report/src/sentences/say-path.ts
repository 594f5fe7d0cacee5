import { chineseOf, type Path, type RecordType, type Text, type Type } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { aliasOf, type Speech, type SpokenAlias } from './speech.js';
import { walkPath, type Walked } from './walk-path.js';

/** What a path leads to: its type, its class of privacy, its unit. */
export function walkOf(path: Path, speech: Speech): Walked {
  return walkPath(rootType(path, speech), path.steps, speech.policy);
}

/** A path by labels: `付款方式`, `决议会议的会议日期`, `其审批人`, `本支出的经手人`. */
export function sayPath(path: Path, speech: Speech): string {
  const { lang } = speech;
  const { labels, type } = walkOf(path, speech);
  const isClaim = type.kind === 'boolean';
  switch (path.root.kind) {
    case 'run':
      return say(lang, 'path.clock');
    case 'due':
      return say(lang, 'path.due');
    case 'event':
      return say(lang, 'path.event');
    case 'record': {
      if (speech.aliases.length === 0 && labels.length > 0)
        return chain(labels, undefined, speech, isClaim);
      return chain(labels, sayThis(speech.kind, speech), speech, isClaim);
    }
    case 'alias': {
      const { slot, name } = path.root;
      const alias = aliasOf(speech, slot);
      if (alias === undefined) return chain(labels, name, speech);
      if (alias !== speech.aliases.at(-1))
        return chain(labels, sayThat(alias, speech), speech, isClaim);
      if (labels.length === 0) return say(lang, alias.bare ? 'path.itself' : 'path.element');
      return alias.bare || (isClaim && lang === 'en')
        ? chain(labels, undefined, speech, isClaim)
        : its(labels, speech);
    }
  }
}

/** The labels of a path without what they belong to, for `sum of …`. */
export function sayLabels(labels: readonly Text[], speech: Speech): string {
  return labels.length === 0 ? say(speech.lang, 'path.element') : chain(labels, undefined, speech);
}

/** What a case is called, in place of its kind, which is the title of its procedure. */
export const CASE: Text = { zh: '案', en: 'case' };

export function sayThis(kind: RecordType | undefined, { lang, policy }: Speech): string {
  if (kind !== undefined && policy.procedures.has(kind.id))
    return say(lang, 'path.this', { kind: CASE[lang] });
  return say(lang, 'path.this', { kind: kind?.label[lang] ?? say(lang, 'path.element') });
}

function sayThat(alias: SpokenAlias, speech: Speech): string {
  const { lang, aliases } = speech;
  const kind = alias.noun[lang];
  const alike = aliases.slice(0, -1).filter(({ noun }) => noun[lang] === kind);
  return alike.length > 1
    ? say(lang, 'path.that.named', { kind, name: alias.name })
    : say(lang, 'path.that', { kind });
}

function its(labels: readonly Text[], speech: Speech): string {
  const { lang } = speech;
  const [first, ...rest] = labels as readonly [Text, ...Text[]];
  return chain(rest, say(lang, 'path.its', { label: first[lang] }), speech);
}

/** `claim`: the last label is a claim in words of its own, such as `minutes kept`. */
function chain(
  labels: readonly Text[],
  owner: string | undefined,
  { lang }: Speech,
  claim = false,
): string {
  let said = owner;
  for (const [index, text] of labels.entries()) {
    const label = text[lang];
    if (said === undefined) {
      said = label;
      continue;
    }
    const isNamed = index > 0 && owner === undefined && lang === 'en';
    const named = isNamed && !said.startsWith('the ') ? `the ${said}` : said;
    const isShort = label.includes(' of ') && !/ (of|in) /.test(named);
    const key =
      claim && index === labels.length - 1
        ? 'path.of.boolean'
        : isShort
          ? 'path.of.short'
          : 'path.of';
    said = lang === 'zh' ? chineseOf(named, label) : say(lang, key, { owner: named, label });
  }
  return said ?? '';
}

function rootType({ root }: Path, speech: Speech): Type {
  switch (root.kind) {
    case 'run':
    case 'due':
    case 'event':
      return { kind: 'date' };
    case 'record':
      return { kind: 'record', to: speech.kind?.id ?? '' };
    case 'alias': {
      const { slot } = root;
      return aliasOf(speech, slot)?.type ?? { kind: 'text' };
    }
  }
}
