// Marks that a terminal obeys, that turn the direction of writing, or that take no room.
const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

const WORDS_OF_YAML = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** A text as YAML reads it back, in quotes where it must be. */
export function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N}_.（）()/-]*$/u.test(text) && !WORDS_OF_YAML.has(text.toLowerCase());
  return isPlain ? text : quoted(text);
}

/** A text in quotes, without marks that can not be seen. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    HIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One value, or several in a list. */
export function oneOrMore(written: readonly string[]): string {
  return written.length === 1 ? String(written[0]) : `[${written.join(', ')}]`;
}

/** A text that stays in its comment. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f]+/g, ' ').replace(HIDDEN, '\ufffd');
}

/** A file as what stands beside it names it. */
export function fileName(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}
