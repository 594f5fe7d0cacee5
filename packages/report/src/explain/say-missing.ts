import type { MissingFact, RecordNode } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import { sayDays } from '../values/say-date.js';
import type { Voice } from '../values/voice.js';
import { unique } from './deciding.js';
import { isPeriod } from './governing.js';

/** What the record lacks and who can supply it; which registers, books or figures aren't there. */
export function sayMissing(
  missing: readonly MissingFact[],
  record: RecordNode,
  voice: Voice,
): string[] {
  const { lang } = voice;
  const comma = say(lang, 'list.comma');
  const lacking = missing.filter(({ scope }) => scope === 'record');
  const inexact = lacking.flatMap((fact) => sayInexact(fact, record, voice) ?? []);
  const absent = lacking.filter((fact) => sayInexact(fact, record, voice) === undefined);
  const ofRecord = sayAbsent(absent, voice);
  const run = missing.filter(({ scope }) => scope === 'run');
  const labels = (facts: readonly MissingFact[]): string[] =>
    unique(facts.map(({ label }) => tidyText(label[lang])));
  const figures = labels(run.filter(isFigure));
  const registers = labels(run.filter((fact) => !isFigure(fact)));
  return [
    ...unique(inexact),
    ...(ofRecord.length === 0
      ? []
      : [
          say(lang, 'explain.missing.record', {
            facts: ofRecord.join(say(lang, 'clause.semicolon')),
          }),
        ]),
    ...(registers.length === 0
      ? []
      : [say(lang, 'explain.missing.run', { needs: registers.join(comma) })]),
    ...(figures.length === 0
      ? []
      : [say(lang, 'explain.missing.figure', { needs: figures.join(comma) })]),
  ];
}

/** A figure the law leaves to the locality, which hasn't set it. */
function isFigure({ needs }: MissingFact): boolean {
  return needs?.startsWith('parameter ') === true;
}

/** A date of which only the month or year is on record: that the day is wanting. */
function sayInexact(
  { fact, label }: MissingFact,
  { fields }: RecordNode,
  { lang }: Voice,
): string | undefined {
  const value = fields.values[fields.type.fields.findIndex(({ name }) => name === fact)];
  if (fields.type.field(fact)?.type.kind !== 'date' || !isPeriod(value)) return undefined;
  return say(lang, 'explain.missing.date', {
    label: tidyText(label[lang]),
    recorded: sayDays(value, lang),
  });
}

/** Facts, each with the role that keeps it; those of one role together. */
function sayAbsent(missing: readonly MissingFact[], { lang, policy }: Voice): string[] {
  const byHolder = new Map<string | undefined, Set<string>>();
  for (const { label, holder } of missing) {
    const labels = byHolder.get(holder) ?? new Set();
    byHolder.set(holder, labels.add(tidyText(label[lang])));
  }
  return [...byHolder].map(([id, labels]) => {
    const label = [...labels].join(say(lang, 'list.comma'));
    if (id === undefined) return label;
    const holder = policy.roles.get(id)?.title[lang] ?? id;
    return say(lang, labels.size > 1 ? 'explain.missing.facts' : 'explain.missing.fact', {
      label,
      holder,
    });
  });
}
