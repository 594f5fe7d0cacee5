import { median } from '../timing/statistics.js';

/** Does something to each of many things, round after round; the median time of each over the rounds, in microseconds. */
export function timeEach<Input>(
  inputs: readonly Input[],
  act: (input: Input) => unknown,
  { rounds, calls }: { readonly rounds: number; readonly calls: number },
): readonly number[] {
  const times = inputs.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, input] of inputs.entries()) {
      const start = performance.now();
      for (let call = 0; call < calls; call += 1) act(input);
      const elapsed = performance.now() - start;
      // The first two rounds are for warming up.
      if (round >= 0) times[index]?.push((elapsed * 1000) / calls);
    }
  }
  return times.map(median);
}
