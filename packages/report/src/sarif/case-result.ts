import type { CaseFinding, CaseResult } from '@qingdan/core';
import { type CaseJson, deviationJson } from '../cases/case-json.js';
import { type Said, sayEvent, sayStep } from '../cases/said.js';
import { say } from '../locale/messages.js';
import { escapeText } from '../values/escape.js';
import { KINDS, levelOf } from './level-of.js';
import { requirementName } from './requirement-rule.js';
import type { SarifResult } from './sarif-log.js';
import { physicalLocation, suppressionsOf } from './sarif-parts.js';

export function requirementId({ deviation }: CaseFinding, { procedure }: CaseResult): string {
  return requirementName(procedure.id, deviation.constraint.id);
}

/**
 * One deviation of a case, at the event at which it shows, else at the first one of the case; with the other events
 * between which it lies.
 */
export function caseResult(
  finding: CaseFinding,
  told: CaseJson,
  ruleIndex: number,
  said: Said,
): SarifResult {
  const { result, voice } = said;
  const { deviation, nature } = finding;
  const { verdict } = deviation;
  const { severity } = deviation.constraint;
  const json = deviationJson(finding, said);
  const { list, code, constraint, step, permanent, card, revision, events, due, missing } = json;
  const { basis, accountable, remedy, doubts, related, waived } = json;
  const { procedure, organisation } = told.case;
  const name = escapeText(told.case.id);
  const shown = deviation.events.at(-1) ?? result.log.events[0];
  const others = deviation.events.slice(0, -1).filter(({ place }) => place !== undefined);
  return {
    ruleId: requirementId(finding, result),
    ruleIndex,
    kind: KINDS[verdict],
    level: levelOf({ verdict, nature, severity }),
    message: { text: json.explanation },
    locations: [
      {
        ...physicalLocation(shown?.place),
        logicalLocations: [{ name, fullyQualifiedName: `${procedure}/${name}`, kind: 'case' }],
      },
    ],
    ...(others.length === 0
      ? {}
      : {
          relatedLocations: others.map((event) => ({
            ...physicalLocation(event.place),
            message: {
              text: say(voice.lang, 'template.event', {
                step: sayStep(event.step, said),
                event: sayEvent(event, said),
              }),
            },
          })),
        }),
    partialFingerprints: { 'qingdan/v1': json.fingerprint },
    suppressions: suppressionsOf(finding.waived, voice),
    properties: {
      case: { procedure, id: told.case.id },
      organisation,
      asOf: told.asOf,
      outcome: result.outcome,
      statement: told.statement,
      list,
      code,
      constraint,
      step,
      verdict,
      permanent,
      card,
      nature,
      severity,
      revision,
      events,
      due,
      missing,
      basis,
      accountable,
      remedy,
      doubts,
      related,
      waived,
    },
  };
}
