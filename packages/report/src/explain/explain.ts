import type { Doubt, Explanation, Language, RecordNode, Waiver } from '@qingdan/core';
import { say, sayList, saySentence } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { sayRole } from '../sentences/say-power-clause.js';
import type { Speech } from '../sentences/speech.js';
import { tidyText } from '../values/escape.js';
import { sayDay } from '../values/say-date.js';
import { sayRecord } from '../values/say-value.js';
import type { Voice } from '../values/voice.js';
import { sayDeciding, unique } from './deciding.js';
import { isUnsettled, periodOf, sayGoverning } from './governing.js';
import { type Joined, overturn, sayAnyOf } from './overturn.js';
import { sayWays } from './say-change.js';
import { sayDue } from './say-due.js';
import { sayLaw, sayParameters, sayRevisions } from './say-law.js';
import { sayMissing } from './say-missing.js';

/** A finding or any verdict, and the waiver that holds for it. */
export type Explained = Explanation & { readonly waived?: Waiver | undefined };

/** How the clauses of an explanation are said: for its kind of record, under its law. */
export function speechFor(explanation: Explanation, record: RecordNode, voice: Voice): Speech {
  return createSpeech(voice, record.record, explanation.law, { cites: true, record });
}

/**
 * What there is to say of a verdict, a sentence each: what happened, the law of the day and its figures, what is
 * missing and from whom, who answers for it, what to do, what would comply, what would refute it, and its doubts.
 * It never says that anybody is at fault.
 */
export function explain(explanation: Explained, record: RecordNode, voice: Voice): string[] {
  return explainWith(partsFor(explanation, record, voice), explanation, record, voice);
}

/** What is said of a finding both in its explanation and by itself, so that it is said once. */
export interface ExplanationParts {
  readonly speech: Speech;
  /** What would have to be shown for each of its clauses to go the other way, where it is violated. */
  readonly overturned: readonly Joined[];
  /** Each way in which the record would comply. */
  readonly ways: readonly string[];
}

export function partsFor(
  explanation: Explanation,
  record: RecordNode,
  voice: Voice,
): ExplanationParts {
  const { verdict, applies, claim, wouldComply } = explanation;
  const speech = speechFor(explanation, record, voice);
  const clauses = verdict === 'violated' ? [applies, claim] : [];
  return {
    speech,
    overturned: clauses.flatMap((trace) => (trace === undefined ? [] : overturn(trace, speech))),
    ways: sayWays(wouldComply, record.record, voice),
  };
}

function explainWith(
  parts: ExplanationParts,
  explanation: Explained,
  record: RecordNode,
  voice: Voice,
): string[] {
  const { lang } = voice;
  const { speech } = parts;
  const isOpen = explanation.verdict === 'violated' || explanation.verdict === 'undetermined';
  return [
    sayHappened(explanation, record, voice),
    explanation.verdict === 'violated' ? sayFacts(explanation, speech) : undefined,
    sayLaw(explanation, record, voice),
    ...(isOpen ? sayParameters(explanation, record, voice) : []),
    isUnsettled(explanation, record) ? undefined : sayRevisions(explanation, voice),
    ...sayMissing(explanation.missing, record, voice),
    sayDue(explanation, speech),
    isOpen ? sayAccountable(explanation, speech) : undefined,
    ...(explanation.verdict === 'violated' ? sayWayOut(explanation, parts) : []),
    sayDoubts(explanation, voice),
    explanation.related.length === 0
      ? undefined
      : say(lang, 'explain.related', { items: sayRelated(explanation, voice) }),
    sayWaived(explanation.waived, voice),
  ]
    .filter((text) => text !== undefined)
    .map((text) => saySentence(lang, text));
}

/** The whole in one paragraph, closed by the reminder that it is a lead and no judgement. */
export function explainParagraph(
  explanation: Explained,
  record: RecordNode,
  voice: Voice,
  parts = partsFor(explanation, record, voice),
): string {
  const { lang } = voice;
  return [...explainWith(parts, explanation, record, voice), say(lang, 'disclaimer')].join(
    say(lang, 'sentence.join'),
  );
}

/** The title of a finding, with what is asked of a power. */
function sayTopic(explanation: Explanation, voice: Voice): string {
  const { lang } = voice;
  const text = sayTitle(explanation, voice);
  return explanation.code === undefined
    ? text
    : say(lang, 'note', { text, note: say(lang, `topic.${explanation.code}`) });
}

