import type { After, Constraint, ProcedureRule, Share } from '@qingdan/core';
import { match } from 'ts-pattern';
import { sayLength, sayTime } from '../charts/build/say-times.js';
import { say, sayList } from '../locale/messages.js';
import { sayCondition } from '../sentences/say-condition.js';
import { sayRole } from '../sentences/say-power-clause.js';
import type { Speech } from '../sentences/speech.js';
import { tidyText } from '../values/escape.js';
import { type SaidProcedure, sayStep, saySteps } from './said.js';
import { sayAsked } from './say-template.js';

/** What a constraint asks of every case, in one sentence without an end, with the figures in force for the speech. */
export function sayRequirement({ rule }: Constraint, said: SaidProcedure, speech: Speech): string {
  const { lang } = speech;
  const step = (id: string): string => sayStep(id, said);
  const time = (of: string): string =>
    sayTime(rule, of, said.result.procedure, speech, false, true) ?? '';
  return match(rule)
    .with({ kind: 'existence' }, (of) => sayExistence(of, said))
    .with({ kind: 'precedence' }, ({ step: id, after, redoOn }) => {
      const params = { step: step(id), after: sayAfter(after, said) };
      return redoOn === undefined
        ? say(lang, 'requirement.precedence', params)
        : say(lang, 'requirement.precedence.redo', { ...params, redo: step(redoOn) });
    })
    .with({ kind: 'guard' }, ({ step: id, when }) =>
      say(lang, 'requirement.guard', { step: step(id), condition: sayCondition(when, speech) }),
    )
    .with({ kind: 'deadline' }, ({ to, pausedBy }) => {
      const params = { step: step(to.step), time: time(to.step) };
      return pausedBy === undefined
        ? say(lang, 'requirement.deadline', params)
        : say(lang, 'requirement.deadline.paused', { ...params, paused: step(pausedBy) });
    })
    .with({ kind: 'gap' }, ({ to }) =>
      say(lang, 'requirement.gap', { step: step(to.step), time: time(to.step) }),
    )
    .with({ kind: 'publicity' }, ({ step: id, interruptedBy }) => {
      const params = { step: step(id), time: time(id) };
      return interruptedBy === undefined
        ? say(lang, 'requirement.publicity', params)
        : say(lang, 'requirement.publicity.unbroken', { ...params, by: step(interruptedBy) });
    })
    .with({ kind: 'recurrence' }, ({ step: id, until }) => {
      const params = { step: step(id), time: time(id) };
      return until === undefined
        ? say(lang, 'requirement.recurrence', params)
        : say(lang, 'requirement.recurrence.until', { ...params, until: step(until) });
    })
    .with({ kind: 'role' }, (of) => sayWho(of, said, speech))
    .with({ kind: 'apart' }, ({ step: id, relation, steps }) =>
      say(lang, `requirement.apart.${relation}`, { step: step(id), steps: saySteps(steps, said) }),
    )
    .with({ kind: 'quorum' }, (of) => sayQuorum(of, said, speech))
    .with({ kind: 'evidence' }, (of) => sayDocument(of, said, speech))
    .with({ kind: 'via' }, ({ step: id, procedure }) => {
      const other = speech.policy.procedures.get(procedure)?.at(-1);
      const title = tidyText(other?.title[lang] ?? procedure);
      return say(lang, 'requirement.via', { step: step(id), title });
    })
    .with({ kind: 'limit' }, ({ step: id, condition }) => {
      const params = { condition: sayCondition(condition, speech) };
      return id === undefined
        ? say(lang, 'requirement.limit.every', params)
        : say(lang, 'requirement.limit', { ...params, step: step(id) });
    })
    .with({ kind: 'backfill' }, ({ within }) =>
      say(lang, 'requirement.backfill', { length: sayLength(within, speech, true) }),
    )
    .with({ kind: 'template' }, ({ template }) => sayAsked(template, said))
    .exhaustive();
}

type Rule<Kind extends ProcedureRule['kind']> = Extract<ProcedureRule, { readonly kind: Kind }>;

