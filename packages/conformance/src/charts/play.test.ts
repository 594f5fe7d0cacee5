import type { After, Procedure, Step } from '@qingdan/core';
import type { Chart } from '@qingdan/report/charts';
import { describe, expect, it, vi } from 'vitest';
import { Rng } from '../random/rng.js';
import { play, type Played } from './play.js';
import { shippedProcedures } from './shipped.js';

// A machine under load takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const shipped = await shippedProcedures();
const ROUNDS = 200;

interface Round {
  readonly played: Played;
  /** What was answered to each question that conditions ask. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Plays with answers that are drawn once for each question; what may break in does so once at most. */
function playRound(chart: Chart, seed: number): Round {
  const rng = new Rng(seed);
  const answers = new Map<string, string>();
  const known = new Map<string, string[]>();
  for (const node of chart.nodes) {
    if (node.kind !== 'task') continue;
    for (const { question, answer } of node.details.when)
      known.set(question, [...new Set([...(known.get(question) ?? []), answer])]);
  }
  for (const [question, some] of known) {
    // Of yes and no one is the answer; of other things it may be one that no step is for.
    const possible = some.includes('是') && some.includes('否') ? some : [...some, ''];
    answers.set(question, rng.pick(possible));
  }
  const asked = new Map<string, number>();
  const played = play(chart, (question, labels) => {
    const drawn = answers.get(question);
    const others = known.get(question) ?? [];
    if (drawn === undefined) {
      const times = asked.get(question) ?? 0;
      asked.set(question, times + 1);
      // Asked again, nothing breaks in any more.
      return times === 0 ? rng.below(labels.length) : labels.length - 1 - labels.indexOf('是');
    }
    const at = labels.indexOf(drawn);
    if (at !== -1) return at;
    return labels.findIndex((label) => label === undefined || !others.includes(label));
  });
  return { played, answers };
}

function sourcesOf({ constraints }: Procedure, step: string): After | undefined {
  const rule = constraints
    .map((each) => each.rule)
    .find((each) => each.kind === 'precedence' && each.step === step);
  return rule?.kind === 'precedence' ? rule.after : undefined;
}

describe('a case that follows a chart', () => {
  it.each(shipped)('comes to an end whatever is decided: $id', ({ chart }) => {
    const drawn = chart('zh');
    for (let seed = 1; seed <= ROUNDS; seed += 1)
      expect({ seed, stuck: playRound(drawn, seed).played.stuck }).toEqual({ seed, stuck: [] });
  });

  it.each(shipped)(
    'does all that the procedure asks for, and nothing that it does not: $id',
    ({ chart, procedure }) => {
      const drawn = chart('zh');
      const tasks = drawn.nodes.filter((node) => node.kind === 'task');
      let checked = 0;
      for (let seed = 1; seed <= ROUNDS; seed += 1) {
        const { played, answers } = playRound(drawn, seed);
        // An approval that may be left out closes the case before what else it asks for.
        const isClosed =
          played.isClosed ||
          procedure.steps.some(
            ({ id, optional, ends }) => optional && ends === 'approved' && played.done.includes(id),
          );
        for (const { step, details } of tasks) {
          const isAsked = details.when.every(
            ({ question, answer }) => answers.get(question) === answer,
          );
          const isDone = played.done.includes(step.id);
          if (isDone) checked += 1;
          if (isDone)
            expect({ seed, step: step.id, isAsked }).toEqual({
              seed,
              step: step.id,
              isAsked: true,
            });
          const isOwed =
            isAsked && !step.optional && !isLeftOutWithOthers(step, procedure, played.done);
          if (isClosed || !isOwed) continue;
          expect({ seed, step: step.id, isDone }).toEqual({ seed, step: step.id, isDone: true });
        }
      }
      expect(checked).toBeGreaterThan(ROUNDS / 10);
    },
  );

  it.each(shipped)('does each step after what it waits for: $id', ({ chart, procedure }) => {
    const drawn = chart('zh');
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const { done } = playRound(drawn, seed).played;
      for (const step of procedure.steps) {
        const at = done.indexOf(step.id);
        const after = sourcesOf(procedure, step.id);
        if (at === -1 || after === undefined) continue;
        const late = leavesOf(after).filter(
          (leaf) => after.kind !== 'any' && done.indexOf(leaf) > at,
        );
        expect({ seed, step: step.id, late }).toEqual({ seed, step: step.id, late: [] });
      }
    }
  });
});

function leavesOf(after: After): string[] {
  return after.kind === 'step' ? [after.step] : after.of.flatMap(leavesOf);
}

/**
 * What is drawn beside another step is left out with it: a step with terms of its own that waits for an optional one alone,
 * and one that closes the case after steps of which none was done.
 */
function isLeftOutWithOthers(
  { id, when, ends }: Step,
  procedure: Procedure,
  done: readonly string[],
): boolean {
  const after = sourcesOf(procedure, id);
  if (after === undefined || when === undefined) return false;
  const leaves = leavesOf(after);
  if (leaves.some((leaf) => done.includes(leaf))) return false;
  if (ends !== undefined) return true;
  if (after.kind !== 'step') return false;
  const source = procedure.steps.find((step) => step.id === after.step);
  if (source === undefined) return false;
  return (
    (source.optional && source.when === undefined) || isLeftOutWithOthers(source, procedure, done)
  );
}
