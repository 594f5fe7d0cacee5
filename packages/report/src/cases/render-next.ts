import type { CaseResult, Deviation, Doubt, NextNeed, NextState, NextStep } from '@qingdan/core';
import { unique } from '../explain/deciding.js';
import { listDoubts } from '../explain/explain.js';
import { say, sayList } from '../locale/messages.js';
import { Page } from '../text/page.js';
import { createPaint } from '../text/paint.js';
import type { TextOptions } from '../text/render-text.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { type Said, sayCase, sayPersons, sayStep, saySteps } from './said.js';
import { sayDeviation } from './say-deviation.js';
import { sayCounted, sayDueDay } from './say-due.js';

const ORDER: readonly NextState[] = ['allowed', 'waiting', 'blocked', 'forbidden'];

const COLOURS = {
  allowed: 'green',
  waiting: 'yellow',
  blocked: 'dim',
  forbidden: 'dim',
} as const satisfies Record<NextState, string>;

const ALLOWED = {
  owed: 'next.owed',
  unknown: 'next.maybeOwed',
  open: 'next.allowed',
  none: 'next.allowed',
} as const satisfies Record<NextNeed, string>;

/** What may be done next in a case: first what has to be and can be done now, last what is done or not called for. */
export function renderNext(
  result: CaseResult,
  steps: readonly NextStep[],
  { lang, colour = false, width = 80, unmask = false }: TextOptions,
): string {
  const page = new Page(width, createPaint(colour));
  const { procedure, policy, asOf } = result;
  const said: Said = { result, voice: { lang, policy, unmask } };
  page.add(
    say(lang, 'next.title', {
      case: sayCase(result, said.voice),
      day: sayDay(asOf, lang),
    }),
    { colour: 'bold' },
  );
  page.gap();
  const disturbances = new Set(
    procedure.constraints.flatMap(({ rule }) =>
      rule.kind === 'publicity' && rule.interruptedBy !== undefined ? [rule.interruptedBy] : [],
    ),
  );
  // Nobody is told to disturb a posting.
  const told = steps.filter(({ step }) => !disturbances.has(step.id));
  const isDoneWith = ({ done, need, state }: NextStep): boolean =>
    done && (need === 'none' || state === 'forbidden');
  const shown = told.filter((next) => next.need !== 'none' && !isDoneWith(next));
  for (const state of ORDER)
    for (const next of shown.filter((each) => each.state === state).sort(owedFirst))
      renderStep(next, said, page);
  if (result.closing === undefined) {
    const over = told.filter(isDoneWith);
    const uncalled = told.filter((next) => next.need === 'none' && !isDoneWith(next));
    for (const [key, of] of [
      ['next.over', over],
      ['next.uncalled', uncalled],
    ] as const)
      if (of.length > 0)
        page.add(
          say(lang, key, {
            steps: saySteps(
              of.map(({ step }) => step.id),
              said,
            ),
          }),
          {
            colour: 'dim',
          },
        );
  }
  if (!shown.some(({ state }) => state === 'allowed' || state === 'waiting'))
    page.add(say(lang, 'next.none'));
  return page.print();
}

function owedFirst(a: NextStep, b: NextStep): number {
  return Number(b.need === 'owed') - Number(a.need === 'owed');
}

function renderStep(next: NextStep, said: Said, page: Page): void {
  const { lang, policy } = said.voice;
  const { state, need, step, earliest, latest, unclear, eligible, excluded, attach } = next;
  const title = sayStep(step.id, said);
  page.add(
    say(lang, state === 'allowed' ? ALLOWED[need] : `next.${state}`, {
      step: title,
      earliest: earliest === undefined ? '' : sayDay(earliest, lang),
    }),
    { colour: COLOURS[state] },
  );
  const add = (text: string): void => {
    page.add(text, { indent: 4 });
  };
  const why = (deviations: readonly Deviation[], doubts: readonly Doubt[] = []): string => {
    const reasons = sayReasons(deviations, said).join(say(lang, 'clause.semicolon'));
    if (doubts.length === 0) return reasons;
    return reasons + say(lang, 'next.doubt', { doubts: listDoubts(doubts, lang) });
  };
  const roleTitle = (id: string): string => tidyText(policy.roles.get(id)?.title[lang] ?? id);
  const named = ({ person, role }: { person: string; role: string }): string =>
    say(lang, 'next.person', {
      person: sayPersons([person], said.voice),
      role: roleTitle(role),
    });
  if (next.blockers.length > 0)
    add(say(lang, 'next.because', { why: why(next.blockers, next.doubts) }));
  if (state === 'forbidden') return;
  if (unclear.length > 0) add(say(lang, 'next.unclear', { why: why(unclear) }));
  if (latest !== undefined)
    add(
      say(lang, 'next.latest', {
        due: sayDueDay(latest, said.voice),
        counted: sayCounted(latest, undefined, said),
      }),
    );
  if (eligible.length > 0)
    add(say(lang, 'next.eligible', { people: sayList(lang, eligible.map(named)) }));
  else if (step.roles.length > 0)
    add(say(lang, 'next.roles', { roles: sayList(lang, step.roles.map(roleTitle), 'list.or') }));
  for (const each of excluded)
    add(say(lang, 'next.excluded', { person: named(each), why: why(each.because, each.doubts) }));
  if (attach.length > 0)
    add(
      say(lang, 'next.attach', {
        documents: sayList(
          lang,
          attach.map(({ label }) => tidyText(label[lang])),
        ),
      }),
    );
}

/** What stands in the way: the steps that must come first in one sentence, and each other thing in its own. */
function sayReasons(deviations: readonly Deviation[], said: Said): readonly string[] {
  const first = new Set(
    deviations.flatMap(({ code, step, lacking }) =>
      code === 'ORDER' ? lacking : code === 'MISSING' ? [step] : [],
    ),
  );
  const others = deviations.filter(
    ({ code, follows }) => code !== 'ORDER' && code !== 'MISSING' && follows === undefined,
  );
  return [
    ...(first.size === 0
      ? []
      : [say(said.voice.lang, 'next.before', { steps: saySteps([...first], said) })]),
    ...unique(others.map((deviation) => sayDeviation(deviation, said))),
  ];
}
