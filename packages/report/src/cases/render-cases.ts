import type { CaseFinding, CaseResult, ConstraintState, ProcedureRule } from '@qingdan/core';
import { say } from '../locale/messages.js';
import { Page } from '../text/page.js';
import { type Colour, createPaint } from '../text/paint.js';
import type { TextOptions } from '../text/render-text.js';
import { sayDay } from '../values/say-date.js';
import { explainFinding } from './explain-finding.js';
import { type Said, sayCase, sayStep } from './said.js';
import { sayCounted, sayDueDay } from './say-due.js';
import { sayStanding } from './say-standing.js';

/** Cases for people at a terminal: how each stands, what departs from the procedure, and what falls due when. */
export function renderCases(
  results: readonly CaseResult[],
  { lang, colour = false, width = 80, unmask = false }: TextOptions,
): string {
  const page = new Page(width, createPaint(colour));
  for (const result of results) {
    const said: Said = { result, voice: { lang, policy: result.policy, unmask } };
    page.gap();
    page.add(
      say(lang, 'text.case', {
        case: sayCase(result, said.voice),
        day: sayDay(result.asOf, lang),
        outcome: say(lang, `outcome.${result.outcome}`),
      }),
      { colour: 'bold' },
    );
    page.add(sayStanding(result, lang), { indent: 2 });
    page.gap();
    for (const finding of result.findings) renderDeviation(finding, said, page);
    for (const state of result.states) renderDue(state, said, page);
  }
  page.gap();
  page.add(say(lang, 'disclaimer'), { colour: 'dim' });
  return page.print();
}

function renderDeviation(finding: CaseFinding, said: Said, page: Page): void {
  const { lang } = said.voice;
  const { deviation, fingerprint, nature } = finding;
  const { severity, id } = deviation.constraint;
  const isViolated = deviation.verdict === 'violated';
  const marks = isViolated
    ? [
        say(lang, `severity.${severity}`),
        say(lang, `nature.${nature}`),
        ...(deviation.card === 'red' ? [say(lang, 'card.red')] : []),
      ]
    : [say(lang, 'verdict.undetermined')];
  const [what = '', ...others] = explainFinding(finding, said);
  page.add(
    say(lang, 'text.deviation', {
      marks: [...marks, say(lang, `deviationCode.${deviation.code}`)].join(' · '),
      what,
    }),
    { indent: 2, colour: colourOf(finding) },
  );
  page.add(
    say(lang, 'text.constraint', {
      procedure: said.result.procedure.id,
      constraint: id,
      code: deviation.code,
    }),
    { indent: 4, colour: 'dim' },
  );
  for (const sentence of others) page.add(sentence, { indent: 4 });
  page.add(say(lang, 'text.fingerprint', { fingerprint }), { indent: 4, colour: 'dim' });
  page.gap();
}

/** What still has to be done, and by when. */
function renderDue(
  { verdict, due, card, constraint }: ConstraintState,
  said: Said,
  page: Page,
): void {
  const { lang } = said.voice;
  const { rule } = constraint;
  if (verdict !== 'temporarilyViolated' || due?.day === undefined) return;
  const step = rule.kind === 'deadline' ? rule.to.step : 'step' in rule ? rule.step : undefined;
  if (step === undefined) return;
  page.add(
    say(lang, duePhrase(rule, card, said.result.asOf > due.day), {
      step: sayStep(step, said),
      due: sayDueDay(due, said.voice),
      counted: sayCounted(due, rule.kind === 'deadline' ? rule.counting : undefined, said),
    }),
    { indent: 2, ...(card === 'yellow' ? { colour: 'yellow' as const } : {}) },
  );
}

/** A posting must last until its day at least; anything else is to be done by it. */
function duePhrase(rule: ProcedureRule, card: ConstraintState['card'], isOver: boolean) {
  if (rule.kind === 'publicity') return isOver ? 'text.posting.over' : 'text.posting';
  return card === 'yellow' ? 'text.due.yellow' : 'text.due';
}

function colourOf({ deviation, nature, waived }: CaseFinding): Colour {
  if (waived !== undefined) return 'dim';
  if (deviation.verdict !== 'violated') return 'cyan';
  return nature === 'violation' ? 'red' : 'yellow';
}
