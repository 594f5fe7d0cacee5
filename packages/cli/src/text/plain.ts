// Control characters and those that turn the direction of text: a terminal would obey them.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text on one line that a terminal shows and doesn't obey. */
export function plain(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}
