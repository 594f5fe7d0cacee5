import type { Runner } from './runner.js';

/**
 * Holds every contender to the expected ids, input by input, whatever their order.
 *
 * @throws Error naming the first that differs: then nothing may be timed
 */
export async function assertAgreement(
  runners: readonly Runner[],
  expected: readonly (readonly string[])[],
): Promise<void> {
  for (const { name, answer } of runners) {
    for (const [index, ids] of expected.entries()) {
      const said = [...(await answer(index))].sort().join(' ');
      const wanted = [...ids].sort().join(' ');
      if (said !== wanted)
        throw new Error(`${name} says ${quoted(said)} of input ${index}, not ${quoted(wanted)}`);
    }
  }
}

function quoted(ids: string): string {
  return `\`${ids}\``;
}
