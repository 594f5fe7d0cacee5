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
  const ofRun = unique(
    missing.filter(({ scope }) => scope === 'run').map(({ label }) => tidyText(label[lang])),
  );
  return [
    ...(ofRecord.length === 0
      ? []
      : [say(lang, 'explain.missing.record', { facts: ofRecord.join(comma) })]),
    ...(ofRun.length === 0 ? [] : [say(lang, 'explain.missing.run', { needs: ofRun.join(comma) })]),
  ];
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
