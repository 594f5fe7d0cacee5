export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** How many times the first takes the second's time, round by round: the middle, the least and the most. */
export function ratios(
  numbers: readonly number[],
  base: readonly number[],
): { middle: number; least: number; most: number } {
  const each = numbers.map((number, round) => number / (base[round] ?? Number.NaN));
  return { middle: median(each), least: Math.min(...each), most: Math.max(...each) };
}
