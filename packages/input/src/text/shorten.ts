/** Short and on one line: it goes into a message. */
export function shorten(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return short.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?');
}
