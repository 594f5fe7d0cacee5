import type { Finding, RecordResult } from '@qingdan/core';
import { findingJson } from '../json/finding-json.js';
import { resultJson } from '../json/to-json.js';
import { escapeText } from '../values/escape.js';
import type { Voice } from '../values/voice.js';
import { KINDS, levelOf } from './level-of.js';
import type { SarifLocation, SarifResult } from './sarif-log.js';
import { physicalLocation, suppressionsOf } from './sarif-parts.js';

/** One finding of a record, at the place where the record was read. */
export function sarifResult(
  finding: Finding,
  result: RecordResult,
  ruleIndex: number,
  voice: Voice,
): SarifResult {
  const { lang, unmask } = voice;
  const json = findingJson(finding, result.record, voice);
  const { record, asOf, statement } = resultJson({ ...result, findings: [] }, lang, { unmask });
  const { list, code, verdict, nature, severity, revision, missing, basis, parameters } = json;
  const { accountable, remedy, wouldComply, refutedBy, doubts, due, related, waived } = json;
  return {
    ruleId: json.item,
    ruleIndex,
    kind: KINDS[finding.verdict],
    level: levelOf(finding),
    message: { text: json.explanation },
    locations: [locationOf(result, record.id)],
    partialFingerprints: { 'qingdan/v1': json.fingerprint },
    suppressions: suppressionsOf(finding.waived, voice),
    properties: {
      organisation: record.organisation,
      asOf,
      outcome: result.outcome,
      statement,
      list,
      code,
      verdict,
      nature,
      severity,
      revision,
      missing,
      basis,
      parameters,
      accountable,
      remedy,
      wouldComply,
      refutedBy,
      doubts,
      due,
      related,
      waived,
    },
  };
}

function locationOf({ record: { record, origin } }: RecordResult, id: string): SarifLocation {
  const name = escapeText(id);
  return {
    ...physicalLocation(origin),
    logicalLocations: [{ name, fullyQualifiedName: `${record.id}/${name}`, kind: 'record' }],
  };
}
