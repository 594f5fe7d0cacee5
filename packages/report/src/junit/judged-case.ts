import type { CaseFinding, CaseResult } from '@qingdan/core';
import { explainFinding } from '../cases/explain-finding.js';
import { type Said, sayCase } from '../cases/said.js';
import { sayDeviation } from '../cases/say-deviation.js';
import { sayStanding } from '../cases/say-standing.js';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';
import type { Case } from './judged-cases.js';
import { sayPlace } from './say-place.js';
import type { XmlElement } from './xml.js';

/** Whether a deviation makes the check fail. */
export type CountsDeviation = (finding: CaseFinding) => boolean;

/**
 * One case of a procedure as one test case: a failure that tells of all that fails, gravest first; skipped where nothing
 * fails but something was found that doesn't, or where nothing could be judged.
 */
export function judgedCase(result: CaseResult, counts: CountsDeviation, voice: Voice): Case {
  const { lang } = voice;
  const said: Said = { result, voice };
  const { log, procedure, findings, states } = result;
  const failing = findings.filter((finding) => isFailure(finding, counts));
  const others = findings.filter((finding) => !isFailure(finding, counts));
  const tell = (finding: CaseFinding): string => paragraph(finding, said);
  const [worst] = failing;
  const isJudged = states.some(
    ({ verdict }) => verdict !== 'undetermined' && verdict !== 'notApplicable',
  );
  // What lacks only figures and registers doesn't decide a case, and what could be judged of it passes.
  const isBeside = result.outcome === 'compliant' && others.every(({ waived }) => !waived);
  const mark: XmlElement[] = [];
  if (worst !== undefined) {
    const attributes = {
      type: worst.nature,
      message: sayHeadline(worst, failing.length - 1, said),
    };
    mark.push({ name: 'failure', attributes, content: failing.map(tell).join('\n\n') });
  } else if (others.length > 0 && !isBeside) {
    mark.push({ name: 'skipped', content: others.map(tell).join('\n\n') });
  } else if (!isJudged) {
    mark.push({ name: 'skipped', content: sayStanding(result, lang) });
  }
  const place = log.events[0]?.place;
  const out = [
    ...(place === undefined ? [] : [sayPlace(place, lang)]),
    // They stand in no other element of a case that fails or passes.
    ...(worst === undefined && !isBeside ? [] : others.map(tell)),
    sayStanding(result, lang),
    say(lang, 'disclaimer'),
  ];
  const outcome =
    worst === undefined ? (mark.length === 0 ? 'passed' : 'skipped') : ('failure' as const);
  return {
    outcome,
    element: {
      name: 'testcase',
      attributes: {
        classname: classOf(log.organisation, procedure.id),
        name: sayCase(result, voice),
      },
      content: [...mark, { name: 'system-out', content: out.join('\n') }],
    },
  };
}

function classOf(organisation: string | undefined, procedure: string): string {
  return [organisation, procedure]
    .filter((part) => part !== undefined)
    .map((part) => escapeText(part, 60))
    .join('.');
}

/** A violation always; a suspicion where it counts. What was allowed or can't be told never. */
function isFailure(finding: CaseFinding, counts: CountsDeviation): boolean {
  const { deviation, nature, waived } = finding;
  if (deviation.verdict !== 'violated' || waived !== undefined) return false;
  return nature === 'violation' || counts(finding);
}

function sayHeadline(finding: CaseFinding, more: number, said: Said): string {
  const { lang } = said.voice;
  const first = say(lang, 'text.deviation', {
    marks: sayMarks(finding, said).join(' · '),
    what: sayDeviation(finding.deviation, said),
  });
  return more === 0 ? first : say(lang, 'junit.case.more', { first, count: String(more) });
}

function sayMarks({ deviation, nature }: CaseFinding, { voice: { lang } }: Said): string[] {
  const { verdict, card, code, constraint } = deviation;
  const { severity } = constraint;
  return [
    ...(verdict === 'violated'
      ? [
          say(lang, `severity.${severity}`),
          say(lang, `nature.${nature}`),
          ...(card === 'red' ? [say(lang, 'card.red')] : []),
        ]
      : [say(lang, 'verdict.undetermined')]),
    say(lang, `deviationCode.${code}`),
  ];
}

/** All that there is to say of a deviation. */
function paragraph(finding: CaseFinding, said: Said): string {
  const { lang } = said.voice;
  const { deviation, fingerprint } = finding;
  return [
    say(lang, 'text.deviation', {
      marks: sayMarks(finding, said).join(' · '),
      what: explainFinding(finding, said).join(say(lang, 'sentence.join')),
    }),
    say(lang, 'text.constraint', {
      procedure: said.result.procedure.id,
      constraint: deviation.constraint.id,
      code: deviation.code,
    }),
    say(lang, 'text.fingerprint', { fingerprint }),
  ].join('\n');
}