/** The title of a finding. */
export function sayTitle({ title }: Explanation, { lang }: Voice): string {
  return tidyText(title[lang]);
}

function sayHappened(explanation: Explained, record: RecordNode, voice: Voice): string {
  const { lang } = voice;
  const { law, verdict, nature, list, revision, code } = explanation;
  const title =
    nature === 'suspicion' || verdict !== 'violated'
      ? sayTopic(explanation, voice)
      : sayTitle(explanation, voice);
  const subject = sayRecord(record, voice);
  const key =
    verdict === 'violated'
      ? nature === 'violation' && (code !== undefined || list === 'responsibility')
        ? (`explain.violated.${code ?? 'responsibility'}` as const)
        : (`explain.violated.${nature}` as const)
      : verdict === 'notApplicable' && revision === undefined
        ? 'explain.noLaw'
        : (`explain.${verdict}` as const);
  return say(lang, 'explain.happened', {
    subject:
      law === undefined
        ? say(lang, 'explain.subject.undated', { record: subject })
        : say(lang, 'explain.subject', {
            record: subject,
            date: sayGoverning(law, periodOf(explanation, record), voice),
          }),
    verdict: say(lang, key, { title }),
  });
}

function sayFacts({ applies, claim }: Explanation, speech: Speech): string | undefined {
  const { lang } = speech;
  const facts = unique(
    [applies, claim].flatMap((trace) => (trace === undefined ? [] : sayDeciding(trace, speech))),
  );
  return facts.length === 0
    ? undefined
    : say(lang, 'explain.facts', { facts: facts.join(say(lang, 'clause.semicolon')) });
}

function sayAccountable({ accountable }: Explanation, speech: Speech): string | undefined {
  const { lang } = speech;
  if (accountable.length === 0) return undefined;
  const roles = accountable.map(({ role, duty }) =>
    duty === undefined
      ? sayRole(role, speech)
      : say(lang, 'explain.accountable.duty', {
          role: sayRole(role, speech),
          duty: tidyText(duty[lang]).replace(/[。.]$/, ''),
        }),
  );
  return say(lang, 'explain.accountable', { roles: sayList(lang, unique(roles)) });
}

function sayWayOut(
  { remedy }: Explanation,
  { speech, overturned, ways }: ExplanationParts,
): (string | undefined)[] {
  const { lang } = speech;
  const facts = sayAnyOf(overturned, speech);
  return [
    remedy === undefined
      ? undefined
      : say(lang, 'explain.remedy', { remedy: tidyText(remedy[lang]) }),
    ways.length === 0
      ? say(lang, 'explain.change.none')
      : say(lang, 'explain.change', { changes: ways.join(say(lang, 'explain.change.or')) }),
    facts === '' ? undefined : say(lang, 'explain.refute', { facts }),
  ];
}

/** The titles of the findings folded into this one. */
function sayRelated({ related }: Explanation, { policy, lang }: Voice): string {
  const titles = [...related].sort().map((name) => {
    const [id] = name.split('#');
    const item = policy.items.map((revisions) => revisions.at(-1)).find((last) => last?.id === id);
    return say(lang, 'quoted', { text: item === undefined ? name : tidyText(item.title[lang]) });
  });
  return sayList(lang, unique(titles));
}

/** Why it is no more than a question to verify. */
export function sayDoubts(
  { doubts }: Pick<Explanation, 'doubts'>,
  { lang }: Voice,
): string | undefined {
  if (doubts.length === 0) return undefined;
  return say(lang, 'explain.doubt', { doubts: listDoubts(doubts, lang) });
}

/** Doubts, as they stand in a sentence. */
export function listDoubts(doubts: readonly Doubt[], lang: Language): string {
  const reasons = unique([...doubts].sort().map((doubt) => say(lang, `doubt.${doubt}`)));
  return reasons.join(say(lang, 'doubt.list'));
}

/** On what grounds an exception was allowed. */
export function sayWaived(waiver: Waiver | undefined, voice: Voice): string | undefined {
  if (waiver === undefined) return undefined;
  const { lang } = voice;
  const { until } = waiver.interval;
  const params = {
    document: tidyText(waiver.document),
    approver: tidyText(waiver.approver.name),
    reason: tidyText(waiver.reason[lang]),
  };
  return until === undefined
    ? say(lang, 'explain.waived.open', params)
    : say(lang, 'explain.waived', { ...params, until: sayDay(until, lang) });
}