function sayExistence({ step, least, most }: Rule<'existence'>, said: SaidProcedure): string {
  const { lang } = said.voice;
  const params = { step: sayStep(step, said), least: String(least), most: String(most) };
  if (most === undefined) {
    if (least === 0) return say(lang, 'requirement.existence.any', params);
    const once = least === 1 ? ('requirement.existence.least.once' as const) : undefined;
    return say(lang, once ?? 'requirement.existence.least', params);
  }
  if (least === 0)
    return say(
      lang,
      most === 1 ? 'requirement.existence.most.once' : 'requirement.existence.most',
      params,
    );
  const isOnce = least === 1 && most === 1;
  return say(lang, isOnce ? 'requirement.existence.once' : 'requirement.existence.both', params);
}

/** The steps that must have been done; a group within a group stands in brackets. */
function sayAfter(after: After, said: SaidProcedure, isPart = false): string {
  const { lang } = said.voice;
  if (after.kind === 'step')
    return say(lang, `requirement.part.${after.part}`, { step: sayStep(after.step, said) });
  const list = sayList(
    lang,
    after.of.map((each) => sayAfter(each, said, after.of.length > 1)),
    after.kind === 'all' ? 'list.last' : 'list.or',
  );
  return isPart && after.of.length > 1 ? say(lang, 'requirement.group', { list }) : list;
}

function sayWho(
  { step: id, roles, count, not }: Rule<'role'>,
  said: SaidProcedure,
  speech: Speech,
): string {
  const { lang } = speech;
  const step = sayStep(id, said);
  const list = (ids: readonly string[]): string =>
    sayList(
      lang,
      ids.map((role) => tidyText(sayRole(role, speech))),
      'list.or',
    );
  const params = { step, roles: list(roles), count: sayCount(count, speech) };
  return [
    ...(roles.length === 0
      ? []
      : [say(lang, count !== 1 ? 'requirement.role.count' : 'requirement.role', params)]),
    ...(not.length === 0 ? [] : [say(lang, 'requirement.role.not', { step, roles: list(not) })]),
  ].join(say(lang, 'clause.semicolon'));
}

/** How many persons, by the figure in force where one is. */
export function sayCount(count: Rule<'role'>['count'], speech: Speech): string {
  return typeof count === 'number' ? String(count) : sayLength(count, speech, true);
}

function sayQuorum({ step, present, yes }: Rule<'quorum'>, said: SaidProcedure, speech: Speech) {
  const { lang } = speech;
  const share = ({ above, share: of }: Share, unit: string): string =>
    say(lang, above ? 'requirement.share.above' : 'requirement.share.least', {
      share: sayLength(of, speech, true),
      unit,
    });
  const shares = present.map(({ unit, share: of }) =>
    share(of, say(lang, `requirement.unit.${unit}`)),
  );
  const parts = [
    say(lang, 'requirement.quorum.present', {
      step: sayStep(step, said),
      present: sayList(lang, shares, 'list.or'),
    }),
  ];
  if (yes !== undefined) {
    const unit = say(lang, `requirement.unit.${yes.unit ?? 'any'}`);
    const of = say(lang, `requirement.quorum.of.${yes.of}`, { unit });
    parts.push(say(lang, 'requirement.quorum.yes', { yes: share(yes.share, of) }));
  }
  return parts.join(say(lang, 'clause.semicolon'));
}

function sayDocument(
  { step: id, document, dueWithin }: Rule<'evidence'>,
  said: SaidProcedure,
  speech: Speech,
): string {
  const { lang } = speech;
  const step = said.result.procedure.steps.find((each) => each.id === id);
  const label = step?.evidence.find((each) => each.document === document)?.label[lang] ?? document;
  const params = { step: sayStep(id, said), document: tidyText(label) };
  return dueWithin === undefined
    ? say(lang, 'requirement.evidence', params)
    : say(lang, 'requirement.evidence.within', {
        ...params,
        length: sayLength(dueWithin, speech, true),
      });
}
