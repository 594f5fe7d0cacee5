/** Whether an id fits a glob; `*` stands for any characters, none included. */
export function matchesGlob(glob: string, id: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  if (rest.length === 0) return glob === id;
  if (!id.startsWith(first)) return false;
  const last = rest.pop() as string;
  let at = first.length;
  for (const part of rest) {
    const found = id.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return id.length - last.length >= at && id.endsWith(last);
}
