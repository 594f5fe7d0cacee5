import type { Procedure, Step, TallyUnit, Text } from '@qingdan/core';
import { matchTitle, type Match, type Titled } from './match-steps.js';

/** What tables may call the steps and the papers of a procedure, over all of its revisions. */
export interface ProcedureNames extends Titled {
  readonly steps: readonly Titled[];
  /** By step. */
  readonly evidence: ReadonlyMap<string, readonly Titled[]>;
  /** By step: in what votes are counted. */
  readonly units: ReadonlyMap<string, ReadonlySet<TallyUnit>>;
}

/** As much of a procedure as tables name. */
export interface NamedProcedure extends Pick<Procedure, 'title'> {
  readonly steps: readonly Pick<Step, 'id' | 'title' | 'evidence'>[];
  readonly constraints: readonly Pick<Procedure['constraints'][number], 'rule'>[];
}

/** The names of each procedure, by its id. */
export function namesOf(
  procedures: ReadonlyMap<string, readonly NamedProcedure[]>,
): ReadonlyMap<string, ProcedureNames> {
  return new Map(
    [...procedures].map(([id, revisions]) => {
      const evidence = new Map<string, Titled[]>();
      const units = new Map<string, Set<TallyUnit>>();
      for (const { steps, constraints } of revisions) {
        for (const step of steps) {
          const known = evidence.get(step.id) ?? [];
          evidence.set(step.id, known);
          for (const { document, label } of step.evidence)
            known.push({ id: document, title: label });
        }
        for (const { rule } of constraints) {
          if (rule.kind !== 'quorum') continue;
          const known = units.get(rule.step) ?? new Set();
          units.set(rule.step, known);
          for (const { unit } of rule.present) known.add(unit);
          if (rule.yes?.unit !== undefined) known.add(rule.yes.unit);
        }
      }
      const title: Text = revisions.at(-1)?.title ?? { zh: id, en: id };
      return [id, { id, title, steps: revisions.flatMap(({ steps }) => steps), evidence, units }];
    }),
  );
}

/**
 * What each name of a step means. Short words for a title count only where nothing else in the table means that step: of
 * two names for one, either may be another one's.
 */
export function matchSteps(
  names: Iterable<string>,
  steps: readonly Titled[],
): ReadonlyMap<string, Match> {
  const matches = new Map([...names].map((name) => [name, matchTitle(name, steps)] as const));
  const users = new Map<string, number>();
  for (const match of matches.values()) {
    if (match.kind !== 'none') users.set(match.id, (users.get(match.id) ?? 0) + 1);
  }
  return new Map(
    [...matches].map(([name, match]) => {
      if (match.kind !== 'short' || users.get(match.id) === 1) return [name, match] as const;
      const nearest = steps.filter(({ id }) => id === match.id).slice(0, 1);
      return [name, { kind: 'none', nearest }] as const;
    }),
  );
}

/** How many of some names mean steps of a procedure; short words for one count a little less. */
function scoreOf(names: ReadonlySet<string>, { steps }: ProcedureNames): number {
  let score = 0;
  for (const { kind } of matchSteps(names, steps).values())
    score += kind === 'same' ? 1 : kind === 'short' ? 0.9 : 0;
  return score;
}

/** A procedure that a table may be of, and how many of the table's names mean its steps. */
export interface LikelyProcedure extends Titled {
  readonly matched: number;
}

/** Procedures, those first whose steps a table names most. */
export function byLikelihood(
  names: ReadonlySet<string>,
  procedures: Iterable<ProcedureNames>,
): readonly LikelyProcedure[] {
  return [...procedures]
    .map((each) => ({ id: each.id, title: each.title, matched: Math.ceil(scoreOf(names, each)) }))
    .sort((a, b) => b.matched - a.matched);
}

/**
 * The procedure whose steps a table names: half of the names, and more than of any other. Of those alike, which villages and
 * communities may have, the usual one is meant.
 */
export function recogniseProcedure(
  names: ReadonlySet<string>,
  procedures: Iterable<ProcedureNames>,
  isUsual: (id: string) => boolean = () => true,
): ProcedureNames | undefined {
  let best: ProcedureNames | undefined;
  let most = 0;
  let isTie = false;
  for (const procedure of procedures) {
    const score = scoreOf(names, procedure);
    if (score < most) continue;
    const isAlike = score === most && best !== undefined;
    if (isAlike && !isUsual(procedure.id) && isUsual(best?.id ?? '')) continue;
    isTie = isAlike && isUsual(procedure.id) === isUsual(best?.id ?? '');
    most = score;
    best = procedure;
  }
  return isTie || most < LEAST || most * 2 < names.size ? undefined : best;
}

/** One name alone is in too many procedures. */
const LEAST = 1.5;
