import type { Constraint } from '@qingdan/core';
import type { Said } from '../cases/said.js';
import { sayRequirement } from '../cases/say-requirement.js';
import { renderBasis } from '../item/render-law.js';
import { say, saySentence } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { Page } from '../text/page.js';
import { createPaint } from '../text/paint.js';
import { escapeText, tidyText } from '../values/escape.js';
import { loudness } from './level-of.js';
import type { SarifRule } from './sarif-log.js';

/** The id of the rule that a requirement is: `village.small-works#contract.within`. */
export function requirementName(procedure: string, constraint: string): string {
  return `${procedure}#${constraint}`;
}

/** What a procedure asks of its cases, with its figures on the day of the check, its law and what to do. */
export function requirementRule(constraint: Constraint, said: Said): SarifRule {
  const { result, voice } = said;
  const { lang, policy } = voice;
  const { procedure, asOf } = result;
  const speech = createSpeech(voice, policy.records.get(procedure.record), asOf, { cites: true });
  const title = tidyText(procedure.title[lang]);
  const asked = saySentence(lang, sayRequirement(constraint, said, speech));
  const text = say(lang, 'requirement.of', { procedure: title, what: asked });
  const page = new Page(Infinity, createPaint(false));
  renderBasis(constraint.basis, speech, page);
  const { remedy, span } = constraint;
  if (remedy !== undefined)
    page.add(say(lang, 'item.remedy', { remedy: tidyText(remedy[lang]) }), { indent: 2 });
  const { line } = span.source.position(span.start);
  const law = page.print().trimEnd();
  const help = [
    say(lang, 'requirement.heading', {
      procedure: say(lang, 'note', { text: title, note: procedure.id }),
      constraint: constraint.id,
      revision: String(procedure.revision),
    }),
    asked,
    ...(law === '' ? [] : law.split('\n').map((row) => row.replace(/^ {2}/, ''))),
    saySentence(
      lang,
      say(lang, 'deviation.at', { file: escapeText(span.source.file), line: String(line) }),
    ),
    say(lang, 'disclaimer'),
  ];
  const { nature, severity } = constraint;
  return {
    id: requirementName(procedure.id, constraint.id),
    shortDescription: { text },
    fullDescription: { text: say(lang, 'note', { text, note: say(lang, 'list.procedure') }) },
    help: { text: help.join('\n') },
    defaultConfiguration: { level: loudness(constraint) },
    properties: {
      list: 'procedure',
      revision: procedure.revision,
      nature,
      severity,
      tags: ['procedure'],
    },
  };
}
