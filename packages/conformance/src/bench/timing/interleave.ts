import type { Runner } from './runner.js';

export interface Effort {
  /** How long each contender first works uncounted, in milliseconds: compiled rules are slow for longer than others. */
  readonly warmUp: number;
  /** Rounds that are counted. */
  readonly rounds: number;
  /** How long each contender works in each round, in milliseconds. */
  readonly budget: number;
}

/** Nanoseconds of processor time for one input, round by round. */
export type Timings = ReadonlyMap<Runner, readonly number[]>;

/**
 * Times contenders in turn, round after round, so that whatever slows the machine slows all of them. Each round begins
 * with another one, and each contender goes on with the inputs where it stopped.
 */
export async function interleave(
  runners: readonly Runner[],
  inputs: number,
  { warmUp, rounds, budget }: Effort,
): Promise<Timings> {
  const timings = new Map<Runner, number[]>(runners.map((runner) => [runner, []]));
  const next = new Map<Runner, number>();
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < runners.length; turn += 1) {
      const runner = runners[(turn + round) % runners.length] as Runner;
      const from = next.get(runner) ?? 0;
      const { nanoseconds, stopped } = await time(
        runner,
        from,
        inputs,
        round === 0 ? warmUp : budget,
      );
      next.set(runner, stopped);
      if (round > 0) timings.get(runner)?.push(nanoseconds);
    }
  }
  return timings;
}

async function time(
  { pass }: Runner,
  from: number,
  inputs: number,
  budget: number,
): Promise<{ nanoseconds: number; stopped: number }> {
  let at = from;
  let done = 0;
  let size = 0;
  let elapsed = 0;
  let chunk = 1;
  const start = performance.now();
  const before = process.cpuUsage();
  do {
    // Looks at the clock more and more seldom, since a look takes as long as the quickest answers.
    chunk *= 2;
    const until = Math.min(at + chunk, inputs);
    const passed = pass(at, until);
    size += typeof passed === 'number' ? passed : await passed;
    done += until - at;
    at = until === inputs ? 0 : until;
    elapsed = performance.now() - start;
  } while (elapsed < budget);
  if (Number.isNaN(size)) throw new Error('the answers had no size');
  // All threads count: those of the garbage collector, and those of engines that bring their own.
  const { user, system } = process.cpuUsage(before);
  return { nanoseconds: ((user + system) * 1e3) / done, stopped: at };
}
