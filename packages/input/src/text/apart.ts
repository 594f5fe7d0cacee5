/** The same text in memory of its own: one that was cut out of a file holds on to a piece of the file. */
export function apart(text: string): string {
  return ` ${text}`.slice(1);
}
