/** The path of a file as a reference in a URI; one that begins at the root as a `file:` URI. */
export function uriOf(file: string): string {
  const parts = file
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/');
  const [first = ''] = parts;
  const isDrive = /^[A-Za-z]:$/.test(first);
  const path = parts
    .map((part, index) => (isDrive && index === 0 ? part : encodeURIComponent(part)))
    .join('/');
  if (isDrive) return `file:///${path}`;
  return file.startsWith('/') ? `file://${path}` : path;
}
