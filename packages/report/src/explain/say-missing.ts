import type { MissingFact } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { tidyText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';
import { unique } from './deciding.js';

/** What the record lacks and who can supply it; which registers, books or figures aren't there. */
export function sayMissing(missing: readonly MissingFact[], voice: Voice): string[] {
  const { lang } = voice;
  const comma = say(lang, 'list.comma');
  const ofRecord = unique(
    missing.filter(({ scope }) => scope === 'record').map((fact) => sayFactMissing(fact, voice)),
  );
  const run = missing.filter(({ scope }) => scope === 'run');
  const labels = (facts: readonly MissingFact[]): string[] =>
    unique(facts.map(({ label }) => tidyText(label[lang])));
  const figures = labels(run.filter(isFigure));
  const registers = labels(run.filter((fact) => !isFigure(fact)));
  return [
    ...(ofRecord.length === 0
      ? []
      : [say(lang, 'explain.missing.record', { facts: ofRecord.join(comma) })]),
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

function sayFactMissing({ label, holder }: MissingFact, { lang, policy }: Voice): string {
  const text = tidyText(label[lang]);
  return holder === undefined
    ? text
    : say(lang, 'explain.missing.fact', {
        label: text,
        holder: policy.roles.get(holder)?.title[lang] ?? holder,
      });
}
