import { dayOfInstant, type Deviation, wordsForDocuments } from '@qingdan/core';
import { sayDeciding } from '../explain/deciding.js';
import { say, sayList } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { type Said, sayDays, sayEvent, sayPersons, sayStep, saySteps } from './said.js';
import { sayCounted, sayDueDay } from './say-due.js';
import { sayCount } from './say-requirement.js';
import { sayTemplate } from './say-template.js';
import { sayVia } from './say-via.js';

/** What happened that the procedure doesn't allow, in one sentence without an end. */
export function sayDeviation(deviation: Deviation, said: Said): string {
  if (deviation.constraint.rule.kind === 'via') return sayVia(deviation, said);
  const { lang } = said.voice;
  const { code, events, constraint } = deviation;
  const { rule } = constraint;
  if (rule.kind === 'template' && code !== 'LATE')
    return sayTemplate(deviation, rule.template, said);
  const step = sayStep(deviation.step, said);
  const last = events.at(-1);
  const event = last === undefined ? '' : sayEvent(last, said);
  switch (code) {
    case 'MISSING':
      return say(lang, 'deviation.MISSING', { step });
    case 'DUPLICATE':
      return say(lang, 'deviation.DUPLICATE', { step, days: sayDays(events, said) });
    case 'ORDER':
      return sayOrder(deviation, said);
    case 'ORDER_UNPROVEN':
      return say(lang, 'deviation.ORDER_UNPROVEN', {
        step,
        lacking: saySteps(deviation.lacking, said),
      });
    case 'LATE':
      return sayLate(deviation, said);
    case 'EARLY':
    case 'PUBLICITY_SHORT':
      return sayEarly(code, deviation, said);
    case 'PUBLICITY_BROKEN':
      return sayBroken(deviation, said);
    case 'ROLE':
      return sayRoles(deviation, said);
    case 'SOD':
      return saySeparation(deviation, said);
    case 'QUORUM':
      return say(lang, 'deviation.QUORUM', { step, event });
    case 'BACKFILL':
      return sayBackfill(deviation, said);
    case 'EVIDENCE':
      return sayEvidence(deviation, said);
    case 'FORBIDDEN':
    case 'LIMIT':
      return say(lang, `deviation.${code}`, { step, event, facts: sayClauses(deviation, said) });
    case 'UNKNOWN_DATA':
      return sayUnknown(deviation, said);
  }
}

function sayOrder({ step, events, lacking }: Deviation, said: Said): string {
  const { lang } = said.voice;
  const [first, second] = events;
  const params = { step: sayStep(step, said), lacking: saySteps(lacking, said) };
  return first !== undefined && second !== undefined
    ? say(lang, 'deviation.ORDER.again', {
        ...params,
        redo: sayStep(first.step, said),
        event: sayEvent(second, said),
      })
    : say(lang, 'deviation.ORDER', {
        ...params,
        event: first === undefined ? '' : sayEvent(first, said),
      });
}

function sayLate(deviation: Deviation, said: Said): string {
  const { voice, result } = said;
  const { lang } = voice;
  const { due, events, follows } = deviation;
  if (due?.day === undefined) return sayUnknown(deviation, said);
  const done = events[1];
  const end = done?.day ?? result.asOf;
  const params = {
    step: sayStep(deviation.step, said),
    due: sayDueDay(due, voice),
    counted: sayCounted(due, countingOf(deviation), said),
    days: String(end - due.day),
  };
  if (done !== undefined)
    return say(lang, 'deviation.LATE.done', { ...params, done: sayDay(done.day, lang) });
  return follows === undefined
    ? say(lang, 'deviation.LATE.open', { ...params, today: sayDay(result.asOf, lang) })
    : say(lang, 'deviation.LATE.never', params);
}

function sayEarly(code: 'EARLY' | 'PUBLICITY_SHORT', deviation: Deviation, said: Said): string {
  const { voice } = said;
  const { due, events } = deviation;
  const done = events.at(-1);
  if (due?.day === undefined || done === undefined) return sayUnknown(deviation, said);
  return say(voice.lang, `deviation.${code}`, {
    step: sayStep(deviation.step, said),
    due: sayDueDay(due, voice),
    done: sayDay(done.day, voice.lang),
    days: String(due.day - done.day),
    counted: sayCounted(due, undefined, said),
  });
}

function sayBroken(deviation: Deviation, said: Said): string {
  const { lang } = said.voice;
  const [first, ...breaks] = deviation.events;
  const { due } = deviation;
  return say(lang, 'deviation.PUBLICITY_BROKEN', {
    step: sayStep(deviation.step, said),
    from: first === undefined ? '' : sayDay(first.day, lang),
    days: sayDays(breaks, said),
    step2: saySteps([...new Set(breaks.map(({ step }) => step))], said),
    counted: due === undefined ? '' : sayCounted(due, undefined, said),
  });
}

