import type {
  Explanation,
  Item,
  Parameter,
  ParameterValue,
  Policy,
  Range,
  RecordNode,
  Revisions,
  Type,
} from '@qingdan/core';
import { say } from '../locale/messages.js';
import { Once } from '../once.js';
import { sayCitations } from '../sentences/say-citation.js';
import { sayDay, sayDays, sayInterval } from '../values/say-date.js';
import { sayValue } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { isPeriod, isUnsettled, periodOf, sayGoverning } from './governing.js';

/** The law of the day, or of the month or year recorded: which it was and what it is called. */
export function sayLaw(
  explanation: Explanation,
  record: RecordNode,
  voice: Voice,
): string | undefined {
  const { lang } = voice;
  const { law, basis } = explanation;
  if (law === undefined) return say(lang, 'explain.law.none');
  const period = periodOf(explanation, record);
  const date = sayGoverning(law, period, voice);
  if (isUnsettled(explanation, record)) return say(lang, 'explain.law.changes', { date });
  if (basis.length === 0) return undefined;
  return say(lang, period === undefined ? 'explain.law' : 'explain.law.period', {
    date,
    cites: sayCitations(basis, voice),
  });
}

/**
 * Every parameter the verdict rests on: its value, since when, set by whom, on what basis; and the other values that it
 * takes within the month or year recorded.
 */
export function sayParameters(
  explanation: Explanation,
  record: RecordNode,
  voice: Voice,
): string[] {
  const { lang, policy } = voice;
  const { parameters, missing } = explanation;
  const period = periodOf(explanation, record);
  const told = new Set(missing.map(({ needs }) => needs));
  return parameters.flatMap(({ id, inForce }) => {
    if (told.has(`parameter ${id}`)) return [];
    const parameter = policy.parameters.get(id);
    const label = parameter?.label[lang] ?? id;
    const changes = parameter === undefined ? [] : sayChanges(parameter, period, voice);
    const type = parameter?.type ?? { kind: 'text' };
    const variant = (lang === 'zh' ? 0 : 1) + (voice.unmask ? 2 : 0);
    const value = FIGURES.of(policy, inForce, variant, () =>
      sayInForce(inForce, label, type, voice),
    );
    return [value, ...changes];
  });
}

const FIGURES = new Once<ParameterValue, string>();

function sayInForce(inForce: ParameterValue, label: string, type: Type, voice: Voice): string {
  const { lang } = voice;
  const pack = sayPack(inForce.pack, voice);
  if (inForce.unset) return say(lang, 'explain.parameter.unset', { label, pack });
  const params = {
    label,
    pack,
    value: sayValue(inForce.value, type, voice),
    interval: sayInterval(inForce.interval, lang),
  };
  return inForce.basis.length === 0
    ? say(lang, 'explain.parameter.uncited', params)
    : say(lang, 'explain.parameter', { ...params, cites: sayCitations(inForce.basis, voice) });
}

/** The values that begin within a month or year, of which the day isn't known. */
function sayChanges(
  { label, type, values }: Parameter,
  period: Range | undefined,
  voice: Voice,
): string[] {
  const { lang } = voice;
  if (!isPeriod(period)) return [];
  return values.flatMap(({ interval: { from }, unset, value }) => {
    if (from === undefined || from <= period.low || from > period.high) return [];
    return say(lang, 'explain.parameter.changes', {
      label: label[lang],
      date: sayDays(period, lang),
      from: sayDay(from, lang),
      value: unset ? say(lang, 'parameter.unset') : sayValue(value, type, voice),
    });
  });
}

/** Where the rule has changed: which version was applied, and the grounds of the others. */
export function sayRevisions(explanation: Explanation, voice: Voice): string | undefined {
  const { lang, policy } = voice;
  const applied = explanation.revision;
  if (applied === undefined) return undefined;
  const text = VERSIONS.of(policy, applied, lang === 'zh' ? 0 : 1, () =>
    sayVersions(applied, revisionsOf(explanation, policy), voice),
  );
  return text === '' ? undefined : text;
}

const VERSIONS = new Once<Item, string>();

function sayVersions(applied: Item, revisions: Revisions<Item>, voice: Voice): string {
  const { lang } = voice;
  if (revisions.length < 2) return '';
  const others = revisions
    .filter(({ revision }) => revision !== applied.revision)
    .map((other) =>
      say(lang, 'explain.revision.other', {
        revision: String(other.revision),
        interval: sayInterval(other.effective, lang),
        cites: sayCitations(other.basis, voice),
      }),
    );
  const first = say(lang, 'explain.revisions', {
    count: String(revisions.length),
    revision: String(applied.revision),
    interval: sayInterval(applied.effective, lang),
  });
  return [first, ...others].join(say(lang, 'clause.semicolon'));
}

const KINDS = {
  power: 'Power',
  responsibility: 'Responsibility',
  negative: 'Prohibition',
} as const satisfies Record<Explanation['list'], Item['kind']>;

function revisionsOf({ list, item }: Explanation, policy: Policy): Revisions<Item> {
  return policy.items.find(([first]) => first?.id === item && first.kind === KINDS[list]) ?? [];
}

/** The pack's title; its name where it isn't among those loaded. */
export function sayPack(name: string, { policy, lang }: Voice): string {
  return policy.packs.find((pack) => pack.name === name)?.title[lang] ?? name;
}
