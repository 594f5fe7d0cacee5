import {
  type CaseFinding,
  type CaseResult,
  type DeviationCode,
  type Gravity,
  type Language,
  type Nature,
  type Outcome,
  printDate,
} from '@qingdan/core';
import { basisJson, missingJson, waivedJson } from '../json/finding-json.js';
import { clauseJson } from '../json/clause-json.js';
import type { BasisJson, ClauseJson, MissingJson, WaivedJson } from '../json/report-json.js';
import type { JsonOptions } from '../json/to-json.js';
import { say } from '../locale/messages.js';
import { createSpeech } from '../sentences/create-speech.js';
import { tidyText } from '../values/escape.js';
import { maskPerson } from '../values/mask.js';
import type { Voice } from '../values/voice.js';
import { explainFinding } from './explain-finding.js';
import { caseId, type Said } from './said.js';
import { sayDeviation } from './say-deviation.js';
import { sayStanding } from './say-standing.js';
import { type TemplateJson, templatesJson } from './template-json.js';

/** A case's part of the report: `case` stands in place of `record`. */
export interface CaseJson {
  readonly case: {
    readonly procedure: string;
    readonly revision: number;
    readonly id: string;
    readonly organisation: string | null;
    readonly source: { readonly file: string; readonly line: number | null } | null;
  };
  readonly asOf: string;
  readonly outcome: Outcome;
  readonly judged: {
    readonly decided: number;
    readonly undetermined: number;
    readonly open: number;
    readonly notApplicable: number;
  };
  readonly statement: string;
  readonly findings: readonly DeviationJson[];
  /** Only where activations were asked for. */
  readonly templates?: readonly TemplateJson[];
}

export interface DeviationJson {
  readonly fingerprint: string;
  readonly item: string;
  readonly revision: number;
  readonly list: 'procedure';
  readonly code: DeviationCode;
  readonly constraint: string;
  readonly step: string;
  readonly verdict: 'violated' | 'undetermined';
  readonly permanent: boolean;
  readonly card: 'yellow' | 'red' | null;
  readonly nature: Nature;
  readonly severity: Gravity;
  readonly title: string;
  readonly explanation: string;
  readonly events: readonly {
    readonly step: string;
    readonly on: string;
    readonly by: string | null;
    readonly source: { readonly file: string; readonly line: number | null } | null;
  }[];
  readonly due: {
    readonly day: string | null;
    readonly counted: string | null;
    readonly provisional: boolean;
  } | null;
  readonly clauses: readonly ClauseJson[];
  readonly missing: readonly MissingJson[];
  readonly basis: readonly BasisJson[];
  readonly accountable: readonly {
    readonly role: string;
    readonly title: string;
    readonly duty: string | null;
  }[];
  readonly remedy: string | null;
  readonly doubts: readonly string[];
  readonly related: readonly string[];
  readonly waived: WaivedJson | null;
}

export function caseJson(
  result: CaseResult,
  lang: Language,
  { unmask = false, activations = false }: JsonOptions = {},
): CaseJson {
  const { log, procedure, policy, asOf, outcome, states } = result;
  const said: Said = { result, voice: { lang, policy, unmask } };
  const count = (verdict: string): number =>
    states.filter((state) => state.verdict === verdict).length;
  const judged = {
    undetermined: count('undetermined'),
    open: count('temporarilyViolated'),
    notApplicable: count('notApplicable'),
  };
  const place = log.events[0]?.place;
  return {
    case: {
      procedure: procedure.id,
      revision: procedure.revision,
      id: caseId(log, unmask),
      organisation: log.organisation ?? null,
      source: place === undefined ? null : { file: place.file, line: place.line ?? null },
    },
    asOf: printDate(asOf),
    outcome,
    judged: {
      decided: states.length - judged.undetermined - judged.open - judged.notApplicable,
      ...judged,
    },
    statement: sayStanding(result, lang),
    findings: result.findings.map((finding) => deviationJson(finding, said)),
    ...(activations ? { templates: templatesJson(result) } : {}),
  };
}

/** A case as the result of a record that names it tells of it: all of it stands in the case's own result. */
export interface NamedCaseJson {
  readonly procedure: string;
  readonly id: string;
  readonly outcome: Outcome;
  readonly statement: string;
  readonly findings: readonly {
    readonly fingerprint: string;
    readonly code: DeviationCode;
    readonly title: string;
  }[];
}

export function namedCaseJson(result: CaseResult, voice: Voice): NamedCaseJson {
  const { procedure, log, outcome, findings } = result;
  return {
    procedure: procedure.id,
    id: caseId(log, voice.unmask),
    outcome,
    statement: sayStanding(result, voice.lang),
    findings: findings.map(({ fingerprint, deviation }) => ({
      fingerprint,
      code: deviation.code,
      title: sayDeviation(deviation, { result, voice }),
    })),
  };
}

export function deviationJson(finding: CaseFinding, said: Said): DeviationJson {
  const { deviation, fingerprint, accountable, following, basis } = finding;
  const { result, voice } = said;
  const { lang, policy, unmask } = voice;
  const { procedure } = result;
  const { constraint, due, clause } = deviation;
  const speech = createSpeech(voice, policy.records.get(procedure.record), result.asOf, {
    cites: true,
  });
  const day = (value: number | undefined): string | null =>
    value === undefined ? null : printDate(value);
  return {
    fingerprint,
    item: procedure.id,
    revision: procedure.revision,
    list: 'procedure',
    code: deviation.code,
    constraint: constraint.id,
    step: deviation.step,
    verdict: deviation.verdict,
    permanent: deviation.permanent,
    card: deviation.card ?? null,
    nature: finding.nature,
    severity: constraint.severity,
    title: sayDeviation(deviation, said),
    explanation: [...explainFinding(finding, said), say(lang, 'disclaimer')].join(
      say(lang, 'sentence.join'),
    ),
    events: deviation.events.map((event) => ({
      step: event.step,
      on: printDate(event.day),
      by:
        event.by?.person === undefined
          ? null
          : unmask
            ? event.by.person
            : maskPerson(event.by.person),
      source:
        event.place === undefined
          ? null
          : { file: event.place.file, line: event.place.line ?? null },
    })),
    due:
      due === undefined
        ? null
        : { day: day(due.day), counted: day(due.counted), provisional: due.provisional },
    clauses: clause === undefined ? [] : [clauseJson(clause, speech)],
    missing: deviation.missing.map((fact) => missingJson(fact, voice)),
    basis: basis.map((each) => basisJson(each, voice)),
    accountable: accountable.map(({ role, duty }) => ({
      role,
      title: tidyText(policy.roles.get(role)?.title[lang] ?? role),
      duty: duty === undefined ? null : tidyText(duty[lang]),
    })),
    remedy: constraint.remedy === undefined ? null : tidyText(constraint.remedy[lang]),
    doubts: [...finding.doubts].sort().map((doubt) => say(lang, `doubt.${doubt}`)),
    related: following.map((each) => each.fingerprint),
    waived: finding.waived === undefined ? null : waivedJson(finding.waived, voice),
  };
}