function sayRoles({ constraint: { rule }, step, events }: Deviation, said: Said): string {
  const { lang, policy } = said.voice;
  const [event] = events;
  if (rule.kind !== 'role') return say(lang, 'deviation.UNKNOWN_DATA', { step });
  const named = (roles: readonly string[], last: 'list.or' | 'list.last'): string =>
    sayList(
      lang,
      roles.map((id) => tidyText(policy.roles.get(id)?.title[lang] ?? id)),
      last,
    );
  const params = {
    step: sayStep(step, said),
    event: event === undefined ? '' : sayEvent(event, said),
  };
  if (rule.roles.length === 0)
    return say(lang, 'deviation.ROLE.not', { ...params, roles: named(rule.not, 'list.or') });
  const roles = named(rule.roles, 'list.or');
  if (rule.count !== 1) {
    const kind = policy.records.get(said.result.procedure.record);
    const speech = createSpeech(said.voice, kind, event?.day ?? said.result.asOf);
    return say(lang, 'deviation.ROLE.count', {
      ...params,
      roles,
      count: sayCount(rule.count, speech),
    });
  }
  return say(lang, 'deviation.ROLE', { ...params, roles });
}

function saySeparation(
  { constraint: { rule }, step, events, persons }: Deviation,
  said: Said,
): string {
  const { lang } = said.voice;
  const [other, event] = events;
  if (rule.kind !== 'apart' || other === undefined || event === undefined)
    return say(lang, 'deviation.UNKNOWN_DATA', { step });
  return say(lang, `deviation.SOD.${rule.relation}`, {
    step: sayStep(step, said),
    event: sayEvent(event, said),
    other: sayStep(other.step, said),
    otherEvent: sayEvent(other, said),
    persons: sayPersons(persons, said.voice),
  });
}

function sayEvidence(deviation: Deviation, said: Said): string {
  const { voice, result } = said;
  const { lang } = voice;
  const { due, lacking, events } = deviation;
  const [event] = events;
  const step = result.procedure.steps.find(({ id }) => id === deviation.step);
  const documents = sayList(
    lang,
    lacking.map((document) =>
      tidyText(step?.evidence.find((each) => each.document === document)?.label[lang] ?? document),
    ),
  );
  const params = {
    step: sayStep(deviation.step, said),
    event: event === undefined ? '' : sayEvent(event, said),
    documents,
  };
  if (deviation.verdict === 'undetermined') {
    const known = wordsForDocuments(result.procedure);
    const words = event?.evidence.map((each) => each.document).filter((word) => !known.has(word));
    const quoted = words?.map((word) => say(lang, 'quoted', { text: tidyText(word) })) ?? [];
    return say(lang, 'deviation.EVIDENCE.unclear', { ...params, words: sayList(lang, quoted) });
  }
  return due === undefined
    ? say(lang, 'deviation.EVIDENCE', params)
    : say(lang, 'deviation.EVIDENCE.due', {
        ...params,
        due: sayDueDay(due, voice),
        counted: sayCounted(due, undefined, said),
      });
}

function sayBackfill({ step, events, due }: Deviation, said: Said): string {
  const { voice } = said;
  const [event] = events;
  const written = event?.recordedAt;
  return say(voice.lang, 'deviation.BACKFILL', {
    step: sayStep(step, said),
    event: event === undefined ? '' : sayEvent(event, said),
    written: written === undefined ? '' : sayDay(dayOfInstant(written), voice.lang),
    due: due === undefined ? '' : sayDueDay(due, voice),
    counted: due === undefined ? '' : sayCounted(due, undefined, said),
  });
}

function sayClauses({ clause }: Deviation, { result, voice }: Said): string {
  if (clause === undefined) return '';
  const kind = voice.policy.records.get(result.procedure.record);
  const speech = createSpeech(voice, kind, result.asOf, { cites: true });
  return sayDeciding(clause, speech).join(say(voice.lang, 'clause.semicolon'));
}

function sayUnknown(deviation: Deviation, said: Said): string {
  const { lang } = said.voice;
  const { constraint, due, events, lacking, missing } = deviation;
  const step = sayStep(deviation.step, said);
  if (missing.length > 0) {
    const labels = [...new Set(missing.map(({ label }) => tidyText(label[lang])))];
    return say(lang, 'deviation.UNKNOWN_DATA.missing', { step, facts: sayList(lang, labels) });
  }
  const last = events.at(-1);
  const event = last === undefined ? '' : sayEvent(last, said);
  switch (constraint.rule.kind) {
    case 'precedence':
      return say(lang, 'deviation.UNKNOWN_DATA.lacking', {
        step,
        lacking: saySteps(lacking, said),
      });
    case 'role':
    case 'apart':
      return say(lang, 'deviation.UNKNOWN_DATA.who', { step, event });
    case 'quorum':
      return say(lang, 'deviation.UNKNOWN_DATA.tally', { step, event });
    case 'publicity':
      return due?.day === undefined || events[0] === undefined
        ? say(lang, 'deviation.UNKNOWN_DATA.time', { step })
        : say(lang, 'deviation.UNKNOWN_DATA.end', { step, from: sayDay(events[0].day, lang) });
    case 'backfill':
      return event === '' || deviation.missing[0]?.fact !== 'recordedAt'
        ? say(lang, 'deviation.UNKNOWN_DATA.time', { step })
        : say(lang, 'deviation.UNKNOWN_DATA.written', { step, event });
    case 'deadline':
    case 'gap':
    case 'recurrence':
    case 'evidence':
      return say(lang, 'deviation.UNKNOWN_DATA.time', { step });
    default:
      return say(lang, 'deviation.UNKNOWN_DATA', { step });
  }
}

function countingOf({ constraint: { rule } }: Deviation) {
  return rule.kind === 'deadline' ? rule.counting : undefined;
}
