/**
 * Sets each pixel to the nearest of the commonest colours: a drawing has few, and the shades at the edges of its lines are
 * many that nobody tells apart.
 */
export function withFewColours(pixels: Uint8Array, most: number): Uint8Array {
  const words = new Uint32Array(pixels.slice().buffer);
  const counts = new Map<number, number>();
  for (const colour of words) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].sort(([a, m], [b, n]) => n - m || a - b).slice(0, most);
  const palette = common.map(([colour]) => colour);
  const nearest = new Map(
    [...counts.keys()].map((colour) => {
      let best = colour;
      let least = Infinity;
      for (const other of palette) {
        const distance = distanceOf(colour, other);
        if (distance < least) [best, least] = [other, distance];
      }
      return [colour, best];
    }),
  );
  return new Uint8Array(words.map((colour) => nearest.get(colour) ?? colour).buffer);
}

function distanceOf(one: number, other: number): number {
  let sum = 0;
  for (const shift of [0, 8, 16, 24])
    sum += (((one >>> shift) & 255) - ((other >>> shift) & 255)) ** 2;
  return sum;
}
