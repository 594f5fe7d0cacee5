import type {
  CaseEvent,
  CaseLog,
  CaseResult,
  ConstraintState,
  Deviation,
  Doubt,
  Participant,
  Policy,
} from '@qingdan/core';
import { decisiveDoubts } from '../explain/decisive-doubts.js';
import { doubtsOfWorld, worldDoubtingKin, worldWithoutNames } from '../explain/masked-world.js';
import type { Cases, World } from '../world/world.js';
import { outcomeOf } from './case-findings.js';
import { NOTHING_WRONG } from './stands.js';

/** A case and its world, as someone sees them who takes what is doubtful for unknown. */
export interface CaseView {
  readonly log: CaseLog;
  readonly world: World;
  /** Whether what its events say by name is unknown. */
  readonly isWithoutNames: boolean;
}

/**
 * Weighs what a case departs from again without what is doubtful, as violations of records are weighed: what stands though
 * all of that is unknown is free of doubt. `statesOf` checks the case as another sees it.
 */
export function caseDoubts(
  states: readonly ConstraintState[],
  { log, world }: Omit<CaseView, 'isWithoutNames'>,
  policy: Policy,
  statesOf: (view: CaseView) => readonly ConstraintState[],
): (deviation: Deviation) => readonly Doubt[] {
  const violated = violatedIn(states);
  const possible = violated.length === 0 ? [] : possibleDoubts(violated, log, world, policy);
  if (possible.length === 0) return () => NO_DOUBTS;
  const known = new Set(violated.map(nameOf));
  const views = new Map<string, ReadonlySet<string>>();
  const standing = (doubts: readonly Doubt[]): ReadonlySet<string> => {
    const key = doubts.join(' ');
    let stands = views.get(key);
    if (stands === undefined) {
      const seen = violatedIn(statesOf(viewOf(doubts, { log, world }, policy)));
      // What is told once of several events is told with the next, where it isn't known of the first.
      stands = new Set(
        seen.map((each) => {
          const name = nameOf(each);
          return known.has(name) ? name : whatOf(each);
        }),
      );
      views.set(key, stands);
    }
    return stands;
  };
  return (deviation) => {
    if (deviation.verdict !== 'violated') return NO_DOUBTS;
    const [name, what] = [nameOf(deviation), whatOf(deviation)];
    return decisiveDoubts(possible, (doubts) => {
      if (doubts.length === 0) return true;
      const stands = standing(doubts);
      return stands.has(name) || stands.has(what);
    });
  };
}

/** Mostly nothing is doubtful: then nothing is weighed again. */
function possibleDoubts(
  violated: readonly Deviation[],
  { events, data }: CaseLog,
  world: World,
  policy: Policy,
): readonly Doubt[] {
  const possible = new Set(doubtsOfWorld(world, policy));
  for (const { other } of violated)
    for (const { doubts } of other?.findings ?? []) for (const each of doubts) possible.add(each);
  if (events.some(saysByName) || hasMark(data)) possible.add('by-name');
  return [...possible].sort();
}

function viewOf(
  doubts: readonly Doubt[],
  { log, world }: Omit<CaseView, 'isWithoutNames'>,
  policy: Policy,
): CaseView {
  const isWithoutNames = doubts.includes('by-name');
  const named = isWithoutNames ? worldWithoutNames(world) : world;
  const seen = doubts.includes('inferred-kin') ? worldDoubtingKin(named, policy) : named;
  const { cases } = seen;
  return {
    log: isWithoutNames ? { ...log, events: log.events.map(withoutNames) } : log,
    world: cases === undefined ? seen : { ...seen, cases: casesWithout(doubts, cases) },
    isWithoutNames,
  };
}

/** Other cases, in which nothing is certain that rests on what is doubtful. */
function casesWithout(doubts: readonly Doubt[], cases: Cases): Cases {
  return {
    find: (...asked) => {
      const found = cases.find(...asked);
      return found === undefined ? undefined : withoutDoubtful(doubts, found);
    },
  };
}

function withoutDoubtful(doubts: readonly Doubt[], result: CaseResult): CaseResult {
  if (!result.findings.some((each) => each.doubts.some((doubt) => doubts.includes(doubt))))
    return result;
  const findings = result.findings.map((finding) =>
    finding.doubts.some((doubt) => doubts.includes(doubt))
      ? { ...finding, deviation: { ...finding.deviation, verdict: 'undetermined' as const } }
      : finding,
  );
  return { ...result, findings, outcome: outcomeOf(findings) };
}

function saysByName({ by, participants, data }: CaseEvent): boolean {
  return by?.byName === true || participants.some(({ byName }) => byName === true) || hasMark(data);
}

/** Whether a value is marked as found by name, or holds one that is. */
function hasMark(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasMark);
  return Object.entries(value).some(
    ([key, each]) => (key === 'by' && each === 'name') || hasMark(each),
  );
}

function withoutNames(event: CaseEvent): CaseEvent {
  const { by, participants } = event;
  return {
    ...event,
    by: by === undefined ? undefined : withoutName(by),
    participants: participants.map(withoutName),
  };
}

function withoutName(person: Participant): Participant {
  return person.byName === true ? { ...person, person: undefined, byName: undefined } : person;
}

function violatedIn(states: readonly ConstraintState[]): readonly Deviation[] {
  let violated: Deviation[] | undefined;
  for (const { deviations } of states)
    for (const each of deviations) if (each.verdict === 'violated') (violated ??= []).push(each);
  return violated ?? NOTHING_WRONG;
}

function nameOf(deviation: Deviation): string {
  return `${whatOf(deviation)}\n${deviation.events.at(-1)?.id ?? ''}`;
}

/** Whichever event it is told of. */
function whatOf({ constraint, code, step }: Deviation): string {
  return [constraint.id, code, step].join('\n');
}

const NO_DOUBTS: readonly Doubt[] = [];
