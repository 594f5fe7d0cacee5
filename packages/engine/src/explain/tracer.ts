import {
  type ClauseTrace,
  type Condition,
  type Day,
  type Definition,
  type Expression,
  inForce,
  type MissingFact,
  type Policy,
  type RecordSource,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';
import type { AliasNames } from './labels.js';

/** What the parts of the explainer share; they call each other through it. */
export interface Tracer {
  readonly scope: Scope;
  readonly policy: Policy;
  trace(condition: Condition, frame: Frame, aliases: AliasNames): ClauseTrace;
  /** Why a condition is unknown. */
  missingInCondition(
    condition: Condition,
    frame: Frame,
    aliases: AliasNames,
  ): readonly MissingFact[];
  /** Why the value of an expression isn't known, or not exactly. */
  missingIn(expression: Expression, frame: Frame, aliases: AliasNames): readonly MissingFact[];
  missingInSource(source: RecordSource, frame: Frame, aliases: AliasNames): readonly MissingFact[];
  missingInDefinition(definition: Definition, frame: Frame): readonly MissingFact[];
  definitionAt(id: string, day: Day): Definition | undefined;
}

export function definitionAt(policy: Policy, id: string, day: Day): Definition | undefined {
  return inForce(policy.definitions.get(id), day);
}

/** The same fact once, in order of name. */
export function mergeMissing(facts: Iterable<MissingFact>): readonly MissingFact[] {
  const merged = new Map<string, MissingFact>();
  for (const fact of facts) merged.set(`${fact.scope} ${fact.needs ?? ''} ${fact.fact}`, fact);
  return [...merged.values()].sort((a, b) =>
    a.scope === b.scope
      ? a.fact < b.fact
        ? -1
        : a.fact > b.fact
          ? 1
          : 0
      : a.scope === 'record'
        ? -1
        : 1,
  );
}
