import {
  type CaseResult,
  type Day,
  inForce,
  type MissingFact,
  type Policy,
  type RecordNode,
  type UnavailableQuestion,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';
import { powersOf } from '../lists/questions.js';

/** What became of the cases that a record names. */
export interface NamedCases {
  readonly cases: readonly CaseResult[];
  /** Procedures of which the named case was not given. */
  readonly unavailable: readonly UnavailableQuestion[];
}

/**
 * The case that a record names, of each procedure over which a power runs that the record exercises; undefined where it
 * names none.
 */
export function namedCases(
  record: RecordNode,
  frame: Frame | undefined,
  scope: Scope,
): NamedCases | undefined {
  const slot = record.record.case;
  const id = slot === undefined ? undefined : record.fields.values[slot];
  if (frame === undefined || typeof id !== 'string') return undefined;
  const cases: CaseResult[] = [];
  const unavailable: UnavailableQuestion[] = [];
  for (const procedure of proceduresOf(record, frame, scope)) {
    const result = frame.world.cases?.find(procedure, id, record.organisation);
    if (result !== undefined) cases.push(result);
    else unavailable.push({ name: procedure, missing: [logOf(procedure, id, scope.policy)] });
  }
  return { cases, unavailable };
}

/** The procedures of the powers in force that are certainly exercised, each once. */
function proceduresOf(record: RecordNode, frame: Frame, scope: Scope): ReadonlySet<string> {
  const procedures = new Set<string>();
  for (const { procedure, when } of governing(record, frame.law, scope.policy)) {
    if (when === undefined || scope.test(when)(frame) === true) procedures.add(procedure);
  }
  return procedures;
}

function governing(record: RecordNode, law: Day, policy: Policy) {
  return [...powersOf(policy).values()].flatMap((revisions) => {
    const power = inForce(revisions, law);
    if (power?.procedure === undefined || power.governs.record !== record.record.id) return [];
    return [{ procedure: power.procedure, when: power.governs.when }];
  });
}

function logOf(procedure: string, id: string, { procedures }: Policy): MissingFact {
  const title = procedures.get(procedure)?.at(-1)?.title;
  return {
    fact: `${procedure}:${id}`,
    scope: 'run',
    label: title ?? { zh: procedure, en: procedure },
    needs: `cases ${procedure}`,
  };
}
