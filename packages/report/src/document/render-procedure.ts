import { contains, type Procedure, type Revisions, type Step } from '@qingdan/core';
import { renderAdvice, renderGravity, renderRevisionList } from '../item/render-item-base.js';
import { renderBasis, renderParameters } from '../item/render-law.js';
import { sayRequirement } from '../cases/say-requirement.js';
import { say } from '../locale/messages.js';
import { sayCondition } from '../sentences/say-condition.js';
import type { Speech } from '../sentences/speech.js';
import type { Page } from '../text/page.js';
import { escapeText, tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { type DocumentPage, speechOf } from './document-page.js';

/** The revision in force on the day, else the last. */
export function shownOn(
  revisions: Revisions<Procedure>,
  { asOf }: Pick<DocumentPage, 'asOf'>,
): Procedure | undefined {
  return revisions.find(({ effective }) => contains(effective, asOf)) ?? revisions.at(-1);
}

/** The steps of a procedure in their order, each with all that it asks, and what is asked of several of them. */
export function renderProcedure(revisions: Revisions<Procedure>, on: DocumentPage): void {
  const { page, asOf } = on;
  const shown = shownOn(revisions, on);
  if (shown === undefined) return;
  const speech = speechOf(shown.record, on);
  const { lang } = speech;
  const isCurrent = contains(shown.effective, asOf);
  if (!isCurrent)
    page.add(say(lang, 'item.notInForce', { date: sayDay(asOf, lang) }), { indent: 2 });
  page.add(say(lang, 'procedure.steps'));
  for (const [index, step] of shown.steps.entries())
    renderStep(step, index + 1, shown, speech, page);
  const isOfStep = (id: string): boolean =>
    shown.steps.some((step) => id.startsWith(`${step.id}.`));
  const whole = shown.constraints.filter(({ id }) => !isOfStep(id));
  if (whole.length > 0) {
    page.gap();
    page.add(say(lang, 'procedure.whole'));
    for (const constraint of whole) {
      renderRequirement(constraint, shown, speech, page, 2);
      if (constraint.basis !== shown.basis)
        page.within(2, () => renderBasis(constraint.basis, speech, page));
    }
  }
  page.gap();
  renderParameters(shown, asOf, speech, page);
  renderGravity(shown, speech, page);
  renderAdvice(shown, speech, page);
  renderRevisionList(revisions, isCurrent ? shown : undefined, speech, page, () => undefined);
}

function renderStep(
  step: Step,
  number: number,
  procedure: Procedure,
  speech: Speech,
  page: Page,
): void {
  const { lang } = speech;
  const { id, title, optional, when, ends, basis, risk } = step;
  const indent = { indent: 5 };
  page.add(say(lang, 'item.heading', { title: tidyText(title[lang]), item: escapeText(id) }), {
    indent: 2,
    mark: `${String(number)}. `,
    colour: 'bold',
  });
  if (when !== undefined)
    page.add(
      say(lang, optional ? 'procedure.when.optional' : 'procedure.when', {
        condition: sayCondition(when, speech),
      }),
      indent,
    );
  else if (optional) page.add(say(lang, 'procedure.optional'), indent);
  for (const constraint of procedure.constraints)
    if (constraint.id.startsWith(`${id}.`))
      renderRequirement(constraint, procedure, speech, page, 5, id);
  if (ends !== undefined) page.add(say(lang, `procedure.ends.${ends}`), indent);
  if (risk !== undefined)
    page.add(
      say(lang, 'procedure.risk', {
        level: say(lang, `risk.${risk.level}`),
        point: tidyText(risk.point[lang]),
        prevention: tidyText(risk.prevention[lang]),
      }),
      indent,
    );
  page.within(3, () => renderBasis(basis, speech, page));
}

function renderRequirement(
  constraint: Procedure['constraints'][number],
  procedure: Procedure,
  speech: Speech,
  page: Page,
  indent: number,
  under?: string,
): void {
  const said = { result: { procedure }, voice: speech, under };
  const text = sayRequirement(constraint, said, speech);
  page.add(
    say(speech.lang, 'procedure.requirement', { text, constraint: escapeText(constraint.id) }),
    { indent },
  );
}
