import type { Procedure, Step } from '@qingdan/core';
import { sayCount } from '../../cases/say-requirement.js';
import { say, sayList } from '../../locale/messages.js';
import { sayRole } from '../../sentences/say-power-clause.js';
import type { Speech } from '../../sentences/speech.js';
import { tidyText } from '../../values/escape.js';
import type { TaskDetails } from '../chart.js';
import { sayTimes } from './say-times.js';
import { termsOf } from './terms.js';

/** What a step asks, in full: for the table of a printed chart. */
export function detailsOf(step: Step, procedure: Procedure, speech: Speech): TaskDetails {
  const { lang } = speech;
  const { risk } = step;
  return {
    by: sayBy(step, procedure, speech),
    when: termsOf(step.when, speech).map(({ question, answer }) => ({
      question: say(lang, 'chart.question', { text: tidyText(question) }),
      answer,
    })),
    times: sayTimes(step.id, procedure, speech, { isShort: false }),
    evidence: step.evidence.map(({ label }) => tidyText(label[lang])),
    risk:
      risk === undefined
        ? undefined
        : {
            level: risk.level,
            levelLabel: say(lang, `risk.${risk.level}`),
            point: tidyText(risk.point[lang]),
            prevention: tidyText(risk.prevention[lang]),
          },
  };
}

function sayBy({ id, roles }: Step, { constraints }: Procedure, speech: Speech): string {
  const { lang } = speech;
  if (roles.length === 0) return say(lang, 'chart.anybody');
  const titles = roles.map((role) => tidyText(sayRole(role, speech)));
  const rule = constraints
    .map((each) => each.rule)
    .find((each) => each.kind === 'role' && each.step === id);
  const count = rule?.kind === 'role' ? rule.count : 1;
  const list = sayList(lang, titles, 'list.or');
  if (count === 1) return list;
  return say(lang, 'chart.print.count', { roles: list, count: sayCount(count, speech) });
}
