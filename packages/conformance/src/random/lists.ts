/** Without a half, without the other half, without each. */
export function* without<T>(list: readonly T[]): Generator<readonly T[]> {
  const half = list.length >> 1;
  if (half > 1) {
    yield list.slice(half);
    yield list.slice(0, half);
  }
  for (const index of list.keys()) yield list.filter((_, at) => at !== index);
}

export function replaced<T>(list: readonly T[], index: number, value: T): readonly T[] {
  return list.map((each, at) => (at === index ? value : each));
}
