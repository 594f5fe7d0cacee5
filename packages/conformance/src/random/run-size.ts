const PAIRS_PER_POLICY = 100;

/** How much is tried, and from which seed: by the environment, else what the gate runs. */
export function runSize(): {
  readonly seed: number;
  readonly pairs: number;
  readonly policies: number;
} {
  const pairs = numberOf('QINGDAN_RANDOM_PAIRS') ?? 100_000;
  return {
    seed: numberOf('QINGDAN_SEED') ?? 20_260_101,
    pairs,
    policies: Math.ceil(pairs / PAIRS_PER_POLICY),
  };
}

function numberOf(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`${name} must be a whole number`);
  return number;
}
