import {
  type Basis,
  type Finding,
  type MissingFact,
  type ParameterValue,
  printDate,
  type RecordNode,
  type Waiver,
} from '@qingdan/core';
import { explainParagraph, partsFor, sayTitle } from '../explain/explain.js';
import { sayRole } from '../sentences/say-power-clause.js';
import { say } from '../locale/messages.js';
import { Once } from '../once.js';
import { tidyText } from '../values/escape.js';
import { plainValue } from '../values/plain-value.js';
import type { Voice } from '../values/voice.js';
import { clauseJson } from './clause-json.js';
import type {
  BasisJson,
  FindingJson,
  MissingJson,
  ParameterJson,
  WaivedJson,
} from './report-json.js';

export function findingJson(finding: Finding, record: RecordNode, voice: Voice): FindingJson {
  const { lang } = voice;
  const parts = partsFor(finding, record, voice);
  const { speech } = parts;
  const clauses = [finding.applies, finding.claim].filter((trace) => trace !== undefined);
  return {
    fingerprint: finding.fingerprint,
    item: finding.item,
    revision: finding.revision?.revision ?? null,
    list: finding.list,
    code: finding.code ?? null,
    verdict: finding.verdict,
    nature: finding.nature,
    severity: finding.severity,
    title: sayTitle(finding, voice),
    explanation: explainParagraph(finding, record, voice, parts),
    clauses: clauses.map((trace) => clauseJson(trace, speech)),
    missing: finding.missing.map((fact) => missingJson(fact, voice)),
    basis: finding.basis.map((basis) => basisJson(basis, voice)),
    parameters: finding.parameters.map(({ id, inForce }) => parameterJson(id, inForce, voice)),
    accountable: finding.accountable.map(({ role, duty }) => ({
      role,
      title: sayRole(role, speech),
      duty: duty === undefined ? null : tidyText(duty[lang]),
    })),
    remedy: finding.remedy === undefined ? null : tidyText(finding.remedy[lang]),
    wouldComply: parts.ways,
    refutedBy: parts.overturned.map(({ text }) => text).filter((text) => text !== ''),
    doubts: [...new Set(finding.doubts)].sort().map((doubt) => say(lang, `doubt.${doubt}`)),
    due: plainValue(finding.due, { kind: 'date' }),
    related: [...finding.related].sort(),
    waived: finding.waived === undefined ? null : waivedJson(finding.waived, voice),
  };
}

export function missingJson(
  { fact, scope, label, needs, holder }: MissingFact,
  { lang }: Voice,
): MissingJson {
  return {
    fact,
    scope,
    label: tidyText(label[lang]),
    needs: needs ?? null,
    holder: holder ?? null,
  };
}

const BASES = new Once<Basis, BasisJson>();

export function basisJson(basis: Basis, { policy, lang }: Voice): BasisJson {
  return BASES.of(policy, basis, lang === 'zh' ? 0 : 1, () => {
    const { instrument, article, confidence } = basis;
    const known = policy.instruments.get(instrument);
    return {
      instrument,
      title: tidyText(known?.title[lang] ?? instrument),
      number: known?.number ?? null,
      article: article ?? null,
      confidence,
    };
  });
}

const PARAMETERS = new Once<ParameterValue, ParameterJson>();

function parameterJson(id: string, inForce: ParameterValue, voice: Voice): ParameterJson {
  const { policy, lang } = voice;
  return PARAMETERS.of(policy, inForce, lang === 'zh' ? 0 : 1, () => {
    const { from } = inForce.interval;
    const type = policy.parameters.get(id)?.type ?? { kind: 'text' };
    return {
      id,
      value: inForce.unset ? null : plainValue(inForce.value, type),
      from: from === undefined ? null : printDate(from),
      basis: inForce.basis.map((basis) => basisJson(basis, voice)),
      pack: inForce.pack,
    };
  });
}

export function waivedJson(waiver: Waiver, { lang }: Voice): WaivedJson {
  const { until } = waiver.interval;
  return {
    document: waiver.document,
    approver: waiver.approver.name,
    reason: tidyText(waiver.reason[lang]),
    until: until === undefined ? null : printDate(until),
  };
}
