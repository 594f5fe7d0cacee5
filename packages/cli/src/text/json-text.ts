// What a terminal would obey or hide, and what would end a script that holds the text.
const UNSAFE = /[<\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const EACH_UNSAFE = new RegExp(UNSAFE, 'g');

/** JSON that says the same wherever it is shown: what is not to be taken as a letter is written as `\\u202e`. */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  // To look whether there is any costs half of what replacing none does, and nearly never is there one.
  if (!UNSAFE.test(text)) return text;
  return text.replace(
    EACH_UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
