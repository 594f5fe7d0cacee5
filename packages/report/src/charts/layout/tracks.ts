/** A stretch that wants a place of its own among those it overlaps. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Gives each stretch the first track on which it touches none; in the order given. */
export function packTracks<T extends Stretch>(stretches: readonly T[]): T[][] {
  const tracks: T[][] = [];
  for (const stretch of stretches) {
    const free = tracks.find((track) => track.every((other) => isApart(stretch, other)));
    if (free === undefined) tracks.push([stretch]);
    else free.push(stretch);
  }
  return tracks;
}

export function isApart(a: Stretch, b: Stretch): boolean {
  return a.to < b.from || b.to < a.from;
}
