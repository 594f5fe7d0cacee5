import {
  type AuthorityRow,
  type ClauseTrace,
  type Condition,
  type Day,
  type Definition,
  type Expression,
  inForce,
  type LookedAt,
  type MissingFact,
  type Path,
  type Policy,
  type RecordSource,
  type Truth,
  type Value,
} from '@qingdan/core';
import type { Frame } from '../compiled/frame.js';
import type { Scope } from '../compiled/scope.js';
import type { AliasNames } from './labels.js';

/** How much of a clause is told. */
export interface Detail {
  /** The elements that were tried. */
  readonly elements: boolean;
  /** The facts for want of which it is unknown. */
  readonly missing: boolean;
}

/** What the parts of the explainer share; they call each other through it. */
export interface Tracer {
  readonly scope: Scope;
  readonly policy: Policy;
  /** As `scope.test` and `scope.read`, but what was asked once isn't found out again. */
  test(condition: Condition, frame: Frame): Truth;
  read(expression: Expression, frame: Frame): Value;
  trace(condition: Condition, frame: Frame, aliases: AliasNames, detail?: Detail): ClauseTrace;
  /** Why a condition is unknown; nothing where it isn't. */
  missingInCondition(
    condition: Condition,
    frame: Frame,
    aliases: AliasNames,
  ): readonly MissingFact[];
  /** The same of one that was found to be unknown: finding that out costs as much again. */
  missingInUnknown(condition: Condition, frame: Frame, aliases: AliasNames): readonly MissingFact[];
  /** Why the value of an expression isn't known, or not exactly. */
  missingIn(expression: Expression, frame: Frame, aliases: AliasNames): readonly MissingFact[];
  missingInSource(source: RecordSource, frame: Frame, aliases: AliasNames): readonly MissingFact[];
  /** The records that a source looked at. */
  look(source: RecordSource, frame: Frame): LookedAt;
  missingInDefinition(definition: Definition, frame: Frame): readonly MissingFact[];
  definitionAt(id: string, day: Day): Definition | undefined;
  /** How elements of sources are called, once found out: by the names in scope, then by source. */
  readonly names: WeakMap<AliasNames, WeakMap<RecordSource, AliasNames>>;
  /** What is missing where a source's books are open, by the names within it: each source has its own. */
  readonly unknownBooks: WeakMap<AliasNames, readonly MissingFact[]>;
  /** Facts of records that turned out unknown, by path and names, then by step and kind of record. */
  readonly facts: WeakMap<Path, WeakMap<AliasNames, Map<string, MissingFact>>>;
  /** The ways to what is asked of a meeting that decides, by their text: what is compiled is kept by them. */
  readonly decisions: WeakMap<AuthorityRow, Map<string, Path>>;
}

export function definitionAt(policy: Policy, id: string, day: Day): Definition | undefined {
  return inForce(policy.definitions.get(id), day);
}

/** The same fact once, in order of name. */
export function mergeMissing(facts: Iterable<MissingFact>): readonly MissingFact[] {
  const merged = new Map<string, MissingFact>();
  // Mostly it is the very same fact over and over, of one record after the other.
  for (const fact of new Set(facts))
    merged.set(`${fact.scope} ${fact.needs ?? ''} ${fact.fact}`, fact);
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
