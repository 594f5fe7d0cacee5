/** Three figures, which is more than a run is worth. */
export function microseconds(nanoseconds: number): string {
  return figures(nanoseconds / 1000);
}

export function figures(number: number): string {
  if (number >= 100) return Math.round(number).toLocaleString('en-US');
  return number.toPrecision(number < 0.1 ? 2 : 3);
}

export function times(ratio: number): string {
  return `${figures(ratio)}×`;
}
